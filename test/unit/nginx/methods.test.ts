import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32, utf8 } from '../../../simulator/nginx/balance/crc32.ts';
import { consistentHash, hash } from '../../../simulator/nginx/balance/hash.ts';
import { ipHash } from '../../../simulator/nginx/balance/ip-hash.ts';
import { leastConn } from '../../../simulator/nginx/balance/least-conn.ts';
import {
  type Peer,
  type PeerSet,
  peerSet,
  release,
  type Selection,
  selection,
} from '../../../simulator/nginx/balance/peer.ts';
import { random } from '../../../simulator/nginx/balance/random.ts';
import { roundRobin } from '../../../simulator/nginx/balance/round-robin.ts';
import type { Trace } from '../../../simulator/nginx/balance/trace.ts';
import { upstreamOf } from './upstream-of.ts';

/** The index of the server that a method chooses for a request that ends at once. */
function choice(set: PeerSet, method: (one: Selection) => boolean): number {
  const one = selection(set, 0);
  expect(method(one)).toBe(true);
  const { current } = one;
  release(set, one, false, 0);
  return current;
}

const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 });
const setOf = (list: readonly number[]) => peerSet(upstreamOf(list.map((weight) => ({ weight }))));

test('round robin: over one cycle each server gets exactly its weight, and the cycle repeats', () => {
  fc.assert(
    fc.property(weights, (list) => {
      const set = setOf(list);
      const total = list.reduce((a, b) => a + b);
      const cycle = () => Array.from({ length: total }, () => choice(set, (one) => roundRobin(set, one, 0)));
      const first = cycle();
      expect(list.map((_, i) => first.filter((one) => one === i).length)).toEqual(list);
      expect(cycle()).toEqual(first);
    }),
  );
});

test('round robin is smooth: weights 5, 1, 1', () => {
  const set = setOf([5, 1, 1]);
  expect(Array.from({ length: 7 }, () => choice(set, (one) => roundRobin(set, one, 0)))).toEqual([0, 0, 1, 0, 2, 0, 0]);
});

test('ip_hash: a whole /24 shares a server, whatever the weights', () => {
  fc.assert(
    fc.property(weights, fc.ipV4(), fc.integer({ min: 0, max: 255 }), (list, ip, last) => {
      const set = setOf(list);
      const neighbour = ip.replace(/\d+$/, String(last));
      const by = (address: string) => choice(set, (one) => ipHash(set, one, address, 0));
      expect(by(neighbour)).toBe(by(ip));
    }),
  );
});

test('ip_hash: all sixteen bytes of an IPv6 address count', () => {
  const set = setOf([1, 1, 1]);
  const chosen = Array.from({ length: 40 }, (_, i) => choice(set, (one) => ipHash(set, one, `2001:db8::${i}`, 0)));
  expect(new Set(chosen).size).toBe(3);
});

test('ip_hash: a server marked down keeps its share, and others take its visitors over', () => {
  const before = setOf([1, 1, 1]);
  const after = peerSet(upstreamOf([{}, { down: true }, {}]));
  for (let i = 0; i < 200; i++) {
    const ip = `10.${i}.7.1`;
    const was = choice(before, (one) => ipHash(before, one, ip, 0));
    const is = choice(after, (one) => ipHash(after, one, ip, 0));
    if (was === 1) expect(is).not.toBe(1);
    else expect(is).toBe(was);
  }
});

test('ip_hash tells each rehash, and that round robin decided after too many', () => {
  const set = peerSet(upstreamOf([{ weight: 1000, down: true }, {}, {}]));
  const trace: Trace = { steps: [] };
  const one = selection(set, 0);
  expect(ipHash(set, one, '203.0.113.7', 0, trace)).toBe(true);
  expect(trace.bytes).toEqual([203, 0, 113]);
  expect(trace.fellBack).toBe('too-many-rehashes');
  expect(trace.steps).toHaveLength(21);
  expect(new Set(trace.steps.map(({ rejected }) => rejected))).toEqual(new Set(['down']));
});

test('crc32 is that of zlib', () => {
  expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
  expect(crc32(utf8('登录'))).toBe(crc32([0xe7, 0x99, 0xbb, 0xe5, 0xbd, 0x95]));
});

test('hash: one key, one server; an empty key is plain round robin', () => {
  const set = setOf([1, 1, 1]);
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (key) => {
      expect(choice(set, (one) => hash(set, one, key, 0))).toBe(choice(set, (one) => hash(set, one, key, 0)));
    }),
  );
  const fresh = setOf([1, 1, 1]);
  expect([0, 1, 2].map(() => choice(fresh, (one) => hash(fresh, one, '', 0)))).toEqual([0, 1, 2]);
});

test('consistent hash: taking a server away moves only its own keys', () => {
  const before = setOf([1, 1, 1]);
  const after = peerSet(upstreamOf([{}, {}]));
  let moved = 0;
  for (let i = 0; i < 300; i++) {
    const was = choice(before, (one) => consistentHash(before, one, `key${i}`, 0));
    const is = choice(after, (one) => consistentHash(after, one, `key${i}`, 0));
    if (was === 2) moved++;
    else expect(is).toBe(was);
  }
  expect(moved).toBeGreaterThan(50);
});

test('least_conn: the server with the fewest running requests per weight', () => {
  fc.assert(
    fc.property(weights, fc.array(fc.nat(6), { minLength: 5, maxLength: 5 }), (list, conns) => {
      const set = setOf(list);
      set.peers.forEach((peer, i) => {
        peer.conns = conns[i] ?? 0;
      });
      const load = set.peers.map((peer) => peer.conns / peer.weight);
      const one = selection(set, 0);
      leastConn(set, one, 0);
      expect(load[one.current]).toBe(Math.min(...load));
    }),
  );
});

test('random: by weight; of two drawn, the less busy', () => {
  const set = setOf([3, 1]);
  const drawn = (two: boolean, ...numbers: number[]) => {
    const one = selection(set, 0);
    random(set, one, two, () => numbers.shift() ?? 0, 0);
    return one.current;
  };
  expect(drawn(false, 0.74)).toBe(0);
  expect(drawn(false, 0.76)).toBe(1);
  (set.peers[0] as Peer).conns = 30;
  (set.peers[1] as Peer).conns = 1;
  expect(drawn(true, 0.9, 0.1)).toBe(1);
});
