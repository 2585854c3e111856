import { fromFrame, type Result, type State } from '../embed/protocol.ts';
import { readFromFrame } from '../embed/read-from-frame.ts';
import { keep, recall } from '../storage.ts';
import { packed, unpacked } from './pack.ts';
import type { PackageData, Recorder, Session } from './recorder.ts';
import { after, type Standing } from './standing.ts';
import { isTrouble, type Trouble } from './trouble.ts';

/** What the learner is told about the results. */
export type Notice =
  | { code: 'waiting' }
  | { code: 'begun'; standing: Standing }
  /** Opened to look at only. */
  | { code: 'viewing' }
  /** There is no LMS, or no session with it. */
  | { code: 'unheard'; trouble: Trouble }
  | { code: 'recorded'; standing: Standing }
  /** A result that was not taken; it can be told again. */
  | { code: 'unrecorded'; trouble: Trouble }
  /** The work is too large for the LMS: this browser keeps it. */
  | { code: 'kept-here' }
  | { code: 'not-kept'; trouble?: Trouble }
  /** The earlier work is in the browser that it was done in, or builds on another edition of the package. */
  | { code: 'lost'; why: 'elsewhere' | 'edition' };

/** Stands in the LMS for a work that is kept by the browser. */
const IN_BROWSER = 'browser';

/** Not every stroke is kept: some LMSes store all that they know of a learner each time. Milliseconds. */
const KEPT_EVERY = 10_000;

/** A learner's session with an exercise: what the frame says, told to whoever records it. */
export class Course {
  readonly #recorder: Recorder;
  readonly #data: PackageData;
  readonly #say: (notice: Notice) => void;
  #session: Session | undefined;
  #standing: Standing = { best: undefined, passed: false };
  /** What was last to be kept, and whether the recorder has it. */
  #kept = { text: undefined as string | undefined, told: true };
  #unsent: Result | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(recorder: Recorder, data: PackageData, say: (notice: Notice) => void) {
    this.#recorder = recorder;
    this.#data = data;
    this.#say = say;
  }

  get returnUrl(): string | undefined {
    return this.#session?.returnUrl;
  }

  /** Begins the session; the learner's earlier work, if there is any. */
  async begin(): Promise<State | undefined> {
    this.#say({ code: 'waiting' });
    const session = await this.#recorder.open();
    if (isTrouble(session)) {
      this.#say({ code: 'unheard', trouble: session });
      return undefined;
    }
    this.#session = session;
    this.#standing = session.standing;
    this.#say(session.records ? { code: 'begun', standing: session.standing } : { code: 'viewing' });
    const unsent = session.records ? this.#unsentOfLastTime() : undefined;
    if (unsent) this.checked(unsent, undefined);
    return this.#earlierWork(session.kept);
  }

  /** A check was run, on work that now stands so. */
  checked(result: Result, state: State | undefined): void {
    this.#standing = after(this.#standing, result, this.#session?.mastery ?? this.#data.mastery);
    this.#unsent = result;
    this.#next(async () => {
      if (state) await this.#take(state);
      await this.#record();
    });
  }

  /** The learner's work stands so now: it is kept at the next occasion. */
  async changed(state: State): Promise<void> {
    if (!(await this.#take(state))) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.keep();
    }, KEPT_EVERY);
  }

  /** Has the work kept that is not yet. */
  keep(): void {
    this.#next(async () => {
      const { text, told } = this.#kept;
      if (text === undefined || told || !this.#session?.records) return;
      const trouble = await this.#recorder.keep(text);
      if (trouble) this.#say({ code: 'not-kept', trouble });
      else this.#kept = { text, told: true };
    });
  }

  /** Tells again what was not taken. */
  again(): void {
    this.#next(() => this.#record());
  }

  end(): void {
    this.#recorder.close(this.#kept.told ? undefined : this.#kept.text);
    this.#kept.told = true;
  }

  /** Whether a state is another one than is kept. */
  async #take(state: State): Promise<boolean> {
    const text = await this.#fitted(state);
    if (text === this.#kept.text) return false;
    this.#kept = { text, told: false };
    return true;
  }

  /** Tells the last result: one that was overtaken by it is in the standing already. */
  async #record(): Promise<void> {
    const result = this.#unsent;
    if (!result || !this.#session?.records) return;
    const text = this.#kept.told ? undefined : this.#kept.text;
    const trouble = await this.#recorder.record(result, this.#standing, text);
    if (trouble) {
      this.#store('unsent', JSON.stringify(fromFrame({ type: 'checked', ...result })));
      this.#say({ code: 'unrecorded', trouble });
      return;
    }
    if (text !== undefined) this.#kept = { text, told: true };
    this.#unsent = undefined;
    this.#store('unsent', undefined);
    this.#say({ code: 'recorded', standing: this.#standing });
  }

  /** What is kept of a state: it itself, or, where it is too large, a word for it, and the state in this browser. */
  async #fitted(state: State): Promise<string> {
    const text = await packed(state, this.#data.beginning);
    if (text.length <= this.#recorder.room) return text;
    this.#say(this.#store('work', text) === 'kept' ? { code: 'kept-here' } : { code: 'not-kept' });
    return IN_BROWSER;
  }

  #earlierWork(kept: string): State | undefined {
    const text = kept === IN_BROWSER ? recall(this.#key('work')) : kept;
    const state = text ? unpacked(text, this.#data.beginning) : undefined;
    if (kept !== '' && !state) this.#say({ code: 'lost', why: text ? 'edition' : 'elsewhere' });
    return state;
  }

  #unsentOfLastTime(): Result | undefined {
    try {
      const read = readFromFrame(JSON.parse(recall(this.#key('unsent')) ?? 'null'));
      return read.kind === 'message' && read.message.type === 'checked' ? read.message : undefined;
    } catch {
      return undefined;
    }
  }

  /** Learners may share a browser: what cannot be told apart is not stored. */
  #store(what: 'work' | 'unsent', text: string | undefined) {
    return this.#session?.learner ? keep(this.#key(what), text) : 'forbidden';
  }

  #key = (what: string) => `session-lab-lms:${this.#data.exercise}:${this.#session?.learner}:${what}`;

  /** One after the other: an LMS is told of the second check when it has heard of the first. */
  #next(task: () => Promise<void>): void {
    this.#queue = this.#queue.then(task).catch((error) => {
      this.#say({ code: 'unrecorded', trouble: { code: 'threw', said: String(error) } });
    });
  }
}
