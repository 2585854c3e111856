import { isDeepStrictEqual } from 'node:util';
import { serialize } from 'node:v8';
import { Replay } from '../../simulator/engine/replay.ts';
import { BOOTED_AT, boot, forkWorld, type Lab, stateHash, type World } from '../../simulator/index.ts';
import { begin, type Draw, disturbances, drawing, repairs, trafficAt } from './disturbances.ts';
import { Tab } from './tab.ts';

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

/** How often a page shows where its lab is (virtual ms), and every view is opened. */
const LOOK = 10_000;
const LOOK_AROUND = 600_000;

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
  /** Copies of it that are kept: between half as many as may be, and as many. */
  copies: number;
  /** Bytes of this process's heap after it was cleaned up; `undefined` where Node may not be asked to (`--expose-gc`). */
  heap: number | undefined;
  /** Whether the slice, played again from a copy of its beginning, led to the very same world. */
  same: boolean;
  hash: string;
}

/** Runs a lab to its end, slice by slice, with all that a tab of a browser has of it. */
export function* endured({ lab, seed, rate, time, slice, disturbances: count }: Endurance): Generator<Slice> {
  const tab = new Tab(lab, boot(lab));
  const { recording } = tab;
  const { world } = recording;
  const draw = drawing(seed + 1);
  const until = BOOTED_AT + time;
  const [first, last] = [BOOTED_AT + CALM, until - CALM - REPAIRED];
  const plan = [
    begin(trafficAt(rate, seed), BOOTED_AT),
    ...disturbances(lab, count, first, last, drawing(seed)),
    ...repairs(lab, last),
  ];
  let [requests, pages] = [0, 0];
  recording.notes.follow((note) => {
    if (note.kind === 'requested') requests++;
    if (note.kind === 'answered' && note.status === 200) pages++;
  });
  let done = 0;
  for (let at = BOOTED_AT + slice; at <= until; at += slice) {
    const [copy, before] = [forkWorld(world), done];
    for (const planned of plan.slice(done)) {
      if (planned.at > at) break;
      pass(tab, planned.at, draw);
      recording.act(planned.action);
      done++;
    }
    pass(tab, at, draw);
    const again = new Replay(copy, plan, before).goTo({ at, actions: done });
    const same = isDeepStrictEqual(seen(again), seen(world));
    const heap = heapAfterCleaning();
    const bytes = serialize(world).length;
    const { checkpoints: copies } = recording;
    yield {
      at: at - BOOTED_AT,
      deeds: done,
      requests,
      pages,
      world: bytes,
      copies,
      heap,
      same,
      hash: stateHash(world),
    };
  }
}

/** Lets time pass, while somebody looks. */
function pass(tab: Tab, until: number, draw: Draw): void {
  const { recording } = tab;
  const nextLook = () => (Math.floor(recording.now / LOOK) + 1) * LOOK;
  for (let next = nextLook(); next <= until; next = nextLook()) {
    recording.advanceTo(next);
    tab.look();
    if (next % LOOK_AROUND === LOOK_AROUND / 2) tab.lookAround(BOOTED_AT + draw(next - BOOTED_AT));
  }
  recording.advanceTo(until);
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
