import { remembered } from '../../core/remembered.ts';
import { addressBytes } from '../address.ts';
import { type Peer, type PeerSet, pick, type Selection, usable } from './peer.ts';
import { roundRobin } from './round-robin.ts';
import { rejection } from './state.ts';
import type { Trace } from './trace.ts';

/**
 * `ip_hash` (`ngx_http_upstream_get_ip_hash_peer`): a hash of the client's address names the server, so a whole
 * /24 lands on one. A server that cannot be used is passed over by hashing on, at most 20 times; then round
 * robin decides, which is not sticky.
 */
export function ipHash(set: PeerSet, selection: Selection, ip: string, second: number, trace?: Trace): boolean {
  if (set.single || selection.rehashes > 20) {
    if (trace) trace.fellBack = set.single ? 'single-peer' : 'too-many-rehashes';
    return roundRobin(set, selection, second);
  }
  const bytes = hashedBytes(ip);
  if (trace) trace.bytes = bytes;
  let hash = selection.hash < 0 ? 89 : selection.hash;
  for (;;) {
    for (let i = 0; i < bytes.length; i++) hash = (hash * 113 + (bytes[i] as number)) % 6271;
    const index = peerAt(set.peers, hash % set.totalWeight);
    const peer = set.peers[index] as Peer;
    const free = usable(peer, index, selection, second);
    if (trace)
      trace.steps.push({
        hash,
        point: hash % set.totalWeight,
        peer: peer.name,
        ...rejection(peer, index, selection, second),
      });
    if (free) {
      selection.hash = hash;
      pick(peer, index, selection, second);
      return true;
    }
    if (++selection.rehashes > 20) {
      if (trace) trace.fellBack = 'too-many-rehashes';
      return roundRobin(set, selection, second);
    }
  }
}

/** The peer whose share of the weights holds the point; servers marked `down` keep their share. */
export function peerAt(peers: readonly Peer[], point: number): number {
  let rest = point;
  for (let i = 0; i < peers.length; i++) {
    rest -= (peers[i] as Peer).weight;
    if (rest < 0) return i;
  }
  throw new Error(`point ${point} lies beyond the total weight`);
}

/** Three bytes of an IPv4 address, all sixteen of an IPv6 one, three zeros for anything else. */
const hashedBytes = remembered((ip) => {
  const all = addressBytes(ip) ?? [0, 0, 0];
  return all.length === 4 ? all.slice(0, 3) : all;
});
