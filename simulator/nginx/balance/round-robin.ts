import { currentPeers, type Peer, type PeerSet, pick, type Selection, usable } from './peer.ts';

/**
 * Smooth weighted round robin (`ngx_http_upstream_get_round_robin_peer`). Picks a peer for the request;
 * false when there is none: "no live upstreams".
 */
export function roundRobin(set: PeerSet, selection: Selection, second: number): boolean {
  if (set.single) return onlyPeer(set, selection, second);
  const peers = currentPeers(set, selection);
  const best = smoothStep(peers, 0, (peer, index) => usable(peer, index, selection, second));
  if (best >= 0) {
    pick(peers[best] as Peer, best, selection, second);
    return true;
  }
  if (selection.backup || set.backups.length === 0) return false;
  selection.backup = true;
  selection.tried = [];
  return roundRobin(set, selection, second);
}

/** A single peer is taken whatever its failures: there is nobody else. */
function onlyPeer(set: PeerSet, selection: Selection, second: number): boolean {
  const peer = set.peers[0] as Peer;
  if (peer.down || (peer.maxConns > 0 && peer.conns >= peer.maxConns)) return false;
  const { checked } = peer;
  pick(peer, 0, selection, second);
  peer.checked = checked;
  return true;
}

/**
 * One step of the smooth method over the peers from `first` on that take part: each gains its effective weight, the
 * highest wins and pays the total back. Returns the winner's index, -1 when none takes part.
 */
export function smoothStep(
  peers: readonly Peer[],
  first: number,
  takesPart: (peer: Peer, index: number) => boolean,
): number {
  let best: Peer | undefined;
  let winner = -1;
  let total = 0;
  for (let i = first; i < peers.length; i++) {
    const peer = peers[i] as Peer;
    if (!takesPart(peer, i)) continue;
    peer.currentWeight += peer.effectiveWeight;
    total += peer.effectiveWeight;
    // A peer that failed climbs back one step per selection.
    if (peer.effectiveWeight < peer.weight) peer.effectiveWeight++;
    if (best && peer.currentWeight <= best.currentWeight) continue;
    best = peer;
    winner = i;
  }
  if (best) best.currentWeight -= total;
  return winner;
}
