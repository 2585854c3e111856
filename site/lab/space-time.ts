import type { Chain, HostName } from '../../simulator/index.ts';
import type { Packet } from './packet.ts';
import type { NumberedNote } from './protocol.ts';

/** What of a run is to be drawn: about `most` notes around a moment (virtual ms). */
export interface SpaceTimeWindow {
  around: number;
  most: number;
}

/** A part of a run as a space-time diagram shows it: who was there, what travelled, what happened where. */
export interface SpaceTime {
  /** What it covers, in virtual ms of the page. */
  from: number;
  until: number;
  /** Something was noted before it, or after it. */
  earlier: boolean;
  later: boolean;
  /** From left to right: visitors, terminals, nginx, Tomcats, Redis. */
  hosts: { name: HostName; kind: HostKind }[];
  /** In the order in which they were sent. */
  messages: Travel[];
  /** In the order in which they happened. */
  happenings: Happening[];
  /** What each program was doing and from when; the first one of each host begins at `from`. */
  lives: Life[];
}

export type HostKind = 'client' | 'terminal' | 'nginx' | 'tomcat' | 'redis';

/** A message from one host's line to another's. What a link has lost and was sent again has the same `serial` and another `sentAt`. */
export interface Travel
  extends Pick<
    Packet,
    'serial' | 'chain' | 'visitor' | 'from' | 'to' | 'sentAt' | 'at' | 'type' | 'sid' | 'sets' | 'status'
  > {
  /** Its own words: a request line, a status line, Redis commands or replies. Empty where it has none. */
  text: string;
  /** The page it brings no longer knows a visitor who was logged in. */
  lost: boolean;
  /** `lost`: it met a cut link and ends on the way; `untaken`: nobody was there. */
  end: 'arrived' | 'lost' | 'untaken' | 'under way';
}

/** What was noted at one moment on one host about one request. */
export interface Happening {
  at: number;
  host: HostName;
  chain: Chain | undefined;
  mark: Mark;
  notes: NumberedNote[];
}

/**
 * What a happening is, above all: the process was started, stopped, killed or a link cut (`fault`), a session came
 * into being, was lost …, a login was lost …, a server was chosen; `plain`: whatever else is worth a sentence.
 */
export type Mark = 'fault' | 'session-lost' | 'session' | 'login-lost' | 'login' | 'choice' | 'plain';

export interface Life {
  host: HostName;
  from: number;
  /** As the host's chart names it. */
  state: string;
}
