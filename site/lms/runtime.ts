import type { Trouble } from './trouble.ts';

/** The functions that both versions of SCORM have, each under names of its own. Arguments and answers are strings. */
export interface RuntimeFunctions {
  initialize(): unknown;
  terminate(): unknown;
  get(element: string): unknown;
  set(element: string, value: string): unknown;
  commit(): unknown;
  lastError(): unknown;
  errorString(code: string): unknown;
}

/**
 * A session with an LMS's runtime. `Settable` names the elements that may be set, and what may stand in each. What the LMS
 * has taken already is not sent again; what throws inside the LMS is a trouble here; nothing is sent after the end.
 */
export class Runtime<Settable> {
  readonly #functions: RuntimeFunctions;
  readonly #taken = new Map<string, string>();
  #phase: 'before' | 'open' | 'over' = 'before';
  #uncommitted = false;

  constructor(functions: RuntimeFunctions) {
    this.#functions = functions;
  }

  initialize(): Trouble | undefined {
    const trouble = this.#call(() => this.#functions.initialize());
    if (!trouble) this.#phase = 'open';
    return trouble && { ...trouble, code: 'not-opened' };
  }

  /** The text of an element; empty where it has none or cannot be asked. */
  get(element: string): string {
    try {
      const value = this.#phase === 'open' ? this.#functions.get(element) : '';
      return value === null || value === undefined ? '' : String(value);
    } catch {
      return '';
    }
  }

  set<E extends keyof Settable & string>(element: E, value: Settable[E] & string): Trouble | undefined {
    if (this.#phase !== 'open') return { code: 'over' };
    if (this.#taken.get(element) === value) return undefined;
    const trouble = this.#call(() => this.#functions.set(element, value));
    if (trouble) return { ...trouble, said: `${element}: ${trouble.said ?? ''}` };
    this.#taken.set(element, value);
    this.#uncommitted = true;
    return undefined;
  }

  /** Has the LMS store what it was sent; asks it nothing when there is nothing new. */
  commit(): Trouble | undefined {
    if (this.#phase !== 'open') return { code: 'over' };
    if (!this.#uncommitted) return undefined;
    const trouble = this.#call(() => this.#functions.commit());
    if (!trouble) this.#uncommitted = false;
    return trouble;
  }

  terminate(): void {
    if (this.#phase === 'open') this.#call(() => this.#functions.terminate());
    this.#phase = 'over';
  }

  /** Some LMSes answer with the word, some with the value. */
  #call(call: () => unknown): Trouble | undefined {
    try {
      if (String(call()) === 'true') return undefined;
      const code = String(this.#functions.lastError() ?? '');
      return { code: 'refused', said: `${code} ${this.#functions.errorString(code) ?? ''}`.trim() };
    } catch (error) {
      return { code: 'threw', said: String(error) };
    }
  }
}
