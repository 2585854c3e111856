import type { Act } from '../../simulator/index.ts';
import type { ToldRun } from '../lab/questions.ts';
import { Allowance } from './allowance.ts';
import { MOST_ENTRIES, messageIn } from './guards.ts';
import {
  type Body,
  type Entry,
  type Input,
  type LogId,
  type Message,
  message,
  type WindowId,
  type WishName,
} from './messages.ts';
import { type Told, toldBy, withEntry } from './told.ts';

/** A log and how far its run has come: what a desk keeps to go on after a reload. */
export interface Kept {
  log: LogId;
  entries: readonly Entry[];
  end: number;
  at: number;
}

export interface LeaderInput {
  id: WindowId;
  kept: Kept;
  /** The run as the desk's engine has it by then. */
  told(known: { run: number; branch: number; acts: number }, hashed: boolean): Promise<ToldRun>;
  /** Whether time passes by itself, and how fast. */
  pace(): { playing: boolean; speed: number };
  post(message: Message): void;
  /** Whoever speaks is the presenter himself. */
  own: boolean;
  wish(wish: WishName): void;
  /** Real ms. */
  now(): number;
  changed(): void;
}

/** How a stage stands, as far as it has said so, and when (real ms). */
export interface Stage {
  inStep: boolean | undefined;
  heard: number;
}

/** While time passes by itself, the hash is worked out this often (ms). */
const HASH_MS = 2000;
/** Stages ask when they come, or lack something: so many answers a second are enough for all of them. */
const ANSWERS_PER_SECOND = 10;
const MESSAGES_PER_SECOND = 100;
const MOST_STAGES = 500;
/** Every window says something every second or two; after so many ms without, it is taken to be closed. */
const GONE_MS = 5000;
/** Characters of a message, about. */
const LONGEST = 400_000;

/**
 * The desk's end of the class: the only one that writes the log. What was done to the desk's lab is read from its engine
 * after the fact, with the exact times, so that nothing that can be done to a lab is left out.
 */
export class Leader {
  readonly #input: LeaderInput;
  readonly #messages: Allowance;
  readonly #answers: Allowance;
  readonly log: LogId;
  readonly entries: Entry[];
  told: Told;
  end: number;
  at: number;
  readonly stages = new Map<WindowId, Stage>();
  #rivalHeard = Number.NEGATIVE_INFINITY;
  #known = { run: -1, branch: -1, acts: 0 };
  #turn = 0;
  #hash: string | undefined;
  #hashed = Number.NEGATIVE_INFINITY;
  #observing: Promise<void> | undefined;
  #again = false;

  constructor(input: LeaderInput) {
    this.#input = input;
    this.#messages = new Allowance(MESSAGES_PER_SECOND, input.now);
    this.#answers = new Allowance(ANSWERS_PER_SECOND, input.now);
    const { log, entries, end, at } = input.kept;
    this.log = log;
    this.entries = [...entries];
    this.told = toldBy(entries);
    this.end = end;
    this.at = at;
  }

  /** Another desk speaks in the same room. */
  get rival(): boolean {
    return this.#input.now() - this.#rivalHeard < GONE_MS;
  }

  /** The stages that are there, as far as anybody knows. */
  present(): Stage[] {
    return [...this.stages.values()].filter(({ heard }) => this.#input.now() - heard < GONE_MS);
  }

  /** Says that there is a desk now. */
  begin(): void {
    this.#say({ type: 'hello', role: 'desk', log: this.log, lastSeq: this.entries.length - 1 });
    this.#sayCursor();
  }

  /** Says where the desk is, also when nothing happens; to be called every second. */
  tick(): void {
    this.#sayCursor();
    this.#input.changed();
  }

  /** Takes in what has become of the desk's lab; to be called whenever that changes. Resolves when it is in the log. */
  observe(): Promise<void> {
    if (this.#observing) this.#again = true;
    this.#observing ??= this.#observe().finally(() => {
      this.#observing = undefined;
    });
    return this.#observing;
  }

  /** Writes into the log at the moment that the run has come to. */
  put(...inputs: Input[]): void {
    this.#append(inputs.map((input) => ({ at: this.end, ...input })));
    this.#sayCursor();
    this.#input.changed();
  }

  /** Takes in whatever has come from other windows. */
  hear(data: unknown): void {
    if (!this.#messages.take()) return;
    const heard = messageIn(data);
    if ('refused' in heard) return;
    if (heard.type === 'log' || heard.type === 'cursor' || (heard.type === 'hello' && heard.role === 'desk')) {
      this.#rivalHeard = this.#input.now();
      return this.#input.changed();
    }
    if (heard.type === 'hello') this.#answer(heard);
    else if (heard.type === 'standing') this.#note(heard.from, heard.inStep);
    else if (this.#input.own) this.#input.wish(heard.wish);
  }

  async #observe(): Promise<void> {
    do {
      this.#again = false;
      const { playing } = this.#input.pace();
      const now = this.#input.now();
      const hashed = !playing || now - this.#hashed >= HASH_MS;
      const run = await this.#input.told(this.#known, hashed);
      if (hashed) this.#hashed = now;
      this.#take(run);
    } while (this.#again);
  }

  #take({ run, branch, from, acts, end, at, hash }: ToldRun): void {
    const fresh = from > 0 && from === this.told.acts.length ? acts : this.#turnTo(acts, end);
    this.#known = { run, branch, acts: from + acts.length };
    this.#append(fresh.map(({ at, act }) => ({ at, kind: 'act', act })));
    this.end = end;
    this.at = at;
    this.#hash = hash;
    this.#sayCursor();
    this.#input.changed();
  }

  /** Goes over to another run. Returns what it has that the log has not: as far as both are the same, they are one. */
  #turnTo(acts: readonly Act[], end: number): readonly Act[] {
    const { acts: known } = this.told;
    const differs = acts.findIndex(({ at, act }, nth) => known[nth]?.at !== at || known[nth]?.act !== act);
    const keep = differs < 0 ? acts.length : differs;
    if (keep < known.length) this.#append([{ at: acts[keep]?.at ?? end, kind: 'seek', keep }]);
    return acts.slice(keep);
  }

  #append(inputs: readonly ({ at: number } & Input)[]): void {
    if (inputs.length === 0) return;
    const fromSeq = this.entries.length;
    for (const input of inputs) {
      const entry: Entry = { seq: this.entries.length, ...input };
      this.entries.push(entry);
      this.told = withEntry(this.told, entry);
    }
    this.#sayEntries(fromSeq);
  }

  #answer({ from, log, lastSeq }: Extract<Message, { type: 'hello' }>): void {
    this.#note(from, undefined);
    if (!this.#answers.take()) return;
    this.#sayEntries(log === this.log ? lastSeq + 1 : 0);
    this.#sayCursor();
  }

  #note(stage: WindowId, inStep: boolean | undefined): void {
    const known = this.stages.get(stage);
    if (!known && this.stages.size >= MOST_STAGES) return;
    this.stages.set(stage, { inStep: inStep ?? known?.inStep, heard: this.#input.now() });
    this.#input.changed();
  }

  /** In messages of a bearable length. */
  #sayEntries(fromSeq: number): void {
    for (let at = fromSeq; at < this.entries.length; ) {
      const part: Entry[] = [];
      for (let length = 0; length < LONGEST && part.length < MOST_ENTRIES; ) {
        const entry = this.entries[at + part.length];
        if (!entry) break;
        part.push(entry);
        length += entry.kind === 'act' ? entry.act.length : 0;
      }
      this.#say({ type: 'log', log: this.log, fromSeq: at, entries: part });
      at += part.length;
    }
  }

  #sayCursor(): void {
    const hash = this.#hash === undefined ? {} : { hash: this.#hash };
    const { log, end, at } = this;
    const seq = this.entries.length - 1;
    this.#say({ type: 'cursor', log, turn: this.#turn++, seq, end, at, ...this.#input.pace(), ...hash });
  }

  #say(body: Body): void {
    this.#input.post(message(this.#input.id, body));
  }
}
