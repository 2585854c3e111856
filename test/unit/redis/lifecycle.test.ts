import { expect, test } from 'vitest';
import { transition } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { type ServerEvent, type ServerMode, serverChart, serverLifecycle } from '../../../simulator/redis/lifecycle.ts';

const events: ServerEvent[] = ['start', 'loaded', 'compute', 'computed', 'exit', 'crash', 'hang', 'resume'];

test('the table of a Redis process is the chart: walked from every reachable state', () => {
  const reachable = Object.values(getAdjacencyMap(serverChart, { events: events.map((type) => ({ type })) })).map(
    ({ state }) => state,
  );
  expect(reachable.map(({ value }) => value).sort()).toEqual([
    'computing',
    'loading',
    'running',
    'stopped',
    'suspended',
    'suspended-computing',
  ]);
  for (const snapshot of reachable) {
    const mode = snapshot.value as ServerMode;
    for (const type of events) {
      expect(serverLifecycle.next(mode, type), `${mode} + ${type}`).toBe(
        transition(serverChart, snapshot, { type })[0].value,
      );
      expect(serverLifecycle.can(mode, type), `${mode} can ${type}`).toBe(snapshot.can({ type }));
    }
    for (const tag of ['up', 'reading'] as const)
      expect(serverLifecycle.has(mode, tag), `${mode} ${tag}`).toBe(snapshot.hasTag(tag));
  }
  expect(serverLifecycle.initial).toBe('stopped');
});
