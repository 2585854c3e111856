/** So much a second, and no more: what comes faster is refused. A flood costs whoever hears it no more than counting. */
export class Allowance {
  readonly #most: number;
  readonly #now: () => number;
  #left: number;
  #since: number;

  /** `now`: real ms. */
  constructor(perSecond: number, now: () => number) {
    this.#most = perSecond;
    this.#left = perSecond;
    this.#now = now;
    this.#since = now();
  }

  take(): boolean {
    const now = this.#now();
    this.#left = Math.min(this.#most, this.#left + ((now - this.#since) * this.#most) / 1000);
    this.#since = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
