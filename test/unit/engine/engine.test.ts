import { describe, expect, test } from 'vitest';
import { boot, forkWorld, type Note, type Planned, Recording, run, type World } from '../../../simulator/index.ts';
import { guideLab } from '../../support/labs.ts';

const visit = (at: number, host: string, path: string): Planned => ({
  at,
  action: { kind: 'visit', host, visit: { path } },
});
const power = (at: number, host: string, event: 'crash' | 'start'): Planned => ({
  at,
  action: { kind: 'power', host, event },
});

/** Two visitors, a login each, and both Tomcats killed and started in turn. */
const eventful = (from: number): Planned[] => [
  visit(from, 'A', '/login?user=zhang'),
  visit(from, 'B', '/login?user=li'),
  ...Array.from({ length: 40 }, (_, i) => visit(from + 100 + i * 700, i % 2 ? 'A' : 'B', i % 3 ? '/whoami' : '/count')),
  power(from + 5_000, 'tomcat1', 'crash'),
  power(from + 9_000, 'tomcat1', 'start'),
  power(from + 17_000, 'tomcat2', 'crash'),
];

/** A world as comparable data, without the serial numbers that count what was scheduled. */
const seen = (world: World) =>
  structuredClone({ ...world, queue: [...world.queue].sort((a, b) => a.serial - b.serial) });

describe('a run', () => {
  test('is a function of lab and plan: same files, seed and actions, same world and notes', () => {
    const play = () => {
      const notes: Note[] = [];
      const world = boot(guideLab(), (note) => notes.push(note));
      run(world, eventful(world.now), world.now + 40_000, (note) => notes.push(note));
      return { world: seen(world), notes };
    };
    const first = play();
    expect(play()).toEqual(first);
    expect(first.notes.length).toBeGreaterThan(200);
  });

  test('goes the same way whether or not anybody reads its notes', () => {
    const play = (listener?: (note: Note) => void) => {
      const world = boot(guideLab());
      run(world, eventful(world.now), world.now + 40_000, listener);
      return seen(world);
    };
    expect(play(() => {})).toEqual(play());
  });

  test('is plain data at every moment', () => {
    const world = boot(guideLab());
    run(world, eventful(world.now), world.now + 6_000);
    expect(structuredClone(world)).toEqual(world);
  });
});

describe('a fork', () => {
  test('lives its own life: what happens in it leaves the original as it was', () => {
    const world = boot(guideLab());
    run(world, eventful(world.now).slice(0, 20), world.now + 3_050);
    const before = structuredClone(world);
    run(forkWorld(world), eventful(world.now), world.now + 40_000);
    expect(world).toEqual(before);
  });

  test('goes on exactly as the original would', () => {
    const world = boot(guideLab());
    run(world, eventful(world.now).slice(0, 10), world.now + 3_050);
    const fork = forkWorld(world);
    for (const one of [world, fork]) run(one, eventful(one.now), one.now + 40_000);
    expect(seen(fork)).toEqual(seen(world));
  });
});

describe('a recording', () => {
  const recorded = () => {
    const recording = new Recording(boot(guideLab()));
    const moments = new Map<number, World>();
    for (const { at, action } of eventful(recording.now).sort((a, b) => a.at - b.at)) {
      recording.advanceTo(at);
      recording.act(action);
      recording.advanceTo(at + 50);
      moments.set(recording.now, forkWorld(recording.world));
    }
    return { recording, moments };
  };

  test('shows every moment again as it was', () => {
    const { recording, moments } = recorded();
    expect(moments.size).toBeGreaterThan(40);
    for (const [time, world] of moments) expect(seen(recording.worldAt(time)), `${time} ms`).toEqual(seen(world));
  });

  test('is not touched by looking back', () => {
    const { recording } = recorded();
    const before = structuredClone(recording.world);
    recording.worldAt(recording.now - 20_000);
    expect(recording.world).toEqual(before);
  });

  test('steps from one message to the next', () => {
    const recording = new Recording(boot(guideLab()));
    recording.act({ kind: 'visit', host: 'A', visit: { path: '/hello' } });
    const start = recording.now;
    let steps = 0;
    while (recording.world.hosts.get('A')?.kind === 'client' && recording.now < start + 50 && recording.stepOnce())
      steps++;
    const a = recording.world.hosts.get('A');
    expect(a?.kind === 'client' && a.last?.status).toBe(200);
    expect(steps).toBeGreaterThan(3);
  });
});

describe('notes', () => {
  test('say who made them, and what nginx writes about a request goes to its own error log', () => {
    const notes: Note[] = [];
    const lab = guideLab({ terminals: { count: 1, redis: 'absent' } });
    const world = boot(lab, (note) => notes.push(note));
    run(
      world,
      [power(world.now, 'tomcat1', 'crash'), power(world.now, 'tomcat2', 'crash'), visit(world.now + 1, 'A', '/')],
      world.now + 1000,
      (note) => notes.push(note),
    );
    expect(notes.filter(({ host }) => !world.hosts.has(host))).toEqual([]);
    const log = world.disks.get('server')?.get('/var/log/nginx/error.log');
    const lines = typeof log === 'object' && 'kind' in log && log.kind === 'log' ? log.lines : [];
    expect(lines.filter((line) => line.includes('connect() failed (111: Connection refused)'))).toHaveLength(2);
  });
});
