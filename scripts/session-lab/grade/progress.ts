import type { Terminal } from '../terminal.ts';
import type { Words } from '../words/words.ts';

/** Who waits for less does not need to be told, in ms. */
const PATIENCE = 1000;

/** How many signs the bar has. */
const WIDTH = 30;

/** A line on the screen that says how far it is; only where that takes more than a second. */
export class Progress {
  readonly #all: number;
  readonly #words: Words;
  readonly #terminal: Terminal;
  readonly #begun = performance.now();
  #shown = false;

  constructor(all: number, words: Words, terminal: Terminal) {
    this.#all = all;
    this.#words = words;
    this.#terminal = terminal;
  }

  tell(done: number): void {
    if (performance.now() - this.#begun < PATIENCE) return;
    const full = Math.round((done / this.#all) * WIDTH);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    this.#terminal.complain(`\r${bar} ${this.#words.grading(done, this.#all)}`);
    this.#shown = true;
  }

  /** Wipes the line away. */
  end(): void {
    if (this.#shown) this.#terminal.complain('\r\u001b[K');
  }
}
