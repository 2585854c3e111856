import { currentPeers, type Peer, type PeerSet, pick, type Selection, usable } from './peer.ts';
import { roundRobin, smoothStep } from './round-robin.ts';

/**
 * `least_conn` (`ngx_http_upstream_get_least_conn_peer`): the fewest running requests per weight; among equals, smooth
 * weighted round robin. Only this worker's requests are counted.
 */
export function leastConn(set: PeerSet, selection: Selection, second: number): boolean {
  if (set.single) return roundRobin(set, selection, second);
  const peers = currentPeers(set, selection);
  const { best, many } = leastBusy(peers, selection, second);
  if (best >= 0) {
    const least = peers[best] as Peer;
    const chosen = many
      ? smoothStep(peers, best, (peer, i) => usable(peer, i, selection, second) && compare(peer, least) === 0)
      : best;
    pick(peers[chosen] as Peer, chosen, selection, second);
    return true;
  }
  if (selection.backup || set.backups.length === 0) return false;
  selection.backup = true;
  selection.tried = [];
  return leastConn(set, selection, second);
}

function leastBusy(peers: readonly Peer[], selection: Selection, second: number): { best: number; many: boolean } {
  let best = -1;
  let many = false;
  for (let i = 0; i < peers.length; i++) {
    const peer = peers[i] as Peer;
    if (!usable(peer, i, selection, second)) continue;
    const difference = best < 0 ? -1 : compare(peer, peers[best] as Peer);
    if (difference < 0) {
      best = i;
      many = false;
    } else if (difference === 0) many = true;
  }
  return { best, many };
}

/** Compares `conns / weight` of two peers without dividing. */
export const compare = (a: Peer, b: Peer): number => a.conns * b.weight - b.conns * a.weight;
