import { peerAt } from './ip-hash.ts';
import { compare } from './least-conn.ts';
import { type Peer, type PeerSet, pick, type Selection, usable } from './peer.ts';
import { roundRobin } from './round-robin.ts';

/**
 * `random` and `random two` (`ngx_http_upstream_get_random_peer`, `…_random2_peer`): draws by weight; of two drawn,
 * the less busy one, the second when they are equal. After 20 fruitless draws round robin decides.
 */
export function random(set: PeerSet, selection: Selection, two: boolean, draw: () => number, second: number): boolean {
  if (set.single || selection.backup) return roundRobin(set, selection, second);
  let first = -1;
  while (selection.rehashes <= 20) {
    const index = peerAt(set.peers, Math.floor(draw() * set.totalWeight));
    const peer = set.peers[index] as Peer;
    if (index === first || !usable(peer, index, selection, second)) {
      selection.rehashes++;
      continue;
    }
    if (two && first < 0) {
      first = index;
      continue;
    }
    const lessBusy = first >= 0 && compare(peer, set.peers[first] as Peer) > 0 ? first : index;
    pick(set.peers[lessBusy] as Peer, lessBusy, selection, second);
    return true;
  }
  return roundRobin(set, selection, second);
}
