import type { Upstream } from '../settings/settings.ts';
import { crc32, utf8 } from './crc32.ts';
import { peerAt } from './ip-hash.ts';
import { type Peer, type PeerSet, pick, type Selection, usable } from './peer.ts';
import { roundRobin, smoothStep } from './round-robin.ts';
import { rejection, whyUnusable } from './state.ts';
import type { Trace, Unusable } from './trace.ts';

/** `hash KEY` (`ngx_http_upstream_get_hash_peer`): remapped for nearly everybody when a server is added or removed. */
export function hash(set: PeerSet, selection: Selection, key: string, second: number, trace?: Trace): boolean {
  if (cannotHash(set, selection, key, trace)) return roundRobin(set, selection, second);
  const bytes = utf8(key);
  if (selection.hash < 0) selection.hash = 0;
  for (;;) {
    const salted = selection.hashed > 0 ? [...utf8(String(selection.hashed)), ...bytes] : bytes;
    selection.hash = (selection.hash + ((crc32(salted) >>> 16) & 0x7fff)) >>> 0;
    selection.hashed++;
    const point = selection.hash % set.totalWeight;
    const index = peerAt(set.peers, point);
    const peer = set.peers[index] as Peer;
    const free = usable(peer, index, selection, second);
    if (trace)
      trace.steps.push({ hash: selection.hash, point, peer: peer.name, ...rejection(peer, index, selection, second) });
    if (free) {
      pick(peer, index, selection, second);
      return true;
    }
    if (++selection.rehashes > 20) {
      if (trace) trace.fellBack = 'too-many-rehashes';
      return roundRobin(set, selection, second);
    }
  }
}

/**
 * `hash KEY consistent` (`ngx_http_upstream_get_chash_peer`, ketama): the key's place on a ring of 160 points per
 * weight; a server that cannot be used is passed over to the next point.
 */
export function consistentHash(
  set: PeerSet,
  selection: Selection,
  key: string,
  second: number,
  trace?: Trace,
): boolean {
  if (cannotHash(set, selection, key, trace)) return roundRobin(set, selection, second);
  const points = ringOf(set.upstream);
  if (selection.hash < 0) selection.hash = firstAtLeast(points, crc32(utf8(key)));
  for (;;) {
    const at = selection.hash % points.length;
    const { server, hash } = points[at] as RingPoint;
    const rejected = trace && whyNone(set, server, selection, second);
    const index = smoothStep(set.peers, 0, (peer, i) => peer.server === server && usable(peer, i, selection, second));
    if (trace) trace.steps.push({ hash, point: at, peer: server, ...(rejected && index < 0 ? { rejected } : {}) });
    if (index >= 0) {
      pick(set.peers[index] as Peer, index, selection, second);
      return true;
    }
    selection.hash++;
    if (++selection.rehashes > 20) {
      if (trace) trace.fellBack = 'too-many-rehashes';
      return roundRobin(set, selection, second);
    }
  }
}

function cannotHash(set: PeerSet, selection: Selection, key: string, trace: Trace | undefined): boolean {
  if (trace) trace.key = key;
  const why = set.single
    ? 'single-peer'
    : key === ''
      ? 'empty-key'
      : selection.rehashes > 20
        ? 'too-many-rehashes'
        : undefined;
  if (why && trace) trace.fellBack = why;
  return why !== undefined;
}

/** Why no address of a server can be taken. */
function whyNone(set: PeerSet, server: string, selection: Selection, second: number): Unusable | undefined {
  const index = set.peers.findIndex((peer) => peer.server === server);
  return whyUnusable(set.peers[index] as Peer, index, selection, second);
}

interface RingPoint {
  hash: number;
  /** The text of the `server` line. */
  server: string;
}

/** Made once per configuration: it depends on nothing else. */
const rings = new WeakMap<Upstream, RingPoint[]>();

function ringOf(upstream: Upstream): RingPoint[] {
  const known = rings.get(upstream);
  if (known) return known;
  const points: RingPoint[] = [];
  for (const { text, weight, backup, addresses } of upstream.servers)
    if (!backup) for (const _ of addresses) addPoints(points, text, weight);
  points.sort((a, b) => a.hash - b.hash);
  const ring = points.filter((point, i) => i === 0 || point.hash !== points[i - 1]?.hash);
  rings.set(upstream, ring);
  return ring;
}

/** Greater weights than this have no more points in the lab: the real ring may take gigabytes. */
const MOST_ON_RING = 2000;

/** `crc32(host NUL port previous)`, 160 times per weight (`ngx_http_upstream_init_chash`). */
function addPoints(points: RingPoint[], server: string, weight: number): void {
  const found = /^(.*):(\d+)$/.exec(server);
  const unix = server.startsWith('unix:');
  const [host, port] = unix ? [server.slice(5), ''] : [found?.[1] ?? server, found?.[2] ?? ''];
  const base = [...utf8(host), 0, ...utf8(port)];
  let hash = 0;
  for (let i = 0; i < 160 * Math.min(weight, MOST_ON_RING); i++) {
    hash = crc32([...base, hash & 255, (hash >>> 8) & 255, (hash >>> 16) & 255, hash >>> 24]);
    points.push({ hash, server });
  }
}

/** Index of the first point with at least that hash; may be one beyond the last. */
function firstAtLeast(points: readonly RingPoint[], hash: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as RingPoint).hash < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}
