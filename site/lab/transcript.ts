import type { Chain, HostName } from '../../simulator/index.ts';
import type { NumberedNote } from './protocol.ts';

/** A page of the run in words. */
export interface TranscriptPage {
  groups: TranscriptGroup[];
  /** The place of the first of them among all that the filter leaves, and how many those are. */
  first: number;
  total: number;
  /** There is more of the run before or after all these: go there in time to read it. */
  earlier: boolean;
  later: boolean;
}

/** What was noted about one request, or in a row about none, on one host. */
export interface TranscriptGroup {
  chain: Chain | undefined;
  /** Who asked, or where it happened. */
  host: HostName;
  notes: NumberedNote[];
}

/** What of a run is wanted. */
export interface TranscriptFilter {
  /** A visitor: his requests, whole. A server: what happened on it. */
  who: HostName | undefined;
  /** Only faults, and what became of sessions and logins. */
  events: boolean;
}

/** Which part: from a place on, or the newest; `around`: where the run was at a moment (virtual ms). */
export type TranscriptPart = { from: number } | { around: number } | 'newest';

/** A page that is wanted, `count` groups long. */
export interface TranscriptWindow {
  filter: TranscriptFilter;
  part: TranscriptPart;
  count: number;
}
