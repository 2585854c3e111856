import { areEntries } from '../guards.ts';
import type { Kept } from '../leader.ts';

/** What a desk keeps while its tab is open, so that a reload goes on with the class. */
export interface KeptClass extends Kept {
  /** When the class began, and when its beat did (real ms since 1970); `undefined`: not yet. */
  beganAt: number | undefined;
  beatAt: number | undefined;
}

const nameOf = (room: string) => `session-lab-class:${room}`;

/** What was kept of a lesson's class. What cannot be read is nothing. */
export function recallClass(room: string, lesson: string): KeptClass | undefined {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(nameOf(room)) ?? 'null');
    if (typeof read !== 'object' || read === null) return undefined;
    const { log, entries, end, at, beganAt, beatAt } = read as Record<string, unknown>;
    if (typeof log !== 'string' || !areEntries(entries, 0) || !isTime(end) || !isTime(at) || at > end) return undefined;
    const [first] = entries;
    if (first?.kind !== 'begin' || first.lesson !== lesson) return undefined;
    return { log, entries, end, at, beganAt: optional(beganAt), beatAt: optional(beatAt) };
  } catch {
    return undefined;
  }
}

/** Keeps it. A browser that keeps nothing goes on without; so does one that is full. */
export function keepClass(room: string, kept: KeptClass): void {
  try {
    sessionStorage.setItem(nameOf(room), JSON.stringify(kept));
  } catch {
    // The class goes on; only a reload would begin anew.
  }
}

const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0;
const optional = (value: unknown) => (isTime(value) ? value : undefined);
