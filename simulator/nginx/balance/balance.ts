import type { Outbox } from '../../engine/world.ts';
import type { Candidate, NginxNote } from '../notes.ts';
import { consistentHash, hash } from './hash.ts';
import { ipHash } from './ip-hash.ts';
import { leastConn } from './least-conn.ts';
import { currentPeers, type Peer, type PeerSet, type Selection } from './peer.ts';
import { random } from './random.ts';
import { roundRobin } from './round-robin.ts';
import { whyUnusable } from './state.ts';
import type { Trace } from './trace.ts';

/** What the methods look at in a request. */
export interface Asker {
  /** The client's address, as realip left it. */
  ip: string;
  /** The value of the key of `hash`, `""` for other methods. */
  key: string;
}

/** Chooses a peer by the upstream's method. False: "no live upstreams". */
export function balance(
  set: PeerSet,
  selection: Selection,
  asker: Asker,
  second: number,
  out: Outbox,
  trace?: Trace,
): boolean {
  const { method } = set.upstream;
  switch (method.kind) {
    case 'round_robin':
      return roundRobin(set, selection, second);
    case 'ip_hash':
      return ipHash(set, selection, asker.ip, second, trace);
    case 'least_conn':
      return leastConn(set, selection, second);
    case 'hash':
      return (method.consistent ? consistentHash : hash)(set, selection, asker.key, second, trace);
    case 'random':
      return byChance(set, selection, method.two, second, out);
  }
}

/** Apart, so that only a method that draws makes a function of its dice. */
const byChance = (set: PeerSet, selection: Selection, two: boolean, second: number, out: Outbox): boolean =>
  random(set, selection, two, () => out.random(), second);

type Pick = Extract<NginxNote, { kind: 'picked' }>;
type NoPick = Extract<NginxNote, { kind: 'no-live-upstreams' }>;

/** The same, with the note that tells how the choice was made. */
export function balanceNoted(
  set: PeerSet,
  selection: Selection,
  asker: Asker,
  second: number,
  out: Outbox,
): { picked: Pick | undefined; refused: NoPick | undefined } {
  const { upstream } = set;
  const before = candidates(set, selection, second);
  const modes = [...set.peers, ...set.backups].map(({ mode }) => mode);
  const hashes = upstream.method.kind === 'ip_hash' || upstream.method.kind === 'hash';
  const trace: Trace | undefined = hashes ? { steps: [] } : undefined;
  const found = balance(set, selection, asker, second, out, trace);
  const chosen = found ? (currentPeers(set, selection)[selection.current] as Peer) : undefined;
  const all = [...set.peers, ...set.backups];
  all.forEach((peer, i) => {
    const candidate = before[i] as Candidate;
    candidate.currentAfter = peer.currentWeight;
    if (peer === chosen) candidate.state = 'chosen';
  });
  const { method } = upstream;
  const shared = {
    upstream: upstream.name,
    by: method.kind,
    place: method.place ?? upstream.place,
    candidates: before,
  };
  const traced = trace ? { trace } : {};
  if (!chosen) return { picked: undefined, refused: { kind: 'no-live-upstreams', ...shared, ...traced } };
  const probe = chosen.mode === 'probing' && modes[all.indexOf(chosen)] !== 'up';
  const picked: Pick = {
    kind: 'picked',
    to: chosen.name,
    server: chosen.server,
    probe,
    reused: false,
    ...shared,
    ...traced,
  };
  return { picked, refused: undefined };
}

function candidates(set: PeerSet, selection: Selection, second: number): Candidate[] {
  const candidate = (peer: Peer, index: number, backup: boolean): Candidate => {
    const asked = backup === selection.backup;
    const fresh: Selection = asked ? selection : { ...selection, tried: [] };
    const why = whyUnusable(peer, index, fresh, second);
    return {
      peer: peer.name,
      server: peer.server,
      place: peer.place,
      weight: peer.weight,
      effective: peer.effectiveWeight,
      currentBefore: peer.currentWeight,
      currentAfter: peer.currentWeight,
      conns: peer.conns,
      fails: peer.fails,
      maxFails: peer.maxFails,
      backup,
      state: why ?? (backup && !selection.backup ? 'backup' : 'available'),
      ...(why === 'failed' ? { until: usableFrom(peer) } : {}),
    };
  };
  return [
    ...set.peers.map((peer, i) => candidate(peer, i, false)),
    ...set.backups.map((peer, i) => candidate(peer, i, true)),
  ];
}

/** Virtual ms from which a disabled peer is tried again: more than `fail_timeout` whole seconds must have passed. */
export const usableFrom = (peer: Peer): number => (peer.checked + peer.failTimeout + 1) * 1000;
