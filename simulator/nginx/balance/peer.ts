import { setup } from 'xstate';
import { type Lifecycle, lifecycle } from '../../core/lifecycle.ts';
import type { Place } from '../../core/text.ts';
import type { Upstream, UpstreamServer } from '../settings/settings.ts';

/** One address of one `server` line, as a worker knows it (`ngx_http_upstream_rr_peer_t`). */
export interface Peer {
  /** `ip:port`: what `$upstream_addr` shows. */
  name: string;
  /** The line's text. */
  server: string;
  weight: number;
  effectiveWeight: number;
  currentWeight: number;
  maxFails: number;
  /** Whole seconds. */
  failTimeout: number;
  maxConns: number;
  down: boolean;
  place: Place;
  fails: number;
  /** Second of the last failure. */
  accessed: number;
  /** Second of the last failure, or of the pick that tries the peer again. */
  checked: number;
  /** Requests of this worker that are with the peer now. */
  conns: number;
  mode: PeerMode;
}

export type PeerMode = 'up' | 'failed' | 'probing';
export type PeerEvent = 'exhausted' | 'probe' | 'recovered';

/** What a peer is doing. Its numbers decide; code sends the event when they do. */
export const peerChart = setup({ types: { events: {} as { type: PeerEvent } } }).createMachine({
  id: 'peer',
  initial: 'up',
  states: {
    /** Takes part in every selection. */
    up: { on: { exhausted: 'failed' } },
    /** `fails` reached `max_fails`: left out until `fail_timeout` has passed. */
    failed: { on: { exhausted: 'failed', probe: 'probing', recovered: 'up' } },
    /** One real request is trying it; it stays hidden from all others. */
    probing: { on: { exhausted: 'failed', probe: 'probing', recovered: 'up' } },
  },
});

/** The chart of a peer as a table. */
export const peerLifecycle: Lifecycle<PeerMode, PeerEvent> = lifecycle(peerChart);

/** The peers of one upstream in one worker (`ngx_http_upstream_rr_peers_t`). */
export interface PeerSet {
  upstream: Upstream;
  peers: Peer[];
  backups: Peer[];
  /** Of the primary peers, those marked `down` included. */
  totalWeight: number;
  /** Only one peer and no backup: nothing is counted, it is never disabled. */
  single: boolean;
  /** How many servers a request may try: all that are not marked `down`. */
  tries: number;
}

/** How one request is being balanced (`ngx_http_upstream_rr_peer_data_t` and what the methods add). */
export interface Selection {
  /** The request has moved on to the backups. */
  backup: boolean;
  /** Indexes of the peers this request has tried, in the current set. */
  tried: readonly number[];
  /** Index of the peer it is with, -1 for none. */
  current: number;
  triesLeft: number;
  /** `ip_hash` and `hash`: the running hash; `hash … consistent`: the position in the ring, -1 before the first pick. */
  hash: number;
  /** Rehashes so far, over all attempts of the request. */
  rehashes: number;
  /** `hash`: how often the key was hashed. */
  hashed: number;
}

/** "Long ago", in seconds: before any `fail_timeout`. */
const never = -4_000_000_000;

export function peerSet(upstream: Upstream): PeerSet {
  const peersOf = (backup: boolean) =>
    upstream.servers.filter((server) => server.backup === backup).flatMap(peersOfServer);
  const peers = peersOf(false);
  const backups = peersOf(true);
  return {
    upstream,
    peers,
    backups,
    totalWeight: peers.reduce((sum, { weight }) => sum + weight, 0),
    single: peers.length === 1 && backups.length === 0,
    tries: [...peers, ...backups].filter(({ down }) => !down).length,
  };
}

const peersOfServer = (server: UpstreamServer) => server.addresses.map((address) => peerOf(address, server));

function peerOf(name: string, { text, weight, maxFails, failTimeout, maxConns, down, place }: UpstreamServer): Peer {
  const numbers = { fails: 0, accessed: never, checked: never, conns: 0 };
  return {
    name,
    server: text,
    weight,
    effectiveWeight: weight,
    currentWeight: 0,
    maxFails,
    failTimeout,
    maxConns,
    down,
    place,
    ...numbers,
    mode: peerLifecycle.initial,
  };
}

export function selection(set: PeerSet, triesLimit: number): Selection {
  const triesLeft = triesLimit > 0 ? Math.min(set.tries, triesLimit) : set.tries;
  return { backup: false, tried: [], current: -1, triesLeft, hash: -1, rehashes: 0, hashed: 0 };
}

export const currentPeers = (set: PeerSet, { backup }: Selection): Peer[] => (backup ? set.backups : set.peers);

/** Whether a request may be given to the peer in this second (the test all methods share). */
export function usable(peer: Peer, index: number, { tried }: Selection, second: number): boolean {
  return !(
    peer.down ||
    (peer.fails > 0 && isDisabled(peer, second)) ||
    (peer.maxConns > 0 && peer.conns >= peer.maxConns) ||
    (tried.length > 0 && tried.includes(index))
  );
}

/** `max_fails` reached, and `fail_timeout` not over. Whole seconds: it is over when *more* than so many have passed. */
export const isDisabled = (peer: Peer, second: number): boolean =>
  peer.maxFails > 0 && peer.fails >= peer.maxFails && second - peer.checked <= peer.failTimeout;

/** The request goes to the peer. */
export function pick(peer: Peer, index: number, selection: Selection, second: number): void {
  selection.current = index;
  selection.tried = selection.tried.length === 0 ? [index] : [...selection.tried, index];
  peer.conns++;
  if (second - peer.checked > peer.failTimeout) {
    peer.checked = second;
    if (peer.mode !== 'up') peer.mode = peerLifecycle.next(peer.mode, 'probe');
  }
}

/**
 * The request leaves its peer (`ngx_http_upstream_free_round_robin_peer`).
 * Returns true when this failure disabled the peer.
 */
export function release(set: PeerSet, selection: Selection, failed: boolean, second: number): boolean {
  const peer = currentPeers(set, selection)[selection.current] as Peer;
  selection.current = -1;
  peer.conns--;
  if (set.single) {
    selection.triesLeft = 0;
    return false;
  }
  if (selection.triesLeft > 0) selection.triesLeft--;
  if (failed) return countFailure(peer, second);
  // Only a check later than the last failure clears it.
  if (peer.accessed < peer.checked) {
    peer.fails = 0;
    if (peer.mode !== 'up') peer.mode = peerLifecycle.next(peer.mode, 'recovered');
  }
  return false;
}

function countFailure(peer: Peer, second: number): boolean {
  peer.fails++;
  peer.accessed = second;
  peer.checked = second;
  if (peer.maxFails === 0) return false;
  peer.effectiveWeight = Math.max(0, peer.effectiveWeight - Math.floor(peer.weight / peer.maxFails));
  if (peer.fails < peer.maxFails) return false;
  peer.mode = peerLifecycle.next(peer.mode, 'exhausted');
  return true;
}
