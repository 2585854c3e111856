/** Where in the run somebody wants to look (ms): at a moment, `undefined` being the newest, or so far from the one shown. */
export type Sought = { time: number | undefined } | { by: number };

/**
 * Looks at one moment after the other while somebody drags or holds a key, at most one of them being worked out: those
 * that he passed meanwhile are left out, the last one never.
 */
export class Seeker {
  readonly #send: (sought: Sought) => void;
  #underWay = false;
  #wanted: { time: number | undefined } | undefined;
  /** How far from there, or from the moment shown if none is wanted. */
  #by = 0;

  constructor(send: (sought: Sought) => void) {
    this.#send = send;
  }

  /** The moment that somebody wants to see (ms); `undefined`: the newest. */
  want(time: number | undefined): void {
    this.#wanted = { time };
    this.#by = 0;
    this.#next();
  }

  /** Somebody wants to see what was so much (ms) later, or earlier: than whatever comes onto the screen before. */
  move(by: number): void {
    this.#by += by;
    this.#next();
  }

  /** A moment has come onto the screen. Returns whether the last one wanted has. */
  arrived(): boolean {
    this.#underWay = false;
    this.#next();
    return !this.#underWay;
  }

  #next(): void {
    if (this.#underWay) return;
    const sought = this.#wanted ?? (this.#by === 0 ? undefined : { by: this.#by });
    if (!sought) return;
    if (!this.#wanted) this.#by = 0;
    this.#wanted = undefined;
    this.#underWay = true;
    this.#send(sought);
  }
}
