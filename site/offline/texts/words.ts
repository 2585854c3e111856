import type { OfflineState } from '../messages.ts';

/** What is said of the copy that the browser keeps of the site. */
export interface OfflineWords {
  /** In the foot of every page, once everything is kept. */
  mark: string;
  newer: { said: string; take: string; later: string };
  about: string;
  /** There is no worker: not https, or the browser's settings. */
  impossible: string;
  absent: string;
  /** Some files, not all: on a slow or metered line only what was opened. */
  partly(state: OfflineState): string;
  filling(state: OfflineState): string;
  whole(state: OfflineState): string;
  trouble: Record<NonNullable<OfflineState['trouble']>, string>;
  keep: string;
  remove: string;
}
