import { forkWorld } from './behaviours.ts';
import type { Moment } from './checkpoints.ts';
import { Engine } from './engine.ts';
import type { Note, Planned, Scheduled, World } from './world.ts';

/** A recorded run being played again, forward from some world of its. */
export class Replay {
  #engine: Engine;
  readonly #actions: readonly Planned[];
  #done: number;

  /** `from`: the world when the first `done` of the actions had been performed. It is not changed. */
  constructor(from: World, actions: readonly Planned[], done: number) {
    this.#engine = new Engine(forkWorld(from));
    this.#actions = actions;
    this.#done = done;
  }

  /** Look, but do not touch. */
  get world(): World {
    return this.#engine.world;
  }

  get moment(): Moment {
    return { at: this.world.now, actions: this.#done };
  }

  /** The message or timer that the next step performs, unless an action comes first. */
  get next(): Scheduled | undefined {
    const [item] = this.world.queue;
    const action = this.#actions[this.#done];
    return item && action && action.at < item.at ? undefined : item;
  }

  /** Whether the moment can be reached by going on. */
  isBefore({ at, actions }: Moment): boolean {
    return this.world.now <= at && this.#done <= actions;
  }

  /** Goes on to a moment that is not before this one. */
  goTo({ at, actions }: Moment): World {
    while (this.#done < actions && this.#perform());
    this.#advanceTo(at);
    return this.world;
  }

  /** Performs all that comes before a time (ms), and nothing of that time itself. Returns how much that was. */
  goUntil(time: number): number {
    let steps = 0;
    for (; this.#due < time; steps++) this.step(time);
    return steps;
  }

  /** The same, and what is noted on the way. */
  notesUntil(time: number): Note[] {
    const notes: Note[] = [];
    this.#engine = new Engine(this.world, (note) => notes.push(note));
    this.goUntil(time);
    this.#engine = new Engine(this.world);
    return notes;
  }

  /** Performs the next message, timer or action. False: there is none by `until` (ms). */
  step(until: number): boolean {
    if (this.next) return this.#engine.advance(until);
    const action = this.#actions[this.#done];
    return action !== undefined && action.at <= until && this.#perform();
  }

  /** When the next message, timer or action comes. */
  get #due(): number {
    return this.next?.at ?? this.#actions[this.#done]?.at ?? Number.POSITIVE_INFINITY;
  }

  #perform(): boolean {
    const planned = this.#actions[this.#done];
    if (!planned) return false;
    this.#done++;
    this.#advanceTo(planned.at);
    this.#engine.step(planned.action);
    return true;
  }

  #advanceTo(time: number): void {
    while (this.#engine.advance(time));
    this.world.now = Math.max(this.world.now, time);
  }
}
