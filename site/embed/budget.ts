/** So many messages may come at once, and so many a second in the long run. */
const BURST = 100;
const PER_SECOND = 30;

/** How many messages are still read. Whoever sends more is not heard for a while. */
export class Budget {
  #left = BURST;
  #at = 0;
  #told = false;

  /**
   * One more message at `now` (ms). `over`: it is not read, and its sender has been told so already; `first over`: he has not.
   */
  spend(now: number): 'within' | 'first over' | 'over' {
    this.#left = Math.min(BURST, this.#left + (Math.max(0, now - this.#at) / 1000) * PER_SECOND);
    this.#at = now;
    if (this.#left >= 1) {
      this.#left--;
      this.#told = false;
      return 'within';
    }
    const told = this.#told;
    this.#told = true;
    return told ? 'over' : 'first over';
  }
}
