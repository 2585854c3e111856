import { behaviourOf, forkWorld } from './behaviours.ts';
import { Engine } from './engine.ts';
import { identifier, type Names, nothingNamed } from './names.ts';
import { type Action, chainOf, type Host, type Message, type Timer, type World } from './world.ts';

/** What is asked of every reachable world: that it `always` holds, or that it holds in some (`reaches`). */
export interface Property {
  name: string;
  kind: 'always' | 'reaches';
  holds(world: World): boolean;
}

/** What an exploration found. */
export interface Exploration {
  /** Distinct worlds visited. */
  states: number;
  /** Steps tried, those into known worlds included. */
  transitions: number;
  /** False when the limit cut the search: then an `always` that was not broken is not proved. */
  complete: boolean;
  /** For each broken `always` and each reached `reaches`: a shortest path of actions from the start. */
  found: Map<string, Action[]>;
}

export interface ExploreOptions {
  /** Faults that may strike at any moment … */
  faults: readonly Action[];
  /** … so many in all. */
  atMost: number;
  /** The search ends after so many distinct worlds. */
  limit: number;
}

interface Arrival {
  world: World;
  names: Names;
  faultsLeft: number;
  /** Index of the arrival it came from, and by which action. */
  from: number;
  by: Action | undefined;
}

/**
 * Visits every world that `start` can reach, breadth first, so that the first path found is a
 * shortest one. Messages take no time and arrive in any order (in order on one connection); a timer
 * fires only when nothing is on the wires: answers are faster than timeouts.
 */
export function explore(start: World, properties: readonly Property[], options: ExploreOptions): Exploration {
  const identify = identifier();
  const world = { ...start, latency: 0 };
  const names = identify(world, options.atMost, nothingNamed);
  const first: Arrival = { world, names, faultsLeft: options.atMost, from: -1, by: undefined };
  const seen = new Set([names.world]);
  const arrivals: Arrival[] = [first];
  const found = new Map<string, Action[]>();
  let transitions = 0;
  let complete = true;

  for (let here = 0; here < arrivals.length; here++) {
    const arrival = arrivals[here] as Arrival;
    judge(properties, arrival.world, found, () => pathTo(arrivals, here));
    for (const action of possible(arrival, options.faults)) {
      const world = after(arrival.world, action);
      const faultsLeft = arrival.faultsLeft - (isFault(action) ? 1 : 0);
      transitions++;
      const names = identify(world, faultsLeft, arrival.names);
      if (seen.has(names.world)) continue;
      if (seen.size === options.limit) {
        complete = false;
        continue;
      }
      seen.add(names.world);
      arrivals.push({ world, names, faultsLeft, from: here, by: action });
    }
    // Only its way back is still needed; the world itself may go.
    arrivals[here] = { ...arrival, world: start, names: nothingNamed };
  }
  return { states: seen.size, transitions, complete, found };
}

/** What may happen next in a world that is being explored. */
export function possible(
  { world, faultsLeft }: Pick<Arrival, 'world' | 'faultsLeft'>,
  faults: readonly Action[],
): Action[] {
  const heads = new Map<string, Message>();
  let earliest: Timer | undefined;
  for (const item of world.queue) {
    if (item.kind === 'timer') {
      if (!earliest || item.at < earliest.at || (item.at === earliest.at && item.serial < earliest.serial))
        earliest = item;
      continue;
    }
    const connection = `${item.from}>${item.to}>${'connection' in item.body ? item.body.connection : chainOf(item.body)}`;
    const head = heads.get(connection);
    if (!head || item.serial < head.serial) heads.set(connection, item);
  }
  const next: Action[] = [...heads.values()].map(({ serial }) => ({ kind: 'deliver', serial }));
  if (next.length === 0 && earliest) next.push({ kind: 'fire', serial: earliest.serial });
  return faultsLeft > 0 ? [...next, ...faults] : next;
}

const isFault = (action: Action) => action.kind !== 'deliver' && action.kind !== 'fire';

/** The world after an action. A step changes one host, so only that one is copied; traffic changes many. */
function after(world: World, action: Action): World {
  if (action.kind === 'traffic') {
    const next = forkWorld(world);
    new Engine(next).step(action);
    return next;
  }
  const next: World = { ...world, hosts: new Map(world.hosts), queue: [...world.queue] };
  const host = touched(world, action);
  if (host) next.hosts.set(host.name, behaviourOf(host).fork(host));
  new Engine(next).step(action);
  return next;
}

function touched(world: World, action: Action): Host | undefined {
  if (!('host' in action) && action.kind !== 'deliver' && action.kind !== 'fire') return undefined;
  if (action.kind !== 'deliver' && action.kind !== 'fire') return world.hosts.get(action.host);
  const item = world.queue.find(({ serial }) => serial === action.serial);
  if (!item) return undefined;
  if (item.kind === 'timer') return world.hosts.get(item.host);
  return world.hosts.get(item.to) ?? world.hosts.get(world.sockets.get(item.to) ?? '');
}

function judge(
  properties: readonly Property[],
  world: World,
  found: Map<string, Action[]>,
  path: () => Action[],
): void {
  for (const { name, kind, holds } of properties)
    if (!found.has(name) && holds(world) === (kind === 'reaches')) found.set(name, path());
}

function pathTo(arrivals: readonly Arrival[], index: number): Action[] {
  const path: Action[] = [];
  for (let arrival = arrivals[index]; arrival?.by; arrival = arrivals[arrival.from]) path.unshift(arrival.by);
  return path;
}
