import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explore } from '../../../simulator/engine/explore.ts';
import { boot, forkWorld, type Note, type Planned, Recording, run, type World } from '../../../simulator/index.ts';
import { guideLab, redisLab } from '../../support/labs.ts';

type Did = Planned['action'];

const visit = (path = '/hello', host = 'A'): Did => ({ kind: 'visit', host, visit: { path } });
const cut = (from: string, to: string): Did[] => [
  { kind: 'link', from, to, event: 'cut' },
  { kind: 'link', from: to, to: from, event: 'cut' },
];
const mend = (from: string, to: string): Did[] => [
  { kind: 'link', from, to, event: 'mend' },
  { kind: 'link', from: to, to: from, event: 'mend' },
];
const netem = (from: string, to: string, delay: number, loss = 0): Did[] => [
  { kind: 'netem', from, to, delay, loss },
  { kind: 'netem', from: to, to: from, delay, loss },
];

/** One server only, so that it is known where a request goes. */
const oneTomcat = (proxy = '') =>
  guideLab({
    upstream: `upstream backserver { server localhost:8080; }
    ${proxy}`,
  });

/** Plays actions at times after the start, to the end; all notes from then on. */
function play(world: World, plan: readonly [at: number, ...actions: Did[]][], until = 200_000): Note[] {
  const notes: Note[] = [];
  const start = world.now;
  const planned = plan.flatMap(([at, ...actions]) => actions.map((action) => ({ at: start + at, action })));
  run(world, planned, start + until, (note) => notes.push({ ...note, at: note.at - start }));
  return notes;
}

const answers = (notes: readonly Note[]) =>
  notes.flatMap((note) => (note.kind === 'answered' ? [{ status: note.status, took: note.took }] : []));
const errors = (notes: readonly Note[]) =>
  notes.flatMap((note) => (note.kind === 'error-log' ? [`${note.at} ${note.message} while ${note.action}`] : []));

describe('a cut link', () => {
  test('costs proxy_connect_timeout, then 504 with the words of the real error log', () => {
    const notes = play(boot(oneTomcat('proxy_connect_timeout 5s;')), [[0, ...cut('nginx', 'tomcat1'), visit()]]);
    expect(answers(notes)).toEqual([{ status: 504, took: 5002 }]);
    expect(errors(notes)).toEqual([
      expect.stringMatching(/^5001 upstream timed out \(110: Connection timed out\) while connecting to upstream/),
    ]);
  });

  test.each([['nginx', 'tomcat1'] as const, ['tomcat1', 'nginx'] as const])(
    'one way is enough: from %s to %s',
    (from, to) => {
      const notes = play(boot(oneTomcat('proxy_connect_timeout 5s;')), [
        [0, { kind: 'link', from, to, event: 'cut' }, visit()],
      ]);
      expect(answers(notes)).toEqual([{ status: 504, took: 5002 }]);
      expect(notes.some(({ kind }) => kind === 'served')).toBe(false);
    },
  );

  test('sends the request to the next server, where there is one', () => {
    const lab = guideLab({ upstream: 'upstream backserver { server localhost:8080; server localhost:8081; }' });
    const notes = play(boot(lab), [[0, ...cut('nginx', 'tomcat1'), visit()]]);
    expect(answers(notes)[0]?.status).toBe(200);
    expect(answers(notes)[0]?.took).toBeGreaterThan(60_000);
    expect(notes.filter(({ kind }) => kind === 'retried')).toHaveLength(1);
  });

  test('that is mended lets the next SYN through: 1, 3, 7, 15 … seconds after the first', () => {
    for (const [mended, through] of [
      [500, 1000],
      [2000, 3000],
      [10_000, 15_000],
    ] as const) {
      const notes = play(boot(oneTomcat()), [
        [0, ...cut('nginx', 'tomcat1'), visit()],
        [mended, ...mend('nginx', 'tomcat1')],
      ]);
      expect(answers(notes)).toEqual([{ status: 200, took: through + 8 }]);
    }
  });

  test('under a request holds its answer back: 504 after proxy_read_timeout, or the answer when TCP tries again', () => {
    const during = (until: number) =>
      play(boot(oneTomcat('proxy_read_timeout 5s;')), [
        [0, visit('/set?k=a&v=1&slow=1000')],
        [500, ...cut('nginx', 'tomcat1')],
        [until, ...mend('nginx', 'tomcat1')],
      ]);
    expect(answers(during(60_000))).toEqual([{ status: 504, took: 5002 }]);
    expect(errors(during(60_000))).toEqual([
      expect.stringMatching(/^5001 upstream timed out \(110: Connection timed out\) while reading response header/),
    ]);
    // Sent at 1002 ms; tried again 202, 606, 1414 … ms later.
    expect(answers(during(1500))).toEqual([{ status: 200, took: 1004 + 606 + 2 }]);
  });

  test('outlives the process behind it: nothing says that nobody listens', () => {
    const notes = play(boot(oneTomcat('proxy_connect_timeout 5s;')), [
      [0, ...cut('nginx', 'tomcat1'), { kind: 'power', host: 'tomcat1', event: 'crash' }, visit()],
    ]);
    expect(answers(notes)).toEqual([{ status: 504, took: 5002 }]);
  });

  test('between a visitor and the site: a browser that gives up never connects later', () => {
    const notes = play(boot(oneTomcat()), [
      [0, ...cut('A', 'nginx'), { kind: 'visit', host: 'A', visit: { path: '/hello', patience: 4000 } }],
      [10_000, ...mend('A', 'nginx')],
    ]);
    expect(notes.filter(({ kind }) => kind === 'no-answer')).toHaveLength(1);
    expect(notes.some(({ kind }) => kind === 'resent' || kind === 'picked')).toBe(false);
  });

  test('to Redis: mended within its timeout, Jedis connects at the next SYN', () => {
    const connecting = play(boot(redisLab()), [
      [0, ...cut('tomcat1', 'redis'), ...cut('tomcat2', 'redis'), visit('/login?user=zhang')],
      [500, ...mend('tomcat1', 'redis'), ...mend('tomcat2', 'redis')],
    ]);
    expect(answers(connecting)[0]).toMatchObject({ status: 200 });
    expect(answers(connecting)[0]?.took).toBeGreaterThan(1000);
    expect(answers(connecting)[0]?.took).toBeLessThan(1100);
  });
});

describe('a slow link', () => {
  const took = (actions: Did[], lab = oneTomcat()) => answers(play(boot(lab), [[0, ...actions, visit()]]))[0];
  const sound = took([])?.took ?? 0;

  test('costs the handshake there and back, the request and the answer', () => {
    expect(took(netem('nginx', 'tomcat1', 200))).toEqual({ status: 200, took: sound + 4 * 200 + 2 });
    expect(took([{ kind: 'netem', from: 'nginx', to: 'tomcat1', delay: 200, loss: 0 }])?.took).toBe(
      sound + 2 * 200 + 2,
    );
  });

  test('is not too slow for nginx until the handshake takes longer than proxy_connect_timeout', () => {
    const lab = oneTomcat('proxy_connect_timeout 2s;');
    expect(took(netem('nginx', 'tomcat1', 900), lab)?.status).toBe(200);
    expect(took(netem('nginx', 'tomcat1', 1100), lab)).toEqual({ status: 504, took: 2002 });
  });

  test('spares a kept connection the handshake', () => {
    const lab = guideLab({
      upstream: `upstream backserver { server localhost:8080; keepalive 2; }
      proxy_http_version 1.1; proxy_set_header Connection "";`,
    });
    const notes = play(boot(lab), [
      [0, visit()],
      [1000, ...netem('nginx', 'tomcat1', 200), visit()],
    ]);
    expect(answers(notes)[1]?.took).toBe(sound + 2 * 200);
  });

  test('that is sound again lets nothing overtake what is still under way, and is then as it never was', () => {
    const world = boot(oneTomcat());
    const key = JSON.stringify([...world.netem]);
    const notes = play(world, [
      [0, ...netem('A', 'nginx', 3000), { kind: 'visit', host: 'A', visit: { path: '/hello', patience: 6500 } }],
      [6400, ...netem('A', 'nginx', 0)],
      [20_000, ...netem('A', 'nginx', 0)],
    ]);
    // The request left at 6 s and arrives at 9 s; the abort of 6.5 s comes behind it.
    const at = (kind: Note['kind']) => notes.find((note) => note.kind === kind)?.at ?? 0;
    expect(at('picked')).toBeGreaterThan(9000);
    expect(at('access-log')).toBeGreaterThanOrEqual(at('picked'));
    expect(JSON.stringify([...world.netem])).toBe(key);
  });
});

describe('a link that loses packets', () => {
  const lossy = (seed: number, loss: number) => {
    const lab = { ...oneTomcat(), seed };
    const plan = Array.from({ length: 40 }, (_, i): [number, ...Did[]] => [1 + i * 20_000, visit()]);
    return play(boot(lab), [[0, ...netem('nginx', 'tomcat1', 0, loss)], ...plan], 900_000);
  };

  test('makes requests late by whole TCP timeouts, never wrong', () => {
    const all = answers(lossy(1, 0.2));
    expect(all.every(({ status }) => status === 200)).toBe(true);
    const late = all.map(({ took }) => took - 8).filter((ms) => ms > 0);
    expect(late.length).toBeGreaterThan(5);
    expect(late.length).toBeLessThan(40);
    // SYN: 1, 2, 4 s; data: 202, 404 ms; and their sums.
    for (const ms of late) expect((ms % 1000) % 202, `${ms} ms`).toBe(0);
  });

  test('more losses, more waiting; the same seed, the same losses', () => {
    const total = (loss: number) => answers(lossy(3, loss)).reduce((sum, { took }) => sum + took, 0);
    expect(total(0.3)).toBeGreaterThan(total(0.05));
    expect(lossy(5, 0.3)).toEqual(lossy(5, 0.3));
  });

  test('leaves the hosts their own chances: session ids are those of a run without losses', () => {
    const ids = (loss: number) =>
      play(boot(oneTomcat()), [
        [0, ...netem('nginx', 'tomcat1', 0, loss), visit('/login?user=zhang')],
        [50_000, visit('/login?user=li', 'B')],
      ]).flatMap((note) => (note.kind === 'session-created' ? [note.id] : []));
    expect(ids(0.4)).toEqual(ids(0));
    expect(ids(0)).toHaveLength(2);
  });
});

test('a slow Tomcat takes as many times longer over its own work', () => {
  const took = (factor: number) =>
    answers(play(boot(oneTomcat()), [[0, { kind: 'slow', host: 'tomcat1', factor }, visit()]]))[0]?.took ?? 0;
  expect(took(500) - took(1)).toBe(2 * 499);
});

describe('redis-cli', () => {
  const fill: Did = { kind: 'redis-cli', host: 'redis', argv: ['config', 'set', 'maxmemory', '1'] };

  test('fills Redis up: a change to a session is lost, and its visitor gets 200 all the same', () => {
    const notes = play(boot(redisLab()), [
      [0, visit('/login?user=zhang')],
      [1000, fill],
      [2000, visit('/count')],
      [3000, visit('/count')],
    ]);
    expect(notes.some((note) => note.kind === 'redis-command' && note.refused === 'oom')).toBe(true);
    expect(answers(notes).map(({ status }) => status)).toEqual([200, 200, 200]);
    const pages = notes.flatMap((note) => (note.kind === 'answered' ? [/count=\d+/.exec(note.body)?.[0]] : []));
    expect(pages).toEqual([undefined, 'count=1', 'count=1']);
  });

  test('a new session cannot be made in a full Redis: 500', () => {
    const notes = play(boot(redisLab()), [[0, fill, visit('/login?user=zhang')]]);
    expect(answers(notes).map(({ status }) => status)).toEqual([500]);
  });

  test('knows the password', () => {
    const lab = redisLab({ redis: { version: '3.2.1', files: { 'redis.conf': 'requirepass secret\n' } } });
    const notes = play(boot(lab), [[0, { kind: 'redis-cli', host: 'redis', argv: ['dbsize'] }]]);
    const replies = notes.flatMap((note) => (note.kind === 'redis-command' ? [note.reply] : []));
    expect(replies).toEqual([{ type: 'status', text: 'OK' }, expect.objectContaining({ type: 'integer' })]);
  });
});

describe('whatever the faults', () => {
  const pair = fc.constantFrom(['A', 'nginx'], ['nginx', 'tomcat1'], ['nginx', 'tomcat2'], ['tomcat1', 'redis']);
  const fault = fc.oneof(
    fc.tuple(pair, fc.boolean()).map(([[a, b], ends]) => (ends ? mend : cut)(a as string, b as string)),
    fc
      .tuple(pair, fc.constantFrom(0, 30, 3000), fc.constantFrom(0, 0.3))
      .map(([[a, b], delay, loss]) => netem(a as string, b as string, delay, loss)),
    fc
      .tuple(fc.constantFrom('tomcat1', 'redis'), fc.constantFrom('crash', 'start', 'hang', 'resume'))
      .map(([host, event]): Did[] => [{ kind: 'power', host, event } as Did]),
    fc.constantFrom(1, 4, 300).map((factor): Did[] => [{ kind: 'slow', host: 'tomcat1', factor }]),
    fc
      .constantFrom('0', '1')
      .map((bytes): Did[] => [{ kind: 'redis-cli', host: 'redis', argv: ['config', 'set', 'maxmemory', bytes] }]),
    fc.constantFrom('/login?user=zhang', '/whoami', '/count').map((path): Did[] => [visit(path)]),
  );
  const story = fc.array(fc.tuple(fc.integer({ min: 1, max: 4000 }), fault), { minLength: 3, maxLength: 15 });
  const booted = boot(redisLab());
  /** A world as comparable data; how many notes a thread has told depends on whether anybody listens. */
  const seen = (world: World) => {
    const copy = structuredClone({ ...world, queue: [...world.queue].sort((a, b) => a.serial - b.serial) });
    for (const host of copy.hosts.values())
      if (host.kind === 'tomcat') for (const { redis } of host.running.values()) if (redis) redis.told = 0;
    return copy;
  };

  test('a look back and a fork show what was, and time is never turned back', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const recording = new Recording(booted);
        const moments: World[] = [];
        for (const [wait, actions] of steps) {
          for (const action of actions) recording.act(action);
          recording.advanceTo(recording.now + wait);
          moments.push(forkWorld(recording.world));
          // What is done next is done at another moment than the one looked at.
          recording.advanceTo(recording.now + 1);
        }
        for (const world of moments) {
          expect(seen(recording.worldAt(world.now))).toEqual(seen(world));
          expect(world.queue.every(({ at }) => at >= world.now)).toBe(true);
        }
        const fork = forkWorld(recording.world);
        run(fork, [], fork.now + 100_000);
        recording.advanceTo(recording.now + 100_000);
        expect(seen(fork)).toEqual(seen(recording.world));
      }),
      { numRuns: 60 },
    );
  });
});

test('a search takes bad links as faults', () => {
  const world = boot(oneTomcat('proxy_connect_timeout 5s;'));
  const served = (status: number) => ({
    name: String(status),
    kind: 'reaches' as const,
    holds: ({ hosts }: World) => {
      const a = hosts.get('A');
      return a?.kind === 'client' && (a.answers.get(status) ?? 0) > 0;
    },
  });
  run(world, [{ at: world.now, action: visit() }], world.now);
  const faults = [...cut('nginx', 'tomcat1'), ...mend('nginx', 'tomcat1'), ...netem('nginx', 'tomcat1', 50)];
  const { found, complete } = explore(world, [served(200), served(504)], { faults, atMost: 2, limit: 50_000 });
  expect(complete).toBe(true);
  expect([...found.keys()].sort()).toEqual(['200', '504']);
  const by = found.get('504')?.filter(({ kind }) => kind === 'link' || kind === 'netem');
  expect(by).toHaveLength(1);
});
