import { possible } from './possible.ts';
import { type Stand, Steps, Walk } from './walk.ts';
import type { Action, Note, World } from './world.ts';

/** What is asked of every reachable world: that it `always` holds, or that it holds in some (`reaches`). */
export interface Property {
  name: string;
  kind: 'always' | 'reaches';
  /** Looks at a world, at what visitors noted in the step that led there, and how many faults had struck by then. */
  holds(world: World, notes: readonly Note[], struck: number): boolean;
  /** It looks at notes; else there may be none. */
  listens?: boolean;
}

/** What an exploration found. */
export interface Exploration {
  /** Worlds looked at. Those between two that could go on in several ways may have been met before. */
  states: number;
  /** Steps tried, those into known worlds included. */
  transitions: number;
  /** False when the limit cut the search: then an `always` that was not broken is not proved. */
  complete: boolean;
  /** For a broken `always` a shortest path of actions from the start, for each reached `reaches` some path. */
  found: Map<string, Action[]>;
}

export interface ExploreOptions {
  /** Faults that may strike at any moment … */
  faults: readonly Action[];
  /** … so many in all. */
  atMost: number;
  /** The search ends after so many worlds. */
  limit: number;
  /** How many visitors may wait at the same time before another one makes the next visit of his plan; absent: all. */
  atOnce?: number;
}

/** Visits every world that `start` can reach, as a `Search` does, in one go. */
export function explore(start: World, properties: readonly Property[], options: ExploreOptions): Exploration {
  const search = new Search(start, properties, options);
  search.go(Number.POSITIVE_INFINITY);
  return search.result;
}

/** Actions from the start, the last one first. */
type Path = { action: Action; before: Path } | undefined;

/** A world that can go on in several ways, or that a fault may strike. */
interface Arrival extends Stand {
  /** What its world is called. */
  name: string;
  struck: number;
  path: Path;
  /** How many actions led here. */
  depth: number;
  /** What may happen next, where that is known already. */
  next: Action[] | undefined;
}

/**
 * Visits every world that `start` can reach, those first that the fewest actions lead to, so that the first path to a broken
 * `always` is a shortest one; with it the search ends. It can be done bit by bit.
 */
export class Search {
  readonly #properties: readonly Property[];
  readonly #options: ExploreOptions;
  readonly #steps: Steps;
  /** How few actions lead to each named world. */
  readonly #known = new Map<string, number>();
  /** By depth, those that are dealt with left out. */
  readonly #open: (Arrival | undefined)[][] = [];
  #depth = 0;
  /** How many of that depth are dealt with. */
  #done = 0;
  readonly #found = new Map<string, { path: Path; depth: number }>();
  /** Nothing of this depth or more is of interest any more. */
  #bound = Number.POSITIVE_INFINITY;
  #states = 0;
  #transitions = 0;
  #complete = true;

  constructor(start: World, properties: readonly Property[], options: ExploreOptions) {
    this.#properties = properties;
    this.#options = options;
    this.#steps = new Steps(properties.some(({ listens }) => listens === true));
    const world = { ...start, latency: 0 };
    this.#judge(world, [], 0, undefined, 0);
    this.#arrive(this.#steps.stand(world), { struck: 0, path: undefined, depth: 0, next: undefined });
  }

  /** Goes on for about so many steps. False: it is done. */
  go(steps: number): boolean {
    const until = this.#transitions + steps;
    while (this.#transitions < until) {
      const arrival = this.#next();
      if (!arrival) return false;
      const { world, struck } = arrival;
      const next = arrival.next ?? this.#possible(world);
      const faults = struck < this.#options.atMost ? this.#options.faults : [];
      for (const action of [...next, ...faults]) this.#follow(arrival, action);
    }
    return true;
  }

  /** What it has found so far. */
  get result(): Exploration {
    const found = new Map([...this.#found].map(([name, { path }]) => [name, actionsOf(path)]));
    return { states: this.#states, transitions: this.#transitions, complete: this.#complete, found };
  }

  #next(): Arrival | undefined {
    while (this.#complete && this.#depth < Math.min(this.#bound, this.#open.length)) {
      const level = this.#open[this.#depth] ?? [];
      const arrival = level[this.#done];
      if (arrival) {
        level[this.#done++] = undefined;
        if (this.#known.get(arrival.name) === arrival.depth) return arrival;
      } else {
        this.#done = 0;
        this.#depth++;
      }
    }
    return undefined;
  }

  #possible(world: World): Action[] {
    return possible(world, this.#options.atOnce ?? Number.POSITIVE_INFINITY);
  }

  /** Does an action, and then whatever must happen while nothing else can: only where there is a choice is a world kept. */
  #follow(from: Arrival, first: Action): void {
    const walk = new Walk(from, this.#steps);
    const struck = from.struck + (isFault(first) ? 1 : 0);
    const canStrike = struck < this.#options.atMost && this.#options.faults.length > 0;
    let { path, depth } = from;
    let next: Action[] | undefined;
    for (let action: Action | undefined = first; action; ) {
      const notes = walk.step(action);
      this.#transitions++;
      path = { action, before: path };
      if (!this.#judge(walk.world, notes, struck, path, ++depth)) return;
      if (canStrike) break;
      next = this.#possible(walk.world);
      if (next.length === 0) return;
      action = next.length === 1 && action.kind !== 'fire' && !walk.atNginx ? next[0] : undefined;
    }
    this.#arrive(walk, { struck, path, depth, next });
  }

  /** Keeps a world to go on from, unless it is known. */
  #arrive({ world, hosts, place }: Stand, how: Pick<Arrival, 'struck' | 'path' | 'depth' | 'next'>): void {
    const { struck, path, depth, next } = how;
    const name = this.#steps.names.world(world, hosts, place.number, this.#options.atMost - struck);
    if ((this.#known.get(name) ?? Number.POSITIVE_INFINITY) <= depth) return;
    this.#known.set(name, depth);
    const level = (this.#open[depth] ??= []);
    level.push({ world, hosts, place, name, struck, path, depth, next });
  }

  /** Looks at a world. False: there is no need to go on from it. */
  #judge(world: World, notes: readonly Note[], struck: number, path: Path, depth: number): boolean {
    if (depth >= this.#bound) return false;
    if (this.#states === this.#options.limit) {
      this.#complete = false;
      return false;
    }
    this.#states++;
    for (const { name, kind, holds } of this.#properties) {
      if (kind === 'reaches' && this.#found.has(name)) continue;
      if (holds(world, notes, struck) !== (kind === 'reaches')) continue;
      this.#found.set(name, { path, depth });
      if (kind === 'always') this.#bound = depth;
    }
    return depth < this.#bound;
  }
}

const isFault = (action: Action) => action.kind !== 'deliver' && action.kind !== 'fire';

function actionsOf(path: Path): Action[] {
  const actions: Action[] = [];
  for (let step = path; step; step = step.before) actions.push(step.action);
  return actions.reverse();
}
