import { expect, test } from 'vitest';
import { transition } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import {
  type TomcatEvent,
  type TomcatState,
  tomcatChart,
  tomcatLifecycle,
} from '../../../simulator/tomcat/lifecycle.ts';

const events: TomcatEvent[] = ['start', 'refused', 'started', 'stop', 'exited', 'crash', 'hang', 'resume'];

test('the table of a Tomcat process is the chart: walked from every reachable state', () => {
  const reachable = Object.values(getAdjacencyMap(tomcatChart, { events: events.map((type) => ({ type })) })).map(
    ({ state }) => state,
  );
  expect(reachable.map(({ value }) => value).sort()).toEqual([
    'crashed',
    'hung',
    'running',
    'starting',
    'stopped',
    'stopping',
  ]);
  for (const snapshot of reachable) {
    const state = snapshot.value as TomcatState;
    for (const type of events) {
      expect(tomcatLifecycle.next(state, type), `${state} + ${type}`).toBe(
        transition(tomcatChart, snapshot, { type })[0].value,
      );
      expect(tomcatLifecycle.can(state, type), `${state} can ${type}`).toBe(snapshot.can({ type }));
    }
    expect(tomcatLifecycle.has(state, 'listening'), state).toBe(snapshot.hasTag('listening'));
  }
  expect(tomcatLifecycle.initial).toBe('stopped');
});
