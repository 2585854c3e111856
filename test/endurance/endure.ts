import { isDeepStrictEqual } from 'node:util';
import { serialize } from 'node:v8';
import { Engine } from '../../simulator/engine/engine.ts';
import { Replay } from '../../simulator/engine/replay.ts';
import { BOOTED_AT, boot, forkWorld, type Lab, type Planned, stateHash, type World } from '../../simulator/index.ts';
import { begin, disturbances, drawing, repairs, trafficAt } from './disturbances.ts';

/** A lab that is left running. Times in virtual ms. */
export interface Endurance {
  lab: Lab;
  /** Decides what is done to it, and when. */
  seed: number;
  /** Requests a second, of all visitors together. */
  rate: number;
  /** How long it runs, and in slices of how long it is looked at. */
  time: number;
  slice: number;
  /** How many edits, reloads and faults there are, evenly over all of the time but the `CALM` at both ends. */
  disturbances: number;
}

/** Sessions last half an hour: after an hour in which nobody disturbs a lab as many end as begin. */
const CALM = 3_600_000;
/** Whoever was waiting at a broken server has his answer after that. */
const REPAIRED = 300_000;

/** What a slice of the run left behind. */
export interface Slice {
  /** When it ended, since the beginning. */
  at: number;
  /** What has been done and asked by then, and how often a page came of it. */
  deeds: number;
  requests: number;
  pages: number;
  /** Bytes of the world, written out. */
  world: number;
  /** Bytes of this process's heap after it was cleaned up; `undefined` where Node may not be asked to (`--expose-gc`). */
  heap: number | undefined;
  /** Whether the slice, played again from a copy of its beginning, led to the very same world. */
  same: boolean;
  hash: string;
}

/** Runs a lab to its end, slice by slice. Every note is made, and none is kept. */
export function* endured({ lab, seed, rate, time, slice, disturbances: count }: Endurance): Generator<Slice> {
  const world = boot(lab);
  const until = BOOTED_AT + time;
  const [first, last] = [BOOTED_AT + CALM, until - CALM - REPAIRED];
  const plan = [
    begin(trafficAt(rate, seed), BOOTED_AT),
    ...disturbances(lab, count, first, last, drawing(seed)),
    ...repairs(lab, last),
  ];
  let [requests, pages] = [0, 0];
  const engine = new Engine(world, (note) => {
    if (note.kind === 'requested') requests++;
    if (note.kind === 'answered' && note.status === 200) pages++;
  });
  let done = 0;
  for (let at = BOOTED_AT + slice; at <= until; at += slice) {
    const [copy, before] = [forkWorld(world), done];
    done = advanced(engine, plan, done, at);
    const again = new Replay(copy, plan, before).goTo({ at, actions: done });
    const same = isDeepStrictEqual(seen(again), seen(world));
    const heap = heapAfterCleaning();
    const bytes = serialize(world).length;
    yield { at: at - BOOTED_AT, deeds: done, requests, pages, world: bytes, heap, same, hash: stateHash(world) };
  }
}

/** Performs all that is due and all that is planned by `until`; how much of the plan is done then. */
function advanced(engine: Engine, plan: readonly Planned[], done: number, until: number): number {
  const { world } = engine;
  const pass = (time: number) => {
    while (engine.advance(time));
    world.now = Math.max(world.now, time);
  };
  let next = done;
  for (let planned = plan[next]; planned && planned.at <= until; planned = plan[++next]) {
    pass(planned.at);
    engine.step(planned.action);
  }
  pass(until);
  return next;
}

/** A heap may be laid out in several ways, and which pages two copies share is no part of a world. */
const seen = (world: World) =>
  structuredClone({ ...world, queue: [...world.queue].sort((a, b) => a.serial - b.serial) });

function heapAfterCleaning(): number | undefined {
  if (!globalThis.gc) return;
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** How much more a run weighs at its end than after its first calm, and at its heaviest; 1: the same. */
export function growth(weights: readonly number[], slice: number): { end: number; peak: number } {
  const before = weights[Math.round(CALM / slice) - 1] ?? Number.NaN;
  return { end: (weights.at(-1) ?? Number.NaN) / before, peak: Math.max(...weights) / before };
}
