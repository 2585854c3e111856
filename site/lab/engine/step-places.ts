import { countUpTo, type Note, type Notes } from '../../../simulator/index.ts';
import type { StepSize } from '../timeline.ts';

type NotedStep = Exclude<StepSize, 'hop'>;

/** What notes end a step. */
export const stepKinds: Readonly<Record<NotedStep, ReadonlySet<Note['kind']>>> = {
  request: new Set(['answered', 'no-answer'] as const),
  session: new Set([
    'session-created',
    'session-expired',
    'session-invalidated',
    'session-renamed',
    'session-stored',
    'session-fetched',
    'sessions-saved',
    'sessions-loaded',
    'sessions-lost',
    'redis-session-saved',
    'redis-session-not-saved',
    'redis-expired',
    'redis-evicted',
    'login-lost',
  ] as const),
  fault: new Set(['power', 'link', 'netem', 'slowed', 'administered'] as const),
};

const steps = Object.keys(stepKinds) as NotedStep[];

/** Notes are looked through in parts of this length. */
const PART = 4096;

/** Which parts of a run have a note that ends a step, so that no others are looked through. */
export class StepPlaces {
  /** Numbers of parts, in order. */
  readonly #parts: Record<NotedStep, number[]> = { request: [], session: [], fault: [] };

  hear(note: Note, place: number): void {
    const part = Math.floor(place / PART);
    for (const step of steps)
      if (stepKinds[step].has(note.kind) && this.#parts[step].at(-1) !== part) this.#parts[step].push(part);
  }

  /** The first note from a place on that ends such a step. */
  next(notes: Notes, step: NotedStep, from: number): Note | undefined {
    const parts = this.#parts[step];
    for (let i = countUpTo(parts, Math.floor(from / PART) - 1, (part) => part); i < parts.length; i++) {
      const first = (parts[i] as number) * PART;
      const found = notes.slice(Math.max(from, first), first + PART).find(({ kind }) => stepKinds[step].has(kind));
      if (found) return found;
    }
    return undefined;
  }

  /** The last one before a place that was made before a time (ms). */
  last(notes: Notes, step: NotedStep, before: number, time: number): Note | undefined {
    const parts = this.#parts[step];
    for (let i = countUpTo(parts, Math.floor(before / PART), (part) => part) - 1; i >= 0; i--) {
      const first = (parts[i] as number) * PART;
      const found = notes
        .slice(first, Math.min(before, first + PART))
        .findLast(({ kind, at }) => at < time && stepKinds[step].has(kind));
      if (found) return found;
    }
    return undefined;
  }

  /** Those of a run that shares only so many notes. */
  fork(count: number): StepPlaces {
    const fork = new StepPlaces();
    for (const step of steps) fork.#parts[step] = this.#parts[step].filter((part) => part * PART < count);
    return fork;
  }
}
