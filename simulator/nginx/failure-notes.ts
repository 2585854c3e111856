import type { Outbox } from '../engine/world.ts';
import { usableFrom } from './balance/balance.ts';
import type { Peer, PeerSet } from './balance/peer.ts';
import type { Exchange } from './exchange.ts';
import { isCounted, type Verdict } from './next-upstream.ts';
import type { FailureReason } from './notes.ts';

/** Tells of a failed attempt, and what it did to the server's numbers. */
export function noteFailure(
  exchange: Exchange,
  set: PeerSet,
  peer: Peer,
  reason: FailureReason,
  disabled: boolean,
  out: Outbox,
): void {
  const { fails, maxFails, failTimeout, place } = peer;
  out.note(
    {
      kind: 'upstream-failed',
      upstream: set.upstream.name,
      peer: peer.name,
      reason,
      counted: isCounted(reason) && !set.single,
      fails,
      maxFails,
      failTimeout,
      ...(disabled ? { until: usableFrom(peer) } : {}),
      place,
    },
    exchange.chain,
  );
}

/** Tells whether another server may try, and by which rule. */
export function noteVerdict(
  { chain }: Exchange,
  { name: peer }: Peer,
  reason: FailureReason,
  verdict: Verdict,
  out: Outbox,
): void {
  const where = verdict.place ? { place: verdict.place } : {};
  if (verdict.retry) out.note({ kind: 'retried', peer, reason, rule: verdict.rule, ...where }, chain);
  else out.note({ kind: 'not-retried', peer, reason, rule: verdict.rule, ...where }, chain);
}
