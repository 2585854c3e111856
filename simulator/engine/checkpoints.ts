import { forkWorld } from './behaviours.ts';
import type { World } from './world.ts';

/** A place in a recording: all that was due by `at` (ms) has happened, and so many of its actions were performed. */
export interface Moment {
  at: number;
  actions: number;
}

interface Checkpoint extends Moment {
  /** How many messages and timers had been performed before. */
  steps: number;
  world: World;
  /** What it has to itself, whatever the others hold, and what they may share. */
  own: number;
  shared: number;
}

/** Performed messages and timers between two checkpoints at least: few enough that a jump takes a fraction of a frame. */
const STEPS_BETWEEN = 500;

/** More copies than these would make no jump shorter that anybody notices. */
const MOST = 200;

/** What the copies may weigh between them, without what they share; a message weighs 1, which is some 200 bytes. */
const MOST_WEIGHT = 500_000;

/** What a visitor weighs, with cookies and pages, and a session or key. */
const VISITOR = 4;
const SESSION = 4;

/** After so many steps a copy shares 1 less with the one before, for sessions and keys are made and changed. */
const STEPS_PER_CHANGE = 25;

/** Places that were looked for last, between the checkpoints: who has been there is likely to look around. */
const MOST_VISITED = 4;

/**
 * Copies of a run's world, spread evenly over its steps: of a run of any length a bounded number. Where they would weigh
 * too much, a run of hours of thousands of sessions, fewer are kept, and of the distant past fewest.
 */
export class Checkpoints {
  #kept: Checkpoint[];
  #visited: Checkpoint[] = [];
  #steps = 0;
  /** When the next is taken. */
  #next = STEPS_BETWEEN;

  /** `first`: where the recording begins. */
  constructor(first: World) {
    this.#kept = [checkpoint(first, 0, 0)];
  }

  get count(): number {
    return this.#kept.length;
  }

  /** One more message or timer was performed, after so many actions. */
  stepped(world: World, actions: number): void {
    if (++this.#steps < this.#next) return;
    const newest = checkpoint(world, actions, this.#steps);
    this.#visited = [];
    this.#kept.push(newest);
    const spread = this.#thinOut() ? 0 : this.#steps / (2 * MOST);
    // To copy much takes longer.
    this.#next = this.#steps + Math.max(STEPS_BETWEEN, spread, (newest.own + newest.shared) / 16);
  }

  /** The newest from which the moment can be reached by going on; before the beginning there is only the beginning. */
  before(moment: Moment): Checkpoint {
    return this.#nearest(({ at, actions }) => at <= moment.at && actions <= moment.actions);
  }

  /** The newest from before a time (ms), so that all of that time can be played again. */
  earlierThan(time: number): Checkpoint {
    return this.#nearest(({ at }) => at < time);
  }

  /** Somebody has played a part of the run again, and come here. Until the run goes on this is kept as well. */
  visited(world: World, actions: number): void {
    this.#visited = [...this.#visited, checkpoint(world, actions, 0)].slice(-MOST_VISITED);
  }

  /** Those up to a moment, for a recording that goes on from there otherwise. The copies are shared: nobody changes them. */
  upTo({ at, actions }: Moment): Checkpoints {
    const [first] = this.#kept;
    if (!first) throw new Error('a recording begins with a checkpoint');
    const past = new Checkpoints(first.world);
    past.#kept = this.#kept.filter((one) => one.at <= at && one.actions <= actions);
    past.#steps = past.#kept.at(-1)?.steps ?? 0;
    past.#next = past.#steps + STEPS_BETWEEN;
    return past;
  }

  /** Returns whether they weighed too much. */
  #thinOut(): boolean {
    const weighs = this.#weight() > MOST_WEIGHT;
    while (this.#kept.length > MOST) this.#drop(() => 1);
    while (this.#kept.length > 2 && this.#weight() > MOST_WEIGHT) this.#drop((age) => age ** 0.75);
    return weighs;
  }

  #weight(): number {
    let weight = 0;
    let before = 0;
    for (const { own, shared, steps } of this.#kept) {
      weight += own + Math.min(shared, (steps - before) / STEPS_PER_CHANGE);
      before = steps;
    }
    return weight;
  }

  /** Drops the one that leaves the smallest gap, beside how wide one may be at its age (steps). */
  #drop(wide: (age: number) => number): void {
    let [least, which] = [Number.POSITIVE_INFINITY, 1];
    for (let i = 1; i < this.#kept.length - 1; i++) {
      const [before, one, after] = [this.#kept[i - 1], this.#kept[i], this.#kept[i + 1]] as Checkpoint[];
      const gap = ((after?.steps ?? 0) - (before?.steps ?? 0)) / wide(this.#steps - (one?.steps ?? 0));
      if (gap < least) [least, which] = [gap, i];
    }
    this.#kept.splice(which, 1);
  }

  #nearest(serves: (one: Checkpoint) => boolean): Checkpoint {
    const kept = this.#kept.findLast(serves) ?? this.#kept[0];
    if (!kept) throw new Error('a recording begins with a checkpoint');
    let nearest = kept;
    for (const one of this.#visited) if (serves(one) && one.at > nearest.at) nearest = one;
    return nearest;
  }
}

function checkpoint(world: World, actions: number, steps: number): Checkpoint {
  let [own, shared] = [world.queue.length, 0];
  for (const host of world.hosts.values()) {
    if (host.kind === 'client') own += VISITOR;
    if (host.kind === 'tomcat') for (const { sessions } of host.webapps.values()) shared += SESSION * sessions.size;
    if (host.kind === 'redis') for (const { entries } of host.server?.databases ?? []) shared += SESSION * entries.size;
  }
  return { at: world.now, actions, steps, world: forkWorld(world), own, shared };
}
