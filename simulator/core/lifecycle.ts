import type { AnyStateMachine } from 'xstate';

/**
 * A statechart flattened to a table. A lesson draws the chart, a test walks it with
 * `xstate/graph`, and the simulator runs the table, a thousand times faster than an actor.
 */
export interface Lifecycle<State extends string = string, Event extends string = string> {
  initial: State;
  states: readonly State[];
  /** Every arrow of the chart. */
  arrows: readonly { from: State; event: Event; to: State }[];
  /** The state that `event` leads to; the same state where the chart ignores the event. */
  next(state: State, event: Event): State;
  /** Whether the chart has an arrow for `event` out of `state`. */
  can(state: State, event: Event): boolean;
  has(state: State, tag: string): boolean;
}

/**
 * Flattens a chart. Charts hold modes only: numbers (counters, deadlines) live in host data, beside
 * the mode, and plain code sends another event when a number decides.
 * @throws where the chart has levels, guards or delayed arrows: a bug of ours, not of a learner.
 */
export function lifecycle<State extends string, Event extends string>(
  machine: AnyStateMachine,
): Lifecycle<State, Event> {
  const rows = new Map(Object.values(machine.root.states).map((node) => [node.key as State, rowOf(node)]));
  const rowFor = (state: State) => {
    const row = rows.get(state);
    if (!row) throw new Error(`${machine.id}: no state "${state}"`);
    return row;
  };
  const initial = machine.root.initial.target[0]?.key as State;
  return {
    initial,
    states: [...rows.keys()],
    arrows: [...rows].flatMap(([from, { next }]) =>
      [...next].map(([event, to]) => ({ from, event: event as Event, to: to as State })),
    ),
    next: (state, event) => (rowFor(state).next.get(event) as State | undefined) ?? state,
    can: (state, event) => rowFor(state).next.has(event),
    has: (state, tag) => rowFor(state).tags.has(tag),
  };
}

function rowOf(node: AnyStateMachine['root']) {
  if (node.type !== 'atomic' && node.type !== 'final') throw new Error(`${node.id}: a lifecycle is one level deep`);
  const arrows = [...node.transitions.values()].flat();
  if (arrows.some((arrow) => arrow.guard)) throw new Error(`${node.id}: a lifecycle has no guards; send another event`);
  if (node.after.length > 0) throw new Error(`${node.id}: a lifecycle has no delays; the engine's queue keeps time`);
  return {
    next: new Map(arrows.map((arrow) => [arrow.eventType, arrow.target?.[0]?.key ?? node.key])),
    tags: new Set<string>(node.tags),
  };
}
