import type { Chain, HostName } from '../../simulator/index.ts';

/** A message between two hosts. Where it is on the line follows from `sentAt`, `at` and the time. */
export interface Packet {
  serial: number;
  chain: Chain;
  visitor: HostName;
  /** The visitor shares a card with others. */
  crowded: boolean;
  /** The cards between which it is on its way. */
  from: HostName;
  to: HostName;
  sentAt: number;
  at: number;
  type: 'syn' | 'connected' | 'request' | 'response' | 'command' | 'reply' | 'refused' | 'closed' | 'abort';
  /** A Redis command or its answer, in short. */
  text: string | undefined;
  /** The session id that the request carries, or that the response sets. */
  sid: string | undefined;
  /** The response sets a cookie. */
  sets: boolean;
  status: number | undefined;
  /** The page it brings no longer knows a visitor who was logged in. */
  lost: boolean;
}
