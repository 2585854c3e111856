import { forkWorld } from './behaviours.ts';
import { Engine } from './engine.ts';
import type { Note, Planned, World } from './world.ts';

/** Performed messages and timers between two checkpoints: few enough that a jump takes one frame. */
const STEPS_BETWEEN_CHECKPOINTS = 500;

interface Checkpoint {
  at: number;
  /** How many planned actions had been performed. */
  actions: number;
  world: World;
}

/**
 * A run that is being written: its start, what was done to it and when, and a checkpoint every so
 * many steps, so that any moment of it can be looked at again (`worldAt`). Deterministic: the same
 * start and actions give the same world, to the bit.
 */
export class Recording {
  readonly actions: Planned[] = [];
  readonly notes: Note[] = [];
  readonly #checkpoints: Checkpoint[];
  readonly #engine: Engine;
  #stepsSinceCheckpoint = 0;

  constructor(start: World) {
    this.#checkpoints = [{ at: start.now, actions: 0, world: forkWorld(start) }];
    this.#engine = new Engine(forkWorld(start), (note) => this.notes.push(note));
  }

  /** The newest state. Look, but do not touch. */
  get world(): World {
    return this.#engine.world;
  }

  get now(): number {
    return this.world.now;
  }

  /** When the next message or timer is due, if anything is. */
  get nextAt(): number | undefined {
    return this.world.queue[0]?.at;
  }

  /** Lets virtual time pass until `time` (ms). */
  advanceTo(time: number): void {
    while (this.#engine.advance(time)) this.#countStep();
    this.world.now = Math.max(this.now, time);
  }

  /** Lets exactly the next message or timer happen. False when nothing is scheduled. */
  stepOnce(): boolean {
    const due = this.#engine.advance(Infinity);
    if (due) this.#countStep();
    return due;
  }

  /** Performs an action now, after all that is due by now. */
  act(action: Planned['action']): void {
    this.advanceTo(this.now);
    this.actions.push({ at: this.now, action });
    this.#engine.step(action);
  }

  /** The world as it was when all that was due by `time` (ms) had happened. */
  worldAt(time: number): World {
    if (time >= this.now) return forkWorld(this.world);
    const from = this.#checkpoints.findLast((checkpoint) => checkpoint.at < time) ?? this.#checkpoints[0];
    if (!from) throw new Error('a recording begins with a checkpoint');
    const engine = new Engine(forkWorld(from.world));
    const advanceTo = (until: number) => {
      while (engine.advance(until));
      engine.world.now = Math.max(engine.world.now, until);
    };
    for (const { at, action } of this.actions.slice(from.actions)) {
      if (at > time) break;
      advanceTo(at);
      engine.step(action);
    }
    advanceTo(time);
    return engine.world;
  }

  #countStep(): void {
    if (++this.#stepsSinceCheckpoint < STEPS_BETWEEN_CHECKPOINTS) return;
    this.#stepsSinceCheckpoint = 0;
    this.#checkpoints.push({ at: this.now, actions: this.actions.length, world: forkWorld(this.world) });
  }
}
