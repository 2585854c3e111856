import type { Note } from './world.ts';

/** How much of a long run's notes is in memory. */
export interface Memory {
  /** Notes of a block, or a few more: those of one moment stay together. */
  block: number;
  /** So many of the newest blocks are kept, */
  kept: number;
  /** and so many of those that were told anew last. */
  retold: number;
}

/** The notes of some 13,000 requests, which weigh some 50 MB: every lesson's run, whole. */
const USUAL: Memory = { block: 4000, kept: 50, retold: 8 };

/** All that is noted from a time (virtual ms) on and before another. */
type Retell = (from: number, until: number) => readonly Note[];

/**
 * The notes of a run, in order. However long it goes on, only the newest are kept: older ones are told anew when somebody
 * asks for them, by playing that part of the run again.
 */
export class Notes implements Iterable<Note> {
  readonly #retell: Retell;
  readonly #memory: Memory;
  /** Of each block, the number of its first note, and the time: no note before the block was made at that time. */
  #firsts: number[] = [0];
  #times: number[] = [Number.NEGATIVE_INFINITY];
  /** The blocks from the one of number `#forgotten` on. The last is being written. */
  #kept: Note[][] = [[]];
  #forgotten = 0;
  /** Blocks that were told anew, the one asked for last at the end. */
  #retold = new Map<number, readonly Note[]>();
  readonly #followers: ((note: Note, place: number) => void)[] = [];

  constructor(retell: Retell, memory: Memory = USUAL) {
    this.#retell = retell;
    this.#memory = memory;
  }

  get length(): number {
    return (this.#firsts.at(-1) ?? 0) + this.#newest.length;
  }

  /** The number of the first note that is kept; to ask for earlier ones takes time. */
  get firstKept(): number {
    return this.#firsts[this.#forgotten] ?? 0;
  }

  /** The note of a number, counted from 0. */
  at(place: number): Note | undefined {
    if (place < 0 || place >= this.length) return undefined;
    const block = this.#blockOf(place);
    return this.#notesOf(block)[place - (this.#firsts[block] ?? 0)];
  }

  /** The notes from one number on and before another. */
  slice(from = 0, until = this.length): Note[] {
    const notes: Note[] = [];
    this.tell(from, until, (note) => notes.push(note));
    return notes;
  }

  /** Tells somebody these notes in order, as `follow` does. Of what is no longer kept, no more is told anew at once than a block. */
  tell(from: number, until: number, hear: (note: Note, place: number) => void): void {
    let place = Math.max(0, from);
    const end = Math.min(until, this.length);
    while (place < end) {
      const block = this.#blockOf(place);
      const first = this.#firsts[block] ?? 0;
      const own = this.#notesOf(block);
      for (; place < Math.min(first + own.length, end); place++) hear(own[place - first] as Note, place);
    }
  }

  *[Symbol.iterator](): Generator<Note> {
    for (let block = 0; block < this.#firsts.length; block++) yield* this.#notesOf(block);
  }

  /** How many had been made when all that was due by a time had happened. */
  upTo(time: number): number {
    const block = countUpTo(this.#times, time, (one) => one) - 1;
    return (this.#firsts[block] ?? 0) + countUpTo(this.#notesOf(block), time, ({ at }) => at);
  }

  /** Where the block that a time lies in begins, if it is no longer kept. */
  forgottenSince(time: number): number | undefined {
    const block = countUpTo(this.#times, time, (one) => one) - 1;
    return block < this.#forgotten ? this.#times[block] : undefined;
  }

  push(note: Note): void {
    const newest = this.#newest;
    const last = newest.at(-1);
    const place = this.length;
    if (last && newest.length >= this.#memory.block && note.at > last.at) this.#begin(note, place);
    else newest.push(note);
    for (const hear of this.#followers) hear(note, place);
  }

  /** From now on somebody is told each note as it comes. */
  follow(hear: (note: Note, place: number) => void): void {
    this.#followers.push(hear);
  }

  /** The first so many, for a run that goes on from there otherwise and tells its notes anew by itself. */
  fork(count: number, retell: Retell): Notes {
    const fork = new Notes(retell, this.#memory);
    // The block of the last note, for the next may be an earlier one than here.
    const last = this.#blockOf(Math.max(0, count - 1));
    fork.#firsts = this.#firsts.slice(0, last + 1);
    fork.#times = this.#times.slice(0, last + 1);
    fork.#forgotten = Math.min(this.#forgotten, last);
    // Nobody writes into a block but the last.
    fork.#kept = this.#kept.slice(0, Math.max(0, last - this.#forgotten));
    fork.#kept.push(this.#notesOf(last).slice(0, count - (this.#firsts[last] ?? 0)));
    return fork;
  }

  get #newest(): Note[] {
    return this.#kept.at(-1) as Note[];
  }

  #begin(note: Note, place: number): void {
    this.#firsts.push(place);
    this.#times.push(note.at);
    this.#kept.push([note]);
    if (this.#kept.length <= this.#memory.kept) return;
    this.#kept.shift();
    this.#forgotten++;
  }

  #blockOf(place: number): number {
    return countUpTo(this.#firsts, place, (one) => one) - 1;
  }

  #notesOf(block: number): readonly Note[] {
    const kept = this.#kept[block - this.#forgotten];
    if (kept) return kept;
    const notes =
      this.#retold.get(block) ?? this.#retell(this.#times[block] as number, this.#times[block + 1] as number);
    if (notes.length !== (this.#firsts[block + 1] ?? 0) - (this.#firsts[block] ?? 0))
      throw new Error('what was played again went otherwise');
    this.#retold.delete(block);
    this.#retold.set(block, notes);
    const [oldest] = this.#retold.keys();
    if (oldest !== undefined && this.#retold.size > this.#memory.retold) this.#retold.delete(oldest);
    return notes;
  }
}

/** How many of a list in order are not greater than a number. */
export function countUpTo<T>(list: readonly T[], most: number, numberOf: (one: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(list[middle] as T) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
