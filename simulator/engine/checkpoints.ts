import { forkWorld } from './behaviours.ts';
import type { World } from './world.ts';

/** A place in a recording: all that was due by `at` (ms) has happened, and so many of its actions were performed. */
export interface Moment {
  at: number;
  actions: number;
}

interface Checkpoint extends Moment {
  world: World;
}

/** Performed messages and timers between two checkpoints at first: few enough that a jump takes a fraction of a frame. */
const STEPS_AT_FIRST = 500;

/** A copy shares most sessions and keys with the others, but holds every visitor: a long run thins its checkpoints out. */
const MOST = 200;

/**
 * Copies of a run's world at moments spread evenly over its steps. When there are too many, every other one goes and
 * the next are taken half as often, so that a run of any length keeps a bounded number.
 */
export class Checkpoints {
  #kept: Checkpoint[];
  #spacing = STEPS_AT_FIRST;
  #steps = 0;

  /** `first`: where the recording begins. */
  constructor(first: World) {
    this.#kept = [checkpoint(first, 0)];
  }

  get count(): number {
    return this.#kept.length;
  }

  /** One more message or timer was performed, after so many actions. */
  stepped(world: World, actions: number): void {
    if (++this.#steps < this.#spacing) return;
    this.#steps = 0;
    this.#kept.push(checkpoint(world, actions));
    if (this.#kept.length <= MOST) return;
    this.#kept = this.#kept.filter((_, index) => index % 2 === 0);
    this.#spacing *= 2;
  }

  /** The newest from which the moment can be reached by going on; before the beginning there is only the beginning. */
  before(moment: Moment): Checkpoint {
    const found =
      this.#kept.findLast(({ at, actions }) => at <= moment.at && actions <= moment.actions) ?? this.#kept[0];
    if (!found) throw new Error('a recording begins with a checkpoint');
    return found;
  }

  /** Those up to a moment, for a recording that goes on from there otherwise. The copies are shared: nobody changes them. */
  upTo({ at, actions }: Moment): Checkpoints {
    const [first] = this.#kept;
    if (!first) throw new Error('a recording begins with a checkpoint');
    const past = new Checkpoints(first.world);
    past.#kept = this.#kept.filter((one) => one.at <= at && one.actions <= actions);
    past.#spacing = this.#spacing;
    return past;
  }
}

const checkpoint = (world: World, actions: number): Checkpoint => ({ at: world.now, actions, world: forkWorld(world) });
