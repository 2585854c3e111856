import { forkWorld } from './behaviours.ts';
import { Checkpoints, type Moment } from './checkpoints.ts';
import { Engine } from './engine.ts';
import { countUpTo, type Memory, Notes } from './notes.ts';
import { Replay } from './replay.ts';
import { type Strike, strikesAfter, strikesBefore } from './strike.ts';
import type { Note, Planned, Scheduled, World } from './world.ts';

/**
 * A run that is being written: its start, what was done to it and when, and a checkpoint every so
 * many steps, so that any moment of it can be looked at again. Deterministic: the same start and actions give the
 * same world, to the bit.
 */
export class Recording {
  readonly actions: Planned[] = [];
  #notes: Notes;
  /** How many notes there were before each of the actions. */
  readonly #notesBefore: number[] = [];
  #checkpoints: Checkpoints;
  readonly #engine: Engine;
  /** What is to be done in the middle of the next request. It strikes once. */
  strike: Strike | undefined;
  /** Where somebody looked last: whoever looks on from there needs no jump. */
  #playhead: Replay | undefined;
  /** Where notes were told anew last: whoever reads on from there needs no jump. */
  #teller: { replay: Replay; until: number } | undefined;

  /** `memory`: how many of the notes are kept, if not as many as usual. */
  constructor(start: World, memory?: Memory) {
    this.#notes = new Notes(this.#retell, memory);
    this.#checkpoints = new Checkpoints(start);
    this.#engine = new Engine(forkWorld(start), (note) => this.#notes.push(note));
  }

  get notes(): Notes {
    return this.#notes;
  }

  /** The newest state. Look, but do not touch. */
  get world(): World {
    return this.#engine.world;
  }

  get now(): number {
    return this.world.now;
  }

  /** The next message or timer. */
  get next(): Scheduled | undefined {
    return this.world.queue[0];
  }

  /** The newest moment. */
  get end(): Moment {
    return { at: this.now, actions: this.actions.length };
  }

  /** How many copies of the world are kept. */
  get checkpoints(): number {
    return this.#checkpoints.count;
  }

  /** Lets virtual time pass until `time` (ms). */
  advanceTo(time: number): void {
    while (this.#advance(time));
    this.world.now = Math.max(this.now, time);
  }

  /** Lets exactly the next message or timer happen. False when nothing is scheduled. */
  stepOnce(): boolean {
    return this.#advance(Infinity);
  }

  /** Performs an action now, after all that is due by now. */
  act(action: Planned['action']): void {
    this.advanceTo(this.now);
    this.#notesBefore.push(this.notes.length);
    this.actions.push({ at: this.now, action });
    this.#engine.step(action);
  }

  /** The moment when all that was due by `time` (ms) had happened and all had been done that was done by then. */
  momentAt(time: number): Moment {
    return { at: time, actions: countUpTo(this.actions, time, (action) => action.at) };
  }

  /** How many of the notes had been made by a moment. */
  notesAt({ at, actions }: Moment): number {
    const made = this.notes.upTo(at);
    return Math.min(made, this.#notesBefore[actions] ?? made);
  }

  /** The world at a moment. Look, but do not touch; good until somebody looks again or the run goes on. */
  lookAt(moment: Moment): World {
    if (this.#isNewest(moment)) return this.world;
    if (!this.#playhead?.isBefore(moment)) this.#playhead = undefined;
    const from = this.#checkpoints.before(moment);
    // From a near checkpoint is nearer than from a far playhead.
    if (!this.#playhead || this.#playhead.moment.at < from.at) this.#playhead = this.#replayNear(moment);
    return this.#playhead.goTo(moment);
  }

  /** A copy of the world as it was when all that was due by `time` (ms) had happened. */
  worldAt(time: number): World {
    return forkWorld(this.lookAt(this.momentAt(time)));
  }

  /** The run from a moment on, to be played again. */
  replayFrom(moment: Moment): Replay {
    const replay = this.#replayNear(moment);
    replay.goTo(moment);
    return replay;
  }

  /** A recording with the same past up to a moment, which goes on from there by itself. */
  fork(moment: Moment): Recording {
    const fork = new Recording(this.lookAt(moment));
    for (let i = 0; i < moment.actions; i++) fork.actions.push(this.actions[i] as Planned);
    for (let i = 0; i < moment.actions; i++) fork.#notesBefore.push(this.#notesBefore[i] as number);
    fork.#notes = this.notes.fork(this.notesAt(moment), fork.#retell);
    fork.strike = this.strike;
    fork.#checkpoints = this.#checkpoints.upTo(moment);
    return fork;
  }

  #advance(until: number): boolean {
    const { next, strike } = this;
    const before = strike && next && next.at <= until ? strikesBefore(strike, next, this.world) : undefined;
    if (strike && before !== undefined) {
      this.world.now = before;
      this.#perform(strike);
    }
    const told = this.notes.length;
    if (!this.#engine.advance(until)) return before !== undefined;
    // Nobody looks at the past while the run goes on.
    this.#playhead = undefined;
    this.#teller = undefined;
    this.#checkpoints.stepped(this.world, this.actions.length);
    if (strike && next && strikesAfter(strike, next, this.notes.slice(told), this.world)) this.#perform(strike);
    return true;
  }

  #perform({ action }: Strike): void {
    this.strike = undefined;
    this.act(action);
  }

  /** The run played again from the nearest copy of its world. */
  #replayNear(moment: Moment): Replay {
    const since = this.notes.forgottenSince(moment.at);
    if (since !== undefined) this.#copyBefore(since);
    const from = this.#checkpoints.before(moment);
    return new Replay(from.world, this.actions, from.actions);
  }

  /** The run played again until just before a time; whoever wants to go there next finds a copy of its world. */
  #copyBefore(time: number): Replay {
    const from = this.#checkpoints.earlierThan(time);
    const replay = new Replay(from.world, this.actions, from.actions);
    if (replay.goUntil(time)) this.#checkpoints.visited(replay.world, replay.moment.actions);
    return replay;
  }

  readonly #retell = (from: number, until: number): readonly Note[] => {
    const teller = this.#teller?.until === from ? this.#teller.replay : this.#copyBefore(from);
    this.#teller = { replay: teller, until };
    return teller.notesUntil(until);
  };

  #isNewest({ at, actions }: Moment): boolean {
    return at >= this.now && actions >= this.actions.length;
  }
}
