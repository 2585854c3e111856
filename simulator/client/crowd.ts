import type { Script } from './script.ts';

/** Who comes beside the lab's own visitors, and what all of them do by themselves. Plain data, fit for a link. */
export interface Traffic {
  /** What the moments of visits are drawn from. */
  seed: number;
  crowds: Crowd[];
  /** What everybody in the lab does; absent: nothing, they wait to be sent. */
  script?: Script;
}

/** Visitors who come together, e.g. a class. */
export interface Crowd {
  /** Letters. A visitor is called by it and his number, from 1 on: `s1`, `s2`, … */
  name: string;
  size: number;
  from: Origin;
  /** Whether their browsers accept cookies. */
  cookies: boolean;
}

/** Where a crowd's requests come from: all that a server learns of it is an address. */
export type Origin =
  /** One router with network address translation: all have the one address. */
  | { kind: 'nat'; address: string }
  /** An address each, in one /24 (`net`: its first three numbers, `203.0.113`); from the 255th visitor on, in the next. */
  | { kind: 'subnet'; net: string }
  /** A /24 for each, all over the net. */
  | { kind: 'spread' }
  /** A proxy in front: its address for all, and each one's own in `X-Forwarded-For`. */
  | { kind: 'proxy'; address: string };

/** The most visitors of a crowd. */
export const MOST_IN_CROWD = 500;

/** A visitor of a crowd, as far as his crowd decides. */
export interface Member {
  name: string;
  ip: string;
  /** The address of the proxy in front of him. */
  proxy: string | undefined;
  cookies: boolean;
}

/** The visitors of a crowd, by number. */
export const membersOf = (crowd: Crowd): Member[] =>
  Array.from({ length: Math.min(MOST_IN_CROWD, crowd.size) }, (_, index) => ({
    name: `${crowd.name}${index + 1}`,
    ip: addressIn(crowd.from, index),
    proxy: crowd.from.kind === 'proxy' ? crowd.from.address : undefined,
    cookies: crowd.cookies,
  }));

/** The crowd that a visitor is of, by his name; `undefined`: of none. */
export const crowdOf = (visitor: string): string | undefined => /^(\D+)\d+$/.exec(visitor)?.[1];

function addressIn(from: Origin, index: number): string {
  switch (from.kind) {
    case 'nat':
      return from.address;
    case 'subnet':
      return inSubnet(from.net, index);
    case 'spread':
    case 'proxy':
      return farApart(index);
  }
}

/** Hosts of a /24 are numbered from 1 to 254. */
function inSubnet(net: string, index: number): string {
  const [a = 0, b = 0, c = 0] = net.split('.').map(Number);
  return `${a}.${b}.${(c + Math.floor(index / 254)) % 256}.${(index % 254) + 1}`;
}

/** The /24s of 198.18.0.0/15, which RFC 2544 sets apart for tests, in a scattered order: 167 and 512 have no common factor. */
function farApart(index: number): string {
  const net = (index * 167) % 512;
  return `198.${18 + (net >> 8)}.${net & 255}.${((index * 7) % 254) + 1}`;
}
