/** Who presses a key again and again is not obeyed for ever. */
const MOST_WAITING = 5;

/** Does one thing after the other. */
export class Turns {
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  /** Does `work` when what came before is done; with too many waiting it is left out. */
  take(work: () => void | Promise<void>): Promise<void> {
    if (this.#waiting >= MOST_WAITING) return this.#last;
    this.#waiting++;
    const done = this.#last.then(work);
    // What has failed is told by whoever waits for it; what comes next is not kept from being done.
    this.#last = done.catch(() => {}).finally(() => this.#waiting--);
    return done;
  }
}
