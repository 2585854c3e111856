import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import {
  type Peer,
  type PeerMode,
  type PeerSet,
  peerChart,
  peerLifecycle,
  peerSet,
  release,
  selection,
} from '../../../simulator/nginx/balance/peer.ts';
import { roundRobin } from '../../../simulator/nginx/balance/round-robin.ts';
import { upstreamOf } from './upstream-of.ts';

test('the table of a peer is its chart', () => {
  const events = ['exhausted', 'probe', 'recovered'] as const;
  for (const { state } of getShortestPaths(peerChart, { events: events.map((type) => ({ type })) })) {
    const mode = state.value as PeerMode;
    for (const type of events) {
      const [after] = transition(peerChart, peerChart.resolveState({ value: mode }), { type });
      expect(peerLifecycle.next(mode, type), `${mode} on ${type}`).toBe(after.value);
    }
  }
});

/** What the numbers alone say a peer is doing. */
function modeByNumbers({ fails, maxFails, accessed, checked }: Peer): PeerMode {
  if (maxFails === 0 || fails < maxFails) return 'up';
  return accessed < checked ? 'probing' : 'failed';
}

test("a peer's mode follows its numbers, whatever requests do", () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: 4 }), finish: fc.boolean(), failed: fc.boolean() });
  const servers = fc.array(
    fc.record({ maxFails: fc.integer({ min: 0, max: 3 }), failTimeout: fc.integer({ min: 0, max: 3 }) }),
    {
      minLength: 2,
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(servers, fc.array(step, { maxLength: 60 }), (lines, steps) => {
      const set = peerSet(upstreamOf(lines));
      const running: ReturnType<typeof selection>[] = [];
      let second = 0;
      for (const { wait, finish, failed } of steps) {
        second += wait;
        const request = finish ? running.shift() : undefined;
        if (request) release(set, request, failed, second);
        else {
          const fresh = selection(set, 0);
          if (roundRobin(set, fresh, second)) running.push(fresh);
        }
        for (const peer of set.peers) expect(peer.mode).toBe(modeByNumbers(peer));
      }
    }),
  );
});

/** One request that ends at once. */
function request(set: PeerSet, second: number, failed: boolean): string | undefined {
  const one = selection(set, 0);
  if (!roundRobin(set, one, second)) return undefined;
  const { name } = set.peers[one.current] as Peer;
  release(set, one, failed, second);
  return name;
}

test('a server that failed is back when more than fail_timeout whole seconds have passed, for one request', () => {
  const set = peerSet(upstreamOf([{}, { down: true }]));
  expect(request(set, 0, true)).toBe('127.0.0.1:8081');
  expect(request(set, 10, false)).toBeUndefined();
  const probe = selection(set, 0);
  expect(roundRobin(set, probe, 11)).toBe(true);
  expect(set.peers[0]?.mode).toBe('probing');
  expect(request(set, 11, false)).toBeUndefined();
  release(set, probe, false, 11);
  expect(set.peers[0]?.mode).toBe('up');
  expect(request(set, 11, false)).toBe('127.0.0.1:8081');
});

test('a single server is never disabled', () => {
  const set = peerSet(upstreamOf([{}]));
  for (let i = 0; i < 5; i++) expect(request(set, 0, true)).toBe('127.0.0.1:8081');
});

test('failures before max_fails lower the weight, and it climbs back a step per round', () => {
  const set = peerSet(upstreamOf([{ weight: 4, maxFails: 4, failTimeout: 1 }, {}]));
  request(set, 0, true);
  expect(set.peers[0]?.effectiveWeight).toBe(3);
  request(set, 0, false);
  expect(set.peers[0]?.effectiveWeight).toBe(4);
});
