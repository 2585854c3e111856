import { isDisabled, type Peer, type Selection } from './peer.ts';
import type { Unusable } from './trace.ts';

/** Why a peer cannot be taken by this request now; `undefined` when it can. */
export function whyUnusable(peer: Peer, index: number, selection: Selection, second: number): Unusable | undefined {
  if (selection.tried.includes(index)) return 'tried';
  if (peer.down) return 'down';
  if (isDisabled(peer, second)) return 'failed';
  return peer.maxConns > 0 && peer.conns >= peer.maxConns ? 'max_conns' : undefined;
}

/** The same as a field to spread into a step. */
export function rejection(peer: Peer, index: number, selection: Selection, second: number): { rejected?: Unusable } {
  const rejected = whyUnusable(peer, index, selection, second);
  return rejected ? { rejected } : {};
}
