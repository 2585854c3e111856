import type { Locale } from '../locale.ts';

/** What a page asks of the worker. */
export type Ask =
  /** Fetch whatever is not kept yet, this language's pages first. */
  | { kind: 'keep'; locale: Locale }
  /** Only say how things stand. */
  | { kind: 'look' }
  | { kind: 'forget' }
  /** The reader wants the new version now. */
  | { kind: 'take-over' }
  /** To the worker before, which the browser still takes to be at work: pages are to come from the network. */
  | { kind: 'step-aside' };

/** How the copy in this browser stands; sizes in bytes. */
export interface OfflineState {
  kind: 'offline-state';
  files: number;
  kept: number;
  bytes: number;
  /** What all of it occupies, and about what it takes to fetch it compressed. */
  all: number;
  transfer: number;
  /** Everything of this version is here. */
  whole: boolean;
  filling: boolean;
  /** Why fetching stopped: no room, or no answer. */
  trouble?: 'full' | 'unreachable';
}
