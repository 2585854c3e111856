import type { Expiry, HostName, Strike } from '../../simulator/index.ts';

/** What is out of order in the lab's world and is no host's own state. Only data. */
export interface FaultsView {
  /** Links by direction; those that are sound are left out. */
  links: LinkFault[];
  slow: { host: HostName; factor: number }[];
  /** How much a running Redis may keep; `maxmemory` 0: as much as it likes. */
  memory: MemoryView | undefined;
}

export interface LinkFault {
  from: HostName;
  to: HostName;
  cut: boolean;
  /** Milliseconds more, and the share of packets that is lost. */
  delay: number;
  loss: number;
}

export interface MemoryView {
  host: HostName;
  maxmemory: number;
  policy: string;
  /** A `maxmemory` under which half of what is kept would have to go. */
  evictingAt: number;
}

export type { Expiry, Strike };
