import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { putAt } from '../../../simulator/core/shared-map.ts';
import { Checkpoints } from '../../../simulator/engine/checkpoints.ts';
import type { Memory } from '../../../simulator/engine/notes.ts';
import { boot, forkWorld, type Moment, type Planned, Recording, type World } from '../../../simulator/index.ts';
import { redisLab } from '../../support/labs.ts';
import { shellLab } from '../shell/shell-lab.ts';

type Deed = { wait: number; action: Planned['action'] };

const visit = fc.record({
  kind: fc.constant('visit' as const),
  host: fc.constantFrom('A', 'B'),
  visit: fc.record({ path: fc.constantFrom('/login?user=zhang', '/whoami', '/count', '/slow?ms=300', '/logout') }),
});
const power = fc.record({
  kind: fc.constant('power' as const),
  host: fc.constantFrom('tomcat1', 'tomcat2', 'redis'),
  event: fc.constantFrom('crash' as const, 'start' as const),
});
const link = fc.record({
  kind: fc.constant('link' as const),
  from: fc.constantFrom('nginx', 'tomcat1'),
  to: fc.constantFrom('tomcat1', 'tomcat2', 'redis'),
  event: fc.constantFrom('cut' as const, 'mend' as const),
});
const netem = fc.record({
  kind: fc.constant('netem' as const),
  from: fc.constantFrom('A', 'nginx'),
  to: fc.constantFrom('nginx', 'tomcat2'),
  delay: fc.integer({ min: 0, max: 200 }),
  loss: fc.constantFrom(0, 0.3),
});
const line = fc.record({
  kind: fc.constant('type' as const),
  host: fc.constantFrom('terminal1', 'terminal2'),
  line: fc.constantFrom(
    'curl -s http://localhost/whoami',
    'tail -f /usr/local/nginx/logs/access.log',
    'redis-cli set k 1 ; redis-cli get k',
    'sleep 0.3 ; echo done',
    'killall -9 nginx',
    '/usr/local/nginx/sbin/nginx',
  ),
});
const interrupt = fc.constant({ kind: 'interrupt' as const, host: 'terminal1', signal: 'SIGINT' as const });

/** Many things done one after the other, some kinds more often than others. */
const done = (...kinds: [arbitrary: fc.Arbitrary<Planned['action']>, weight: number][]): fc.Arbitrary<Deed[]> =>
  fc.array(
    fc.record({
      // Often none: then two things are done at one moment.
      wait: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })),
      action: fc.oneof(...kinds.map(([arbitrary, weight]) => ({ arbitrary, weight }))),
    }),
    { minLength: 20, maxLength: 90 },
  );
const deeds = done([visit, 12], [power, 1]);

function played(list: readonly Deed[], lab = redisLab(), memory?: Memory): Recording {
  const recording = new Recording(boot(lab), memory);
  for (const { wait, action } of list) {
    recording.advanceTo(recording.now + wait);
    recording.act(action);
  }
  recording.advanceTo(recording.now + 700);
  return recording;
}

/** The same done again, without any looking back. */
function again(actions: readonly Planned[], at: number): Recording {
  const recording = new Recording(boot(redisLab()));
  for (const planned of actions) {
    recording.advanceTo(planned.at);
    recording.act(planned.action);
  }
  recording.advanceTo(at);
  return recording;
}

const seen = (world: World) =>
  structuredClone({ ...world, queue: [...world.queue].sort((a, b) => a.serial - b.serial) });

/** A moment of the run: after one of its actions, or some time later, before the next. */
function momentOf({ actions, now }: Recording, share: number, later: number): Moment {
  const done = Math.floor(share * (actions.length + 1));
  const from = actions[done - 1]?.at ?? actions[0]?.at ?? now;
  const until = actions[done]?.at ?? now;
  return { at: from + later * (until - from), actions: done };
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const some = { numRuns: 12 };

describe('a recording', () => {
  test('looked at here and there, is at every moment what the same actions lead to again', () => {
    fc.assert(
      fc.property(deeds, fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 3 }), (list, looks) => {
        const recording = played(list);
        for (const [where, later] of looks) {
          const moment = momentOf(recording, where, later);
          const expected = again(recording.actions.slice(0, moment.actions), moment.at);
          expect(seen(recording.lookAt(moment))).toEqual(seen(expected.world));
          expect(recording.notes.slice(0, recording.notesAt(moment))).toEqual(expected.notes.slice());
        }
      }),
      some,
    );
  });

  test('forked, has the same past, goes on as the origin where the same is done, and leaves the origin alone', () => {
    fc.assert(
      fc.property(deeds, share, share, share, (list, where, later, back) => {
        const origin = played(list);
        const end = seen(origin.world);
        const moment = momentOf(origin, where, later);
        const fork = origin.fork(moment);
        const before = origin.momentAt(
          (origin.actions[0]?.at ?? 0) + back * (moment.at - (origin.actions[0]?.at ?? 0)),
        );
        if (before.at < moment.at) expect(seen(fork.lookAt(before))).toEqual(seen(origin.lookAt(before)));
        expect(fork.notes.slice()).toEqual(origin.notes.slice(0, origin.notesAt(moment)));
        for (const { at, action } of origin.actions.slice(moment.actions)) {
          fork.advanceTo(at);
          fork.act(action);
        }
        fork.advanceTo(origin.now);
        expect(seen(fork.world)).toEqual(end);
        expect(fork.notes.slice()).toEqual(origin.notes.slice());
        expect(seen(origin.world)).toEqual(end);
      }),
      some,
    );
  });

  test('forked while a thread of a Tomcat waits for Redis, notes nothing twice', () => {
    const origin = new Recording(boot(redisLab()));
    const start = origin.now;
    origin.act({ kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } });
    origin.advanceTo(start + 50);
    expect(origin.notes.slice().some(({ kind }) => kind === 'redis-session-saved')).toBe(true);
    for (let at = start; at < start + 50; at++) {
      const fork = origin.fork({ at, actions: 1 });
      fork.advanceTo(origin.now);
      expect(fork.notes.slice(), `forked at ${at}`).toEqual(origin.notes.slice());
    }
  });

  test('played again step by step, performs the same messages', () => {
    fc.assert(
      fc.property(deeds, share, (list, where) => {
        const recording = played(list);
        const replay = recording.replayFrom(momentOf(recording, where, 0));
        while (replay.step(recording.now));
        expect(seen(replay.goTo(recording.end))).toEqual(seen(recording.world));
      }),
      some,
    );
  });

  test('of any length keeps a bounded number of copies, spread over the run', () => {
    const world = boot(redisLab());
    const checkpoints = new Checkpoints(world);
    const start = world.now;
    for (let i = 1; i <= 200_000; i++) {
      world.now = start + i;
      checkpoints.stepped(world, 0);
    }
    expect(checkpoints.count).toBeGreaterThan(90);
    expect(checkpoints.count).toBeLessThanOrEqual(200);
    for (let at = start; at < start + 200_000; at += 9_999) {
      const { at: nearest } = checkpoints.before({ at, actions: 0 });
      expect(at - nearest).toBeLessThanOrEqual(2_000);
    }
  });
});

describe('a recording that keeps few of its notes', () => {
  const memory = fc.record({
    block: fc.integer({ min: 1, max: 60 }),
    kept: fc.integer({ min: 1, max: 6 }),
    retold: fc.integer({ min: 1, max: 3 }),
  });
  const range = fc.tuple(share, share);
  /** Runs in which links fail, or somebody sits at the servers' shells, whose logs are written as well. */
  const runs = fc.oneof(
    fc.tuple(fc.constant(redisLab()), done([visit, 12], [power, 1], [link, 1], [netem, 1])),
    fc.tuple(
      fc.constant(shellLab('running')),
      done([visit.map((one) => ({ ...one, host: 'A' })), 6], [line, 3], [interrupt, 1], [power, 1]),
    ),
  );

  test('tells every one of them as it was told first', () => {
    fc.assert(
      fc.property(runs, memory, fc.array(range, { minLength: 4, maxLength: 12 }), ([lab, list], memory, ranges) => {
        const [whole, short] = [played(list, lab), played(list, lab, memory)];
        const first = whole.notes.slice();
        expect(short.notes).toHaveLength(first.length);
        for (const [one, other] of ranges) {
          const [from, until] = [Math.floor(one * first.length), Math.ceil(other * first.length)];
          expect(short.notes.slice(from, until)).toEqual(first.slice(from, until));
          expect(short.notes.at(from)).toEqual(first[from]);
        }
        expect([...short.notes]).toEqual(first);
        expect([short.notes.at(-1), short.notes.at(first.length)]).toEqual([undefined, undefined]);
      }),
      some,
    );
  });

  test('knows of every moment how many there were, and the world', () => {
    fc.assert(
      fc.property(runs, memory, fc.array(range, { minLength: 2, maxLength: 5 }), ([lab, list], memory, looks) => {
        const [whole, short] = [played(list, lab), played(list, lab, memory)];
        for (const [where, later] of looks) {
          const moment = momentOf(whole, where, later);
          expect(short.notesAt(moment)).toBe(whole.notesAt(moment));
          expect(seen(short.lookAt(moment))).toEqual(seen(whole.lookAt(moment)));
        }
      }),
      some,
    );
  });

  test('forks as others do, and its forks tell their notes as well', () => {
    fc.assert(
      fc.property(runs, memory, share, share, range, ([lab, list], memory, where, later, [one, other]) => {
        const [whole, short] = [played(list, lab), played(list, lab, memory)];
        const moment = momentOf(whole, where, later);
        const [like, fork] = [whole.fork(moment), short.fork(moment)];
        for (const recording of [like, fork]) {
          recording.act({ kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } });
          recording.advanceTo(recording.now + 2000);
        }
        const [from, until] = [Math.floor(one * like.notes.length), Math.ceil(other * like.notes.length)];
        expect(fork.notes.slice(from, until)).toEqual(like.notes.slice(from, until));
        expect(fork.notes.slice()).toEqual(like.notes.slice());
        expect(fork.fork(moment).notes.slice()).toEqual(whole.notes.slice(0, whole.notesAt(moment)));
        expect(short.notes.slice()).toEqual(whole.notes.slice());
      }),
      some,
    );
  });

  test('forks where one of its blocks ends as well as anywhere', () => {
    const visit = { kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } } as const;
    const [whole, short] = [undefined, { block: 1, kept: 2, retold: 1 }].map((memory) => {
      const recording = new Recording(boot(redisLab()), memory);
      recording.act(visit);
      recording.advanceTo(recording.now + 60);
      return recording;
    }) as [Recording, Recording];
    const start = whole.now - 60;
    for (let at = start; at < start + 50; at++) {
      const forks = [whole, short].map((recording) => {
        const fork = recording.fork({ at, actions: 1 });
        fork.act(visit);
        fork.advanceTo(at + 100);
        return fork.notes.slice();
      });
      expect(forks[1], `forked at ${at}`).toEqual(forks[0]);
    }
  });

  test('keeps no more than it is told to, however long it goes on', () => {
    const recording = new Recording(boot(redisLab()), { block: 100, kept: 5, retold: 2 });
    for (let i = 0; i < 400; i++) {
      recording.act({ kind: 'visit', host: i % 2 ? 'A' : 'B', visit: { path: '/count' } });
      recording.advanceTo(recording.now + 100);
      const kept = recording.notes.length - recording.notes.firstKept;
      expect(kept).toBeLessThan(700);
      if (recording.notes.firstKept > 0) expect(kept).toBeGreaterThanOrEqual(400);
    }
    expect(recording.notes.length).toBeGreaterThan(4000);
  });
});

test('copies of a world of thousands of sessions are fewer, fewest of the distant past, and never too heavy', () => {
  const start = boot(redisLab());
  const world = forkWorld(start);
  const checkpoints = new Checkpoints(start);
  const redis = world.hosts.get('redis');
  const keys = redis?.kind === 'redis' ? redis.server?.databases[0]?.entries : undefined;
  if (!keys) throw new Error('no Redis');
  for (let i = 0; i < 20_000; i++) putAt(keys, `k${i}`, { type: 'string', value: 'v', expireAt: null, usedAt: 0 });
  const steps = 30_000_000;
  for (let i = 1; i <= steps; i++) {
    world.now = start.now + i;
    checkpoints.stepped(world, 0);
  }
  const gap = (ago: number) => {
    const at = world.now - ago;
    return at - checkpoints.before({ at, actions: 0 }).at;
  };
  expect(checkpoints.count).toBeLessThan(100);
  expect(checkpoints.count).toBeGreaterThan(8);
  expect(gap(20_000)).toBeLessThan(400_000);
  for (let ago = 0; ago < steps; ago += 99_991) expect(gap(ago)).toBeLessThan(steps / 3);
});
