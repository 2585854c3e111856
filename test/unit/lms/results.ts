import type { Result } from '../../../site/embed/protocol.ts';

/** A result with so many of its three checks passed. */
export function resultWith(passed: number, attempt = 1): Result {
  const ids = ['starts', 'keeps-logins', 'both.work'];
  return {
    exercise: 'failover',
    attempt,
    passed: passed === ids.length,
    score: { raw: passed * 2, min: 0, max: 6, scaled: passed / ids.length },
    checks: ids.map((id, n) =>
      n < passed ? { id, passed: true, points: 2 } : { id, passed: false, feedbackId: 'login-lost', points: 2 },
    ),
    seed: 7,
    permalink: 'https://example.org/en/failover/#v=1&lab=failover',
  };
}

/** A clock that is moved by hand. */
export class Watch {
  #now = Date.UTC(2026, 0, 1, 8);
  readonly now = (): Date => new Date(this.#now);
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** Who looks once and does not wait. */
export const impatient = { most: 0, every: 1 };

/** A window with these things on it, in nobody's frame. */
export function windowWith(things: object): Window {
  const window: Record<string, unknown> = { opener: null, ...things };
  window['parent'] = window;
  return window as unknown as Window;
}
