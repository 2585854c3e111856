import { afterEach, describe, expect, test } from 'vitest';
import { type Planned, type Scenario, withFiles } from '../../../simulator/index.ts';
import { MOST_HUNKS } from '../../../site/lab/runs/effects.ts';
import { Runs } from '../../../site/lab/runs/runs.ts';
import { guideLab, redisLab } from '../../support/labs.ts';

// Node has no Worker: as in a page that may have none, the work is done in between.
let runs: Runs;
const open = () => {
  runs = new Runs();
  return runs;
};
afterEach(() => runs.close());

const visit = (at: number, path: string, host = 'A'): Planned => ({
  at,
  action: { kind: 'visit', host, visit: { path } },
});
const login = '/login?user=zhang';
const scenario: Scenario = {
  plan: [visit(0, login), ...[1, 2, 3, 4].map((i) => visit(i * 500, '/whoami'))],
  until: 10_000,
  latency: 1,
};
const conf = (upstream: string, more = '') =>
  `events {}
http {
    upstream backserver {
${upstream}
    }
${more}    server {
        listen 80;
        location / {
            proxy_pass http://backserver;
        }
    }
}
`;
const servers = '        server localhost:8080;\n        server localhost:8081;';
const withConf = (text: string) => withFiles(guideLab(), { nginx: { 'nginx.conf': text } });
const inTurn = withConf(conf(servers));
const hashed = withConf(conf(`        ip_hash;\n${servers}`));

describe('runs beside the lab', () => {
  test('play and compare', async () => {
    const played = await open().do('play', { lab: inTurn, scenario });
    expect(played.requests.map(({ chain }) => chain)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
    const compared = await runs.do('compare', { a: inTurn, b: hashed, scenario });
    expect([compared.a.loginsLost, compared.b.loginsLost]).toEqual([2, 0]);
    expect(compared.failures).toEqual({ a: [], b: [] });
  });

  test('tell the story of one request on both sides', async () => {
    const { a, b } = await open().do('stories', { a: inTurn, b: hashed, scenario, chain: 'A2' });
    expect(a.find(({ kind }) => kind === 'requested')?.at).toBe(500);
    const by = (notes: typeof a) => notes.flatMap((note) => (note.kind === 'picked' ? [note.by] : []));
    expect([by(a), by(b)]).toEqual([['round_robin'], ['ip_hash']]);
    expect([...a, ...b].every(({ chain }) => chain === 'A2')).toBe(true);
  });

  test('say how far they are, and end when nobody wants the outcome any more', async () => {
    const long = { plan: Array.from({ length: 4000 }, (_, i) => visit(i * 20, '/whoami')), until: 100_000, latency: 1 };
    const asked = new AbortController();
    const shares: number[] = [];
    const outcome = open().do(
      'play',
      { lab: inTurn, scenario: long },
      {
        signal: asked.signal,
        onprogress(share) {
          shares.push(share);
          if (shares.length === 2) asked.abort();
        },
      },
    );
    await expect(outcome).rejects.toThrow('abort');
    expect(shares.length).toBe(2);
    expect(shares[0]).toBeLessThan(shares[1] as number);
    await expect(runs.do('play', { lab: inTurn, scenario: long }, { signal: asked.signal })).rejects.toThrow('abort');
  });

  test('a command that Redis needs help with is worked out on the way', async () => {
    const lab = redisLab({ terminals: { count: 1, redis: 'running' } });
    const type = (at: number, line: string): Planned => ({ at, action: { kind: 'type', host: 'terminal1', line } });
    const typed = {
      plan: [
        type(0, './redis-3.2.1/src/redis-cli hset h f v'),
        type(500, './redis-3.2.1/src/redis-cli hget h f'),
        visit(900, login),
      ],
      until: 5000,
      latency: 1,
    };
    expect((await open().do('play', { lab, scenario: typed })).requests).toMatchObject([{ status: 200 }]);
  });
});

describe('the effect of a changed place', () => {
  test('is what comes of it alone, and of all others without it', async () => {
    const commented = withConf(conf(`        ip_hash;\n${servers}`, '    # sticky by address\n'));
    const { hunks, more, a, b } = await open().do('effects', { a: inTurn, b: commented, scenario });
    expect([a.totals.loginsLost, b.totals.loginsLost, more]).toEqual([2, 0, 0]);
    expect(hunks).toMatchObject([
      { host: 'nginx', file: 'nginx.conf', lineA: 4, lineB: 4, removed: [], added: ['        ip_hash;'] },
      { lineA: 7, lineB: 8, removed: [], added: ['    # sticky by address'] },
    ]);
    const lost = hunks.map(({ alone, without }) => [alone.totals.loginsLost, without.totals.loginsLost]);
    expect(lost).toEqual([
      [0, 2],
      [2, 0],
    ]);
  });

  test('a line that needs another is refused alone, in nginx’s words', async () => {
    const renamed = withConf(conf(servers).replaceAll('backserver', 'tomcats'));
    const { hunks, b } = await open().do('effects', { a: inTurn, b: renamed, scenario });
    expect(b.failures).toEqual([]);
    expect(hunks.map(({ removed, added }) => [removed, added])).toEqual([
      [['    upstream backserver {'], ['    upstream tomcats {']],
      [['            proxy_pass http://backserver;'], ['            proxy_pass http://tomcats;']],
    ]);
    for (const { alone, without } of hunks) {
      expect(alone.failures[0]?.message).toContain('host not found in upstream');
      expect(without.failures[0]?.message).toContain('host not found in upstream');
    }
  });

  test('places of several files are told apart, and only so many are tried', async () => {
    const lab = redisLab();
    const many = withFiles(lab, {
      redis: { 'redis.conf': 'bind 127.0.0.1\nport 6380\n' },
      nginx: { 'nginx.conf': (lab.nginx.files['nginx.conf'] as string).replaceAll('\n', '\n\n') },
    });
    const { hunks, more } = await open().do('effects', { a: lab, b: many, scenario });
    expect(hunks.length).toBe(MOST_HUNKS);
    expect(more).toBeGreaterThan(0);
    const few = withFiles(lab, { redis: { 'redis.conf': 'bind 127.0.0.1\nport 6380\n' } });
    const effects = await runs.do('effects', { a: lab, b: few, scenario });
    expect(effects.hunks).toMatchObject([{ host: 'redis', file: 'redis.conf', lineA: 2, added: ['port 6380'] }]);
    expect(effects.hunks[0]?.alone).toEqual(effects.b);
    expect(effects.hunks[0]?.without).toEqual(effects.a);
  });
});
