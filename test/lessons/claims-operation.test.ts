// What the lessons on running the whole thing say must be what the simulator does: each claim is played.
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../lessons/judge.ts';
import { login, power, type as typed, visit } from '../../lessons/lab.ts';
import {
  boot,
  type Lab,
  type Note,
  type Planned,
  redisConf,
  type VisitStory,
  type World,
  withFiles,
} from '../../simulator/index.ts';
import { LATENCY } from '../../site/lab/latency.ts';
import { labOf, play, tomcatLines } from './play.ts';

const open = (at: number, path: string, name = 'A') => visit(at, name, path);
const whoami = (...times: number[]) => times.map((at) => open(at, '/whoami'));
const statuses = (visits: readonly VisitStory[]) => visits.map(({ status }) => status);
const logins = (visits: readonly VisitStory[]) => visits.map(({ login }) => login);
const pages = (visits: readonly VisitStory[]) => visits.map(pageOf);

const saves = (at: number, host: string, file: string, text: string): Planned => ({
  at,
  action: { kind: 'edit', host, file, text },
});

function screenOf(world: World): string {
  const window = world.hosts.get('terminal1');
  return window?.kind === 'terminal'
    ? window.screen.flatMap((line) => ('text' in line ? line.text : [])).join('\n')
    : '';
}

describe('redis-down', () => {
  const confOf = (lab: Lab) => lab.redis?.files['redis.conf'] ?? '';
  const restart = (at: number, event: 'crash' | 'stop' = 'crash') => [
    power(at, 'redis', event),
    power(at + 2000, 'redis', 'start'),
  ];
  const known = [
    login(0, 'A'),
    login(500, 'B'),
    ...whoami(1000, 1500),
    ...[2000, 2500].map((at) => open(at, '/whoami', 'B')),
  ];
  const closed =
    'redis.clients.jedis.exceptions.JedisConnectionException: It seems like server has closed the connection.';

  test('killed and started: one 500 of each Tomcat, then a page that does not know A, and Redis is empty', async () => {
    const { visits, notes, world } = play(await labOf('redis-down'), [
      ...known,
      ...restart(5000),
      ...whoami(8000, 9000, 10_000),
    ]);
    expect(logins(visits.slice(2, 6))).toEqual(Array(4).fill('login-kept'));
    const after = visits.slice(6);
    expect(after.map(({ status, server }) => `${server} ${status}`)).toEqual([
      'tomcat1 500',
      'tomcat2 500',
      'tomcat1 200',
    ]);
    expect(after[2]?.login).toBe('login-lost');
    expect(tomcatLines(notes, world).filter((line) => line === closed)).toHaveLength(2);
    const redis = world.hosts.get('redis');
    expect(redis?.kind === 'redis' && redis.server?.databases.every(({ entries }) => entries.size === 0)).toBe(true);
  });

  test('on a page, where a packet takes 0.4 s, it is the same', async () => {
    const plan = [login(0, 'A'), ...whoami(8000, 16_000), ...restart(24_000), ...whoami(27_000, 34_000, 41_000)];
    const { visits } = play(await labOf('redis-down'), plan, 10_000, LATENCY);
    expect(statuses(visits)).toEqual([200, 200, 200, 500, 500, 200]);
    expect(visits.at(-1)?.login).toBe('login-lost');
  });

  test('each idle connection costs one 500, eight if the pool has eight', async () => {
    const lab = { ...(await labOf('redis-down')) };
    const one = {
      ...lab,
      nginx: {
        files: {
          ...lab.nginx.files,
          'nginx.conf': (lab.nginx.files['nginx.conf'] ?? '').replace('        server localhost:8081;\n', ''),
        },
      },
    };
    const busy = Array.from({ length: 12 }, () => open(1000, '/whoami'));
    const { visits } = play(one, [
      login(0, 'A'),
      ...busy,
      ...restart(5000),
      ...whoami(...Array.from({ length: 12 }, (_, i) => 8000 + i * 300)),
    ]);
    expect(statuses(visits.slice(13))).toEqual([...Array(8).fill(500), ...Array(4).fill(200)]);
  });

  test('while Redis is away every request with a cookie is a 500, images too; without a cookie there are pages', async () => {
    const { visits } = play(await labOf('redis-down'), [
      login(0, 'A'),
      power(1000, 'redis', 'crash'),
      ...['/hello', '/logo.png', '/whoami', '/hello'].map((path, i) => open(2000 + i * 500, path)),
      open(5000, '/hello', 'R'),
    ]);
    expect(statuses(visits)).toEqual([200, 500, 500, 500, 500, 200]);
  });

  test.each<[ending: 'crash' | 'stop', lines: string, version: '3.2.1' | '7.0.15', kept: boolean]>([
    ['stop', 'save 900 1\nappendonly no', '3.2.1', true],
    ['stop', 'save ""\nappendonly no', '3.2.1', false],
    ['stop', 'appendonly yes', '3.2.1', true],
    ['crash', 'save 900 1\nappendonly no', '3.2.1', false],
    ['crash', 'save ""\nappendonly no', '3.2.1', false],
    ['crash', 'appendonly yes', '3.2.1', true],
    ['crash', 'appendonly yes\nappendfsync no', '3.2.1', true],
    // No save line at all: 3.2.1 makes no snapshots, 7.0.15 makes them.
    ['stop', 'appendonly no', '3.2.1', false],
    ['stop', 'appendonly no', '7.0.15', true],
  ])('after a %s with %j Redis %s knows the session: %s', async (ending, lines, version, kept) => {
    const lab = await labOf('redis-down');
    const { visits } = play({ ...lab, redis: { version, files: { 'redis.conf': `bind 127.0.0.1\n${lines}\n` } } }, [
      ...known,
      ...restart(5000, ending),
      ...whoami(8000, 9000, 10_000),
    ]);
    expect(visits.at(-1)?.login).toBe(kept ? 'login-kept' : 'login-lost');
  });

  test('as shipped, the first snapshot of one change is due after 15 minutes', async () => {
    const lab = withFiles(await labOf('redis-down'), { redis: { 'redis.conf': redisConf } });
    const isKept = (crash: number) => {
      const { visits } = play(lab, [
        login(0, 'A'),
        ...restart(crash),
        ...whoami(crash + 3000, crash + 3500, crash + 4000),
      ]);
      return logins(visits).includes('login-kept');
    };
    expect(isKept(890_000)).toBe(false);
    expect(isKept(910_000)).toBe(true);
  });

  test('Redis full: a change is a 200 and nowhere, and no log has a line; a new session is a 500 that says why', async () => {
    const { visits, notes, world } = play(await labOf('redis-down'), [
      login(0, 'A'),
      ...['maxmemory-policy noeviction', 'maxmemory 1'].map((setting, i) =>
        typed(1000 + i * 500, `./redis-3.2.1/src/redis-cli config set ${setting}`),
      ),
      open(3000, '/set?k=a&v=1'),
      open(4000, '/attrs'),
    ]);
    expect(statuses(visits)).toEqual([200, 200, 200]);
    expect(pages(visits)[2]).toMatch(/^attrs=\{user=zhang\}/);
    expect(tomcatLines(notes, world).filter((line) => /SEVERE|WARNING: .*redis|Exception/.test(line))).toEqual([]);
    const newcomer = play(await labOf('redis-down'), [
      ...['maxmemory-policy noeviction', 'maxmemory 1'].map((setting, i) =>
        typed(1000 + i * 500, `./redis-3.2.1/src/redis-cli config set ${setting}`),
      ),
      open(3000, '/index', 'R'),
    ]);
    expect(newcomer.visits[0]?.status).toBe(500);
    expect(pages(newcomer.visits)[0]).toContain("OOM command not allowed when used memory &gt; 'maxmemory'.");
  });

  test('appendonly yes in the file: after an orderly stop the session is gone once; later ones survive kill -9, after two 500s', async () => {
    const lab = await labOf('redis-down');
    const { visits } = play(lab, [
      ...known,
      saves(4000, 'redis', 'redis.conf', confOf(lab).replace('appendonly no', 'appendonly yes')),
      ...restart(5000, 'stop'),
      ...whoami(8000, 8500, 9000),
      login(10_000, 'A'),
      ...whoami(10_500, 11_000),
      ...restart(12_000),
      ...whoami(15_000, 15_500, 16_000),
    ]);
    expect(visits[8]?.login).toBe('login-lost');
    expect(statuses(visits.slice(-3))).toEqual([500, 500, 200]);
    expect(visits.at(-1)?.login).toBe('login-kept');
  });

  test('config set appendonly yes first, and nobody is logged out', async () => {
    const lab = await labOf('redis-down');
    const { visits } = play(lab, [
      ...known,
      typed(3500, './redis-3.2.1/src/redis-cli config set appendonly yes'),
      saves(4000, 'redis', 'redis.conf', confOf(lab).replace('appendonly no', 'appendonly yes')),
      ...restart(5000, 'stop'),
      ...whoami(8000, 8500, 9000),
    ]);
    expect(visits.at(-1)?.login).toBe('login-kept');
  });

  test('a session with nothing in it takes some 500 bytes', async () => {
    const { world } = play(await labOf('redis-down'), [
      open(0, '/index', 'R'),
      typed(1000, './redis-3.2.1/src/redis-cli info memory | grep used_memory:'),
      open(2000, '/index', 'R'),
      open(2500, '/index', 'R'),
      typed(3000, './redis-3.2.1/src/redis-cli info memory | grep used_memory:'),
      typed(4000, './redis-3.2.1/src/redis-cli info stats | grep evicted_keys'),
    ]);
    const used = [...screenOf(world).matchAll(/used_memory:(\d+)/g)].map(([, bytes]) => Number(bytes));
    // The second Tomcat opened a connection between the two looks.
    expect(((used[1] ?? 0) - (used[0] ?? 0) - 17_000) / 2).toBe(496);
    expect(screenOf(world)).toContain('evicted_keys:0');
  });

  test('the pool looks after its idle connections: whoever waits 30 seconds sees no 500', async () => {
    const { visits } = play(await labOf('redis-down'), [...known, ...restart(5000), ...whoami(37_500, 38_000)]);
    expect(statuses(visits.slice(6))).toEqual([200, 200]);
  });

  test('the prefix connectionPool before testOnBorrow is a warning, and nothing else', async () => {
    const notes: Note[] = [];
    const world = boot(await labOf('redis-down', 'wrong/stale-connection.with-prefix'), (note) => notes.push(note));
    expect(tomcatLines(notes, world).filter((line) => /WARNING.*connectionPool/.test(line))).toEqual(
      Array(2).fill(
        "WARNING: [SetPropertiesRule]{Context/Manager} Setting property 'connectionPoolTestOnBorrow' to 'true' did not find a matching property.",
      ),
    );
  });
});

describe('rolling-update', () => {
  const update = (at: number) => typed(at, 'bash /etc/nginx/update.sh');
  const conf = '/etc/nginx/nginx.conf';
  const post = (at: number, name: string): Planned => ({
    at,
    action: { kind: 'visit', host: name, visit: { method: 'POST', path: '/set?k=order&v=1' } },
  });
  const took = ({ notes }: VisitStory) => notes.flatMap((note) => (note.kind === 'answered' ? note.took : []))[0] ?? 0;

  test('one after the other: both reports are 500s, ten seconds of 502 for everybody, beyond the time when both are up', async () => {
    const looks = Array.from({ length: 20 }, (_, i) => open(4500 + i * 1000, '/whoami', i % 2 === 0 ? 'B' : 'A'));
    const { visits, notes, world } = play(await labOf('rolling-update'), [
      login(0, 'A'),
      login(500, 'B'),
      open(2000, '/sleep?ms=20000'),
      open(2200, '/sleep?ms=20000', 'B'),
      update(4000),
      ...looks,
    ]);
    expect(statuses(visits.slice(2, 4))).toEqual([500, 500]);
    const failed = visits.slice(4).filter(({ status }) => status === 502);
    expect(statuses(failed)).toEqual(Array(10).fill(502));
    const up = notes.filter((note) => note.kind === 'state' && note.state === 'running').map(({ at }) => at);
    expect(up).toHaveLength(2);
    expect(failed.filter(({ at }) => at > (up[1] ?? Infinity)).length).toBeGreaterThan(2);
    expect(visits.at(-1)?.login).toBe('login-kept');
    expect(logins(visits)).not.toContain('login-lost');
    expect(tomcatLines(notes, world).filter((line) => line.startsWith('INFO: Waiting'))).toEqual(
      Array(6).fill('INFO: Waiting for 1 instance(s) to be deallocated for Servlet [demo]'),
    );
    expect(notes.some((note) => note.kind === 'error-log' && note.message === 'no live upstreams')).toBe(true);
  });

  test('on a page, where a packet takes 0.4 s, it is the same', async () => {
    const looks = Array.from({ length: 20 }, (_, i) => open(18_500 + i * 1000, '/whoami', i % 2 === 0 ? 'B' : 'A'));
    const { visits } = play(
      await labOf('rolling-update'),
      [
        login(0, 'A'),
        login(500, 'B'),
        open(12_000, '/sleep?ms=20000'),
        open(13_000, '/sleep?ms=20000', 'B'),
        update(18_000),
        ...looks,
      ],
      10_000,
      LATENCY,
    );
    expect(statuses(visits.slice(2, 4))).toEqual([500, 500]);
    expect(visits.slice(4).filter(({ status }) => status === 502).length).toBeGreaterThanOrEqual(10);
    expect(logins(visits)).not.toContain('login-lost');
  });

  test('an order that comes just when its Tomcat stops is a 502; a page is tried elsewhere', async () => {
    const { visits } = play(await labOf('rolling-update'), [
      login(0, 'A'),
      ...whoami(500),
      power(1000, 'tomcat1', 'stop'),
      post(1050, 'A'),
      ...whoami(1060, 1070),
    ]);
    expect(visits.slice(2).map(({ status, server }) => [status, server])).toEqual([
      [502, undefined],
      [200, 'tomcat2'],
      [200, 'tomcat2'],
    ]);
  });

  test('new class files in a running Tomcat change nothing until it is started anew', async () => {
    const put = '/put?class=User&k=me';
    const { visits } = play(await labOf('rolling-update'), [
      login(0, 'A'),
      typed(500, 'cp -r /opt/tomcat1/v2/WEB-INF /opt/tomcat1/webapps/ROOT/'),
      ...[30_000, 30_500].map((at) => open(at, put)),
      typed(31_000, '/opt/tomcat1/bin/shutdown.sh; sleep 2; /opt/tomcat1/bin/startup.sh'),
      ...[50_000, 50_500].map((at) => open(at, put)),
    ]);
    expect(
      pages(visits.slice(1))
        .map((page) => page.includes('@shop.example'))
        .toSorted(),
    ).toEqual([false, false, false, true]);
  });

  test('after a reload the old worker keeps its name change until the report is done, and nothing new goes to that Tomcat', async () => {
    const { visits, world } = play(await labOf('rolling-update'), [
      login(0, 'A'),
      ...whoami(500),
      open(1000, '/sleep?ms=20000'),
      typed(2000, `sed -i 's/localhost:8080;/localhost:8080 down;/' ${conf}`),
      typed(2500, 'nginx -t && nginx -s reload'),
      ...whoami(3000, 3500, 4000),
      typed(5000, "pgrep -fa 'worker process'"),
      typed(22_000, "pgrep -f 'worker process is shutting down' || echo nobody"),
    ]);
    expect(visits.slice(2).map(({ status, server }) => `${status} ${server}`)).toEqual([
      '200 tomcat1',
      ...Array(3).fill('200 tomcat2'),
    ]);
    const screen = screenOf(world);
    expect(screen.match(/^\d+ nginx: worker process( is shutting down)?$/gm)).toHaveLength(2);
    expect(screen).toContain('nginx: worker process is shutting down');
    expect(screen).toContain('\nnobody');
  });

  test('put back too early: one of two pages waits until Tomcat is ready; curl past nginx waits as well', async () => {
    const { visits, world } = play(await labOf('rolling-update'), [
      login(0, 'A'),
      typed(500, '/opt/tomcat1/bin/shutdown.sh; sleep 2; /opt/tomcat1/bin/startup.sh; nginx -s reload'),
      ...whoami(3000, 3100),
      typed(3200, 'curl -s http://localhost:8080/hello'),
    ]);
    const waits = visits
      .slice(1)
      .map(took)
      .toSorted((a, b) => a - b);
    expect(waits[0]).toBeLessThan(100);
    expect(waits[1]).toBeGreaterThan(2000);
    expect(screenOf(world)).toContain('Tomcat started.');
    expect(screenOf(world)).toContain('hello (no session touched)');
  });

  test('the commands for a real machine are carried out', async () => {
    const { world } = play(await labOf('rolling-update'), [
      typed(0, 'nginx -t && nginx -s reload'),
      typed(500, "while pgrep -f 'worker process is shutting down' > /dev/null; do sleep 1; done"),
      typed(1000, '/opt/tomcat1/bin/shutdown.sh'),
      typed(3000, '/opt/tomcat1/bin/startup.sh'),
      typed(3500, 'until curl -sf -o /dev/null http://localhost:8080/hello; do sleep 1; done; echo ready'),
    ]);
    const window = world.hosts.get('terminal1');
    expect(window?.kind === 'terminal' && window.screen.some(({ kind }) => kind === 'hint')).toBe(false);
    expect(screenOf(world)).toMatch(/ready$/);
  });
});
