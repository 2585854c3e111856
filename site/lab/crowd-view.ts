import type { HostName } from '../../simulator/index.ts';

/** Many visitors on one card, in counts: what each of them has in his browser is told of the one who was picked, who has a card of his own. */
export interface CrowdView {
  name: string;
  size: number;
  /** As nginx sees them: the one address of all, or the first of their networks and how many `more` there are. */
  from: { names: string[]; more: number };
  /** The address is that of a proxy in front of them. */
  proxied: boolean;
  /** False: none of them accepts cookies. */
  cookies: boolean;
  none: number;
  in: number;
  lost: number;
  /** How many wait for an answer. */
  waiting: number;
  /** A letter for each member, in the order of `names`. */
  states: string;
  names: HostName[];
}

/** What became of a member's login (`none`, `in`, `lost`); a capital letter while he waits for an answer. */
export type MemberState = 'n' | 'N' | 'i' | 'I' | 'l' | 'L';
