import type { Outbox } from '../engine/world.ts';
import { balance, balanceNoted } from './balance/balance.ts';
import { currentPeers, type Peer, type PeerSet } from './balance/peer.ts';
import type { Exchange, Proxying } from './exchange.ts';
import type { Turn } from './turn.ts';
import { expand } from './variables.ts';
import { takeIdle } from './worker.ts';

export const setOf = ({ own, upstream }: Proxying, { worker }: Turn): PeerSet =>
  own ?? (worker.sets[upstream] as PeerSet);

/** nginx counts `fail_timeout` in whole seconds of its wall clock; virtual time begins with a whole second. */
export const secondOf = (out: Outbox) => Math.floor(out.now / 1000);

/** Lets the upstream's method choose; false: nobody is left. */
export function choose(exchange: Exchange, proxying: Proxying, set: PeerSet, turn: Turn): boolean {
  const { out } = turn;
  const { method } = set.upstream;
  const asker = { ip: exchange.ip, key: method.kind === 'hash' ? expand(method.key, exchange, out) : '' };
  if (!out.noting) {
    const found = balance(set, proxying.selection, asker, secondOf(out), out);
    if (found) reuse(proxying, set, turn);
    return found;
  }
  const { picked, refused } = balanceNoted(set, proxying.selection, asker, secondOf(out), out);
  if (picked) {
    reuse(proxying, set, turn);
    out.note({ ...picked, reused: proxying.reused }, exchange.chain);
    const { request, proxyPass } = proxying;
    out.note({ kind: 'forwarded', to: picked.to, request, place: proxyPass.place }, exchange.chain);
  } else if (refused) out.note(refused, exchange.chain);
  return picked !== undefined;
}

/** Looks for an idle connection to the chosen server (`ngx_http_upstream_get_keepalive_peer`). */
function reuse(proxying: Proxying, set: PeerSet, { worker, out }: Turn): void {
  proxying.reused = false;
  proxying.served = 0;
  if (!set.upstream.keepalive || proxying.upstream < 0) return;
  const peer = currentPeers(set, proxying.selection)[proxying.selection.current] as Peer;
  const idle = takeIdle(worker, proxying.upstream, peer.name, out.now);
  proxying.reused = idle !== undefined;
  proxying.served = idle?.served ?? 0;
}
