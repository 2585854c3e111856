import type { CheckResult, Result } from '../embed/protocol.ts';
import { awaited, type Patience } from './find-api.ts';
import type { Recorder, Session } from './recorder.ts';
import type { Runtime } from './runtime.ts';
import { firstOf, responseOf } from './scorm-words.ts';
import type { Standing } from './standing.ts';
import type { Trouble } from './trouble.ts';

type Told = Trouble | undefined;

/** What the two versions of SCORM say each in elements of its own. `Elements`: those that may be set. */
export interface Dialect<Elements> {
  readonly room: number;
  /** The LMS's runtime, once it has put its interface on a window. */
  find(window: Window): Runtime<Elements> | undefined;
  /** The element that says whether this is the usual mode, or `browse` or `review`. */
  readonly mode: string;
  /** What the LMS knows of the learner; `fresh`: he has not begun. */
  read(runtime: Runtime<Elements>): { standing: Standing; learner: string; fresh: boolean };
  /** He has begun, and is not through. */
  begin(runtime: Runtime<Elements>): void;
  /** The score, and whether it passes. */
  score(runtime: Runtime<Elements>, standing: Standing): Told[];
  /** The n-th check as an interaction. */
  interaction(runtime: Runtime<Elements>, n: number, check: CheckResult, response: string, at: Date): Told[];
  /** Has `kept` stand there for the next session. */
  keep(runtime: Runtime<Elements>, kept: string): Told;
  /** He may come back, after so many milliseconds here. */
  suspend(runtime: Runtime<Elements>, milliseconds: number): void;
}

/** Tells results to an LMS that speaks SCORM, in one of its versions. */
export class ScormRecorder<Elements> implements Recorder {
  readonly #dialect: Dialect<Elements>;
  readonly #window: Window;
  readonly #patience: Patience;
  readonly #now: () => Date;
  readonly #begun: Date;
  readonly #told: string[] = [];
  #runtime: Runtime<Elements> | undefined;
  #records = false;

  constructor(dialect: Dialect<Elements>, window: Window, patience: Patience, now: () => Date) {
    this.#dialect = dialect;
    this.#window = window;
    this.#patience = patience;
    this.#now = now;
    this.#begun = now();
  }

  get room(): number {
    return this.#dialect.room;
  }

  async open(): Promise<Session | Trouble> {
    const runtime = await awaited(() => this.#dialect.find(this.#window), this.#patience);
    if (!runtime) return { code: 'missing' };
    const trouble = runtime.initialize();
    if (trouble) return trouble;
    this.#runtime = runtime;
    // Some LMSes have no mode: that is the usual one.
    this.#records = !['browse', 'review'].includes(runtime.get(this.#dialect.mode));
    const { standing, learner, fresh } = this.#dialect.read(runtime);
    if (this.#records && fresh) {
      this.#dialect.begin(runtime);
      this.#store(runtime);
    }
    return { kept: runtime.get('cmi.suspend_data'), standing, learner, records: this.#records };
  }

  async record({ checks }: Result, standing: Standing, kept: string | undefined): Promise<Trouble | undefined> {
    const runtime = this.#runtime;
    if (!runtime || !this.#records) return undefined;
    return firstOf([
      ...checks.map((check, n) => this.#tell(runtime, check, n)),
      ...this.#dialect.score(runtime, standing),
      this.#store(runtime, kept),
    ]);
  }

  async keep(text: string): Promise<Trouble | undefined> {
    if (!this.#runtime || !this.#records) return undefined;
    return this.#store(this.#runtime, text);
  }

  close(kept: string | undefined): void {
    if (this.#runtime && this.#records) this.#store(this.#runtime, kept);
    this.#runtime?.terminate();
  }

  /** One check as an interaction, unless it came out as it did before. */
  #tell(runtime: Runtime<Elements>, check: CheckResult, n: number): Told {
    const response = responseOf(check);
    if (this.#told[n] === response) return undefined;
    const trouble = firstOf(this.#dialect.interaction(runtime, n, check, response, this.#now()));
    if (!trouble) this.#told[n] = response;
    return trouble;
  }

  /** The learner may come back, passed or not: what is kept must be there then. */
  #store(runtime: Runtime<Elements>, kept?: string): Told {
    const refused = kept === undefined ? undefined : this.#dialect.keep(runtime, kept);
    this.#dialect.suspend(runtime, this.#now().getTime() - this.#begun.getTime());
    return firstOf([refused, runtime.commit()]);
  }
}
