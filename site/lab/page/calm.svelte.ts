import { untrack } from 'svelte';

/** Between two values that nobody could read one after the other, in real ms. */
const PAUSE = 1000;

/** A value that changes at most once a second while it changes faster than anybody reads. To be made while a component is. */
export class Calm<T> {
  current: T = $state.raw() as T;
  #shownAt = 0;

  /** `hurried`: whether a value may wait, where another was shown a moment ago. */
  constructor(next: () => T, hurried: (before: T, after: T) => boolean) {
    this.current = untrack(next);
    $effect.pre(() => {
      const value = next();
      const before = untrack(() => this.current);
      const rest = hurried(before, value) ? this.#shownAt + PAUSE - performance.now() : 0;
      if (rest <= 0) return this.#show(value);
      const timer = setTimeout(() => this.#show(value), rest);
      return () => clearTimeout(timer);
    });
  }

  #show(value: T): void {
    this.current = value;
    this.#shownAt = performance.now();
  }
}
