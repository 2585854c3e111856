import type { Act } from '../../simulator/index.ts';
import { Allowance } from './allowance.ts';
import { messageIn } from './guards.ts';
import { type Body, type Cursor, type Entry, type Message, message, type WindowId } from './messages.ts';
import { nothingTold, type Told, withEntry } from './told.ts';

/**
 * How a stage stands: `waiting` until a desk has spoken, `silent` when it no longer does, `other-version` when it speaks
 * another protocol, `other-lesson` when it shows another lab.
 */
export type Following = 'waiting' | 'in-step' | 'out-of-step' | 'silent' | 'other-version' | 'other-lesson';

/** The stage's own engine. What it is told is done in order. */
export interface FollowedEngine {
  /** Does these acts, lets time pass until `end`, shows the moment `at`; `anew`: from the beginning. */
  follow(run: { anew: boolean; acts: readonly Act[]; end: number; at: number }): void;
  /** The hash of what it has come to by then. */
  hash(): Promise<string>;
}

export interface FollowerInput {
  id: WindowId;
  lesson: string;
  engine: FollowedEngine;
  post(message: Message): void;
  /** Real ms. */
  now(): number;
  changed(): void;
}

/** A desk says something every second; after so many ms without, it is taken to be gone. */
const SILENT_MS = 4000;
/** What is missing is asked for again after this. */
const ASK_AGAIN_MS = 400;
const MESSAGES_PER_SECOND = 300;
/** Entries that came too early and are kept for later. */
const MOST_EARLY = 5000;

/**
 * The stage's end of the class: takes the desk's log and cursor in whatever order they come, and has its own engine do the
 * same. It only listens; all that it says is what it lacks and how it stands.
 */
export class Follower {
  following: Following = 'waiting';
  told: Told = nothingTold();
  /** The desk's newest word on where it is. */
  cursor: (Cursor & { from: WindowId }) | undefined;
  readonly #input: FollowerInput;
  readonly #allowance: Allowance;
  #log: string | undefined;
  #seq = -1;
  readonly #early = new Map<number, Entry>();
  #done = { acts: 0, turns: -1, end: 0, at: 0 };
  #heard = 0;
  #asked = Number.NEGATIVE_INFINITY;
  #checked = '';

  constructor(input: FollowerInput) {
    this.#input = input;
    this.#allowance = new Allowance(MESSAGES_PER_SECOND, input.now);
  }

  /** Asks for the log; to be called once there is somebody to ask, and every second. */
  tick(): void {
    const { now } = this.#input;
    if (this.cursor && now() - this.#heard > SILENT_MS) this.#become('silent');
    if (!this.cursor || this.#seq < this.cursor.seq || this.following === 'silent') this.#ask();
    else if (this.#log !== undefined)
      this.#say({ type: 'standing', log: this.#log, seq: this.#seq, inStep: this.following === 'in-step' });
  }

  /** Takes in whatever has come. */
  hear(data: unknown): void {
    if (!this.#allowance.take()) return;
    const heard = messageIn(data);
    if ('refused' in heard) {
      if (heard.refused === 'other-version' && !this.cursor) this.#become('other-version');
      return;
    }
    if (heard.type === 'log') this.#takeLog(heard);
    else if (heard.type === 'cursor') this.#takeCursor(heard);
    else if (heard.type === 'hello' && heard.role === 'desk') this.#greet(heard);
  }

  /** Works everything out once more from the log. */
  startAgain(): void {
    this.#done = { ...this.#done, turns: -1 };
    this.#checked = '';
    this.#goOn();
  }

  /** A desk was opened. If it has another log than the one that was followed, whose desk is silent, that is the class now. */
  #greet({ log, from }: Extract<Message, { type: 'hello' }>): void {
    if (log !== this.#log && this.#isFree(from)) this.#forget(log);
    this.#ask();
  }

  #isFree(from: WindowId): boolean {
    const { cursor } = this;
    return !cursor || cursor.from === from || this.#input.now() - this.#heard > SILENT_MS;
  }

  #forget(log: string | undefined): void {
    this.#log = log;
    this.#seq = -1;
    this.#early.clear();
    this.told = nothingTold();
    this.cursor = undefined;
    this.#done = { ...this.#done, turns: -1 };
    this.#checked = '';
  }

  #takeLog({ log, entries, from }: Extract<Message, { type: 'log' }>): void {
    if (log !== this.#log) {
      if (!this.#isFree(from)) return;
      this.#forget(log);
    }
    for (const entry of entries)
      if (entry.seq > this.#seq && this.#early.size < MOST_EARLY) this.#early.set(entry.seq, entry);
    for (let next = this.#early.get(this.#seq + 1); next; next = this.#early.get(this.#seq + 1)) {
      this.#early.delete(next.seq);
      this.#seq = next.seq;
      this.told = withEntry(this.told, next);
    }
    this.#goOn();
  }

  #takeCursor(cursor: Cursor & { from: WindowId }): void {
    if (cursor.log !== this.#log) {
      if (!this.#isFree(cursor.from)) return;
      this.#forget(cursor.log);
    }
    const last = this.cursor;
    this.#heard = this.#input.now();
    // One that was overtaken on its way tells nothing new.
    if (last && last.from === cursor.from && cursor.turn <= last.turn) return;
    this.cursor = cursor;
    this.#goOn();
  }

  /** Has the engine do what the log has up to the cursor, if all of it is here. */
  #goOn(): void {
    const { cursor, told } = this;
    const { lesson, engine } = this.#input;
    if (!cursor) return;
    if (told.lesson !== undefined && told.lesson !== lesson) return this.#become('other-lesson');
    if (this.#seq < cursor.seq) return this.#ask();
    // Entries that the cursor does not speak of yet wait for the next one.
    if (this.#seq > cursor.seq) return;
    const done = this.#done;
    const anew = told.turns !== done.turns || cursor.end < done.end;
    const acts = anew ? told.acts : told.acts.slice(done.acts);
    if (anew || acts.length > 0 || cursor.end !== done.end || cursor.at !== done.at)
      engine.follow({ anew, acts: [...acts], end: cursor.end, at: cursor.at });
    this.#done = { acts: told.acts.length, turns: told.turns, end: cursor.end, at: cursor.at };
    if (this.following !== 'out-of-step') this.following = 'in-step';
    this.#input.changed();
    if (cursor.hash !== undefined) void this.#check(cursor.hash, cursor);
  }

  async #check(hash: string, { log, seq, end }: Cursor): Promise<void> {
    const about = `${log} ${seq} ${end} ${hash}`;
    if (about === this.#checked) return;
    this.#checked = about;
    const own = await this.#input.engine.hash();
    if (about !== this.#checked) return;
    const inStep = own === hash;
    this.#become(inStep ? 'in-step' : 'out-of-step');
    this.#say({ type: 'standing', log, seq, inStep });
  }

  #ask(): void {
    const now = this.#input.now();
    if (now - this.#asked < ASK_AGAIN_MS) return;
    this.#asked = now;
    this.#say({ type: 'hello', role: 'stage', log: this.#log, lastSeq: this.#seq });
  }

  #say(body: Body): void {
    this.#input.post(message(this.#input.id, body));
  }

  #become(following: Following): void {
    if (this.following === following) return;
    this.following = following;
    this.#input.changed();
  }
}
