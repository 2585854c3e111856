/**
 * Looks at one moment after the other while somebody drags, at most one of them being worked out: those that he
 * passed meanwhile are left out, the last one never.
 */
export class Seeker {
  readonly #send: (time: number | undefined) => void;
  #underWay = false;
  #wanted: { time: number | undefined } | undefined;

  constructor(send: (time: number | undefined) => void) {
    this.#send = send;
  }

  /** The moment that somebody wants to see (ms); `undefined`: the newest. */
  want(time: number | undefined): void {
    this.#wanted = { time };
    this.#next();
  }

  /** A moment has come onto the screen. Returns whether the last one wanted has. */
  arrived(): boolean {
    this.#underWay = false;
    this.#next();
    return !this.#underWay;
  }

  #next(): void {
    if (this.#underWay || !this.#wanted) return;
    const { time } = this.#wanted;
    this.#wanted = undefined;
    this.#underWay = true;
    this.#send(time);
  }
}
