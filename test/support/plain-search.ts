import { behaviourOf, forkWorld } from '../../simulator/engine/behaviours.ts';
import { Engine } from '../../simulator/engine/engine.ts';
import type { ExploreOptions, Property } from '../../simulator/engine/explore.ts';
import { possible } from '../../simulator/engine/possible.ts';
import type { Action, Note, World } from '../../simulator/index.ts';

/** What a plain search found: how many actions lead at least to what it looked for. */
export interface PlainFinding {
  complete: boolean;
  shortest: Map<string, number>;
}

/**
 * The search as one would first write it: each world is copied as a whole, steps are taken by an engine, worlds are told apart by
 * all of their text, and those that fewer actions lead to come first. It ends with the first broken `always`.
 */
export function plainSearch(start: World, properties: readonly Property[], options: ExploreOptions): PlainFinding {
  const shortest = new Map<string, number>();
  const known = new Set([textOf(start, 0)]);
  let level: [World, number][] = [[start, 0]];
  for (let depth = 1; level.length > 0; depth++) {
    const next: [World, number][] = [];
    for (const [before, struck] of level)
      for (const { action, isFault } of actionsIn(before, struck, options)) {
        const notes: Note[] = [];
        const world = forkWorld(before);
        new Engine(world, (note) => notes.push(note)).step(action);
        const after = struck + Number(isFault);
        const heard = notes.filter(({ host }) => world.hosts.get(host)?.kind === 'client');
        for (const { name, kind, holds } of properties)
          if (holds(world, heard, after) === (kind === 'reaches') && !shortest.has(name)) shortest.set(name, depth);
        const text = textOf(world, after);
        if (known.has(text)) continue;
        known.add(text);
        next.push([world, after]);
      }
    if (properties.some(({ kind, name }) => kind === 'always' && shortest.has(name))) break;
    if (known.size > options.limit) return { complete: false, shortest };
    level = next;
  }
  return { complete: true, shortest };
}

function actionsIn(
  world: World,
  struck: number,
  { faults, atMost, atOnce = Number.POSITIVE_INFINITY }: ExploreOptions,
) {
  const next = possible(world, atOnce).map((action) => ({ action, isFault: false }));
  return struck < atMost ? [...next, ...faults.map((action: Action) => ({ action, isFault: true }))] : next;
}

/** All of a world as text, times relative to now: what it has in order is in order, messages by their connections. */
function textOf({ hosts, queue, now, ...rest }: World, struck: number): string {
  const { sockets, disks, cuts, netem, lost, former, random } = rest;
  const scheduled = queue
    .toSorted((a, b) => a.serial - b.serial)
    .map(({ serial: _, at, ...item }) =>
      item.kind === 'timer' ? [item, at - now] : [item.from, item.to, JSON.stringify(item.body)],
    );
  return JSON.stringify([
    struck,
    [...hosts.values()].map((host) => behaviourOf(host).key(host, now)),
    scheduled.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
    [[...sockets].toSorted(), [...disks].map(([machine, files]) => [machine, ...files])],
    [[...cuts], [...netem], lost.map(({ message: { serial: _, ...message } }) => message), [...former], [...random]],
  ]);
}
