/** Numbers that look like chance and come again with the same seed (xorshift32): campaigns need billions of them. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995 || 1;
    for (let i = 0; i < 4; i++) this.below(2);
  }

  /** A whole number of 0 to `most` - 1. */
  below(most: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % most;
  }

  /** One of several things. */
  of<T>(things: readonly T[]): T {
    return things[this.below(things.length)] as T;
  }
}
