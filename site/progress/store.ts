import { isRecord } from '../is-record.ts';
import { keep, recall } from '../storage.ts';
import { CHANGED, KEY, UNREADABLE } from './key.ts';
import { merge } from './merge.ts';
import {
  type CheckedState,
  type ExerciseProgress,
  entryOf,
  noProgress,
  type Progress,
  withChecked,
  withHinted,
  withPredicted,
  withRevealed,
} from './progress.ts';
import { isNewer, readProgress } from './read.ts';

/**
 * Why what happens is not kept beyond this page: the browser refuses or has no room, or a newer version of the site has
 * kept its own. `damaged`: it is kept, but something from before could not be read; it lies aside.
 */
export type Trouble = 'forbidden' | 'full' | 'newer' | 'damaged';

/** The learner's progress, on this page and in the browser. Where the browser keeps nothing, it lives as long as the page. */
export class ProgressStore {
  trouble: Trouble | undefined;
  readonly #now: () => number;
  readonly #name: () => string;
  #progress: Progress | undefined;
  /** Nothing is written over what must not be lost. */
  #writes = true;
  readonly #listeners = new Set<() => void>();

  constructor(now: () => number = Date.now, name: () => string = someName) {
    this.#now = now;
    this.#name = name;
  }

  get progress(): Progress {
    this.#progress ??= this.#load(noProgress(this.#name()));
    return this.#progress;
  }

  of(exercise: string): ExerciseProgress | undefined {
    return entryOf(this.progress.exercises, exercise);
  }

  /** All checks of an exercise have been run: one attempt. */
  checked(exercise: string, states: readonly CheckedState[]): void {
    this.change((progress) => withChecked(progress, exercise, states, this.#now()));
  }

  /** The solution was shown. */
  revealed(exercise: string): void {
    this.change((progress) => withRevealed(progress, exercise, this.#now()));
  }

  /** A hint was taken; `step` counts from 1. */
  hinted(exercise: string, mistake: string, step: number): void {
    this.change((progress) => withHinted(progress, exercise, mistake, step, this.#now()));
  }

  /** Something was predicted, and this came. */
  predicted(exercise: string, prediction: string, said: string, came: string): void {
    this.change((progress) => withPredicted(progress, exercise, prediction, { at: this.#now(), said, came }));
  }

  /** Begins anew. */
  reset(): void {
    keep(UNREADABLE, undefined);
    this.change(() => noProgress(this.#name()));
  }

  /** Changes what is known now, by other tabs as well, and keeps it. */
  change(change: (progress: Progress) => Progress): void {
    this.#progress = change(this.#load(this.progress));
    if (this.#writes) {
      const keeping = keep(KEY, JSON.stringify(this.#progress));
      if (keeping !== 'kept') this.trouble = keeping;
      else if (this.trouble !== 'damaged') this.trouble = undefined;
    }
    this.#tell();
  }

  /** Calls `listener` after every change, in this tab or in another. Returns how to end it. */
  subscribe(listener: () => void): () => void {
    if (this.#listeners.size === 0) addEventListener('storage', this.#hear);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) removeEventListener('storage', this.#hear);
    };
  }

  readonly #hear = ({ key }: StorageEvent): void => {
    // Without a key, everything was cleared.
    if (key !== null && key !== KEY) return;
    this.#progress = this.#load(noProgress(this.#name()));
    this.#tell();
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
    dispatchEvent(new CustomEvent(CHANGED, { detail: this.progress }));
  }

  /** What the browser keeps; where that is not all that is known here, with `known`. */
  #load(known: Progress): Progress {
    const kept = recall(KEY);
    if (kept === undefined) this.trouble = 'forbidden';
    if (kept === undefined || !this.#writes) return known;
    if (kept === null) return this.trouble === 'full' ? known : { ...known, exercises: {} };
    const parsed = parse(kept);
    if (isRecord(parsed) && isNewer(parsed['version'], 1)) {
      this.trouble = 'newer';
      this.#writes = false;
      return known;
    }
    const { value, damaged } = readProgress(parsed, known.by);
    if (damaged.length > 0) this.#setAside(kept);
    return this.trouble === 'full' ? merge(value, known) : value;
  }

  /** What cannot be read is about to be written over. With no room to set it aside, it stays where it is. */
  #setAside(kept: string): void {
    const before = recall(UNREADABLE) ?? '';
    const keeping = before.includes(kept) ? 'kept' : keep(UNREADABLE, `${before}${kept}\n`);
    this.trouble = keeping === 'kept' ? 'damaged' : keeping;
    this.#writes = keeping === 'kept';
  }
}

function parse(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch {
    return undefined;
  }
}

/** Tells browsers apart, and nothing about them. */
const someName = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36)).join('');

/** The progress of whoever is at this page. */
export const progress = new ProgressStore();
