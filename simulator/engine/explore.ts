import { forkWorld } from './behaviours.ts';
import { looksAround } from './effects.ts';
import { Engine } from './engine.ts';
import { actionOf, type Move, nameOf } from './stand.ts';
import { Steps, Walk } from './walk.ts';
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
  while (search.go(Number.POSITIVE_INFINITY));
  return search.result;
}

/** Moves from the start, the last one first. */
type Path = { move: Move; before: Path } | undefined;

/** A world that can go on in several ways, or that a fault may strike. */
interface Arrival {
  walk: Walk;
  struck: number;
  path: Path;
  /** How many actions led here. */
  depth: number;
  /** What may happen next, where that is known already. */
  next: readonly Move[] | undefined;
  /** How few actions lead to this world, on whatever path. */
  least: { depth: number };
}

/**
 * Visits every world that `start` can reach, those first that the fewest actions lead to, so that the first path to a broken
 * `always` is a shortest one; with it the search ends. It can be done bit by bit.
 */
export class Search {
  #pass: Pass;
  readonly #anew: () => Pass;

  constructor(start: World, properties: readonly Property[], options: ExploreOptions) {
    const world = { ...start, latency: 0 };
    this.#pass = new Pass(world, properties, options, !looksAround(world));
    this.#anew = () => new Pass(world, properties, options, false);
  }

  /** Goes on for about so many steps at the most. False: it is done. */
  go(steps: number): boolean {
    const goesOn = this.#pass.go(steps);
    if (!this.#pass.mindedOrder) return goesOn;
    this.#pass = this.#anew();
    return true;
  }

  /** What it has found so far. */
  get result(): Exploration {
    return this.#pass.result;
  }
}

/** One go at a search, in which worlds that differ only in an order may be taken for alike. */
class Pass {
  readonly #properties: readonly Property[];
  readonly #options: ExploreOptions;
  readonly #start: World;
  readonly #faults: readonly Move[];
  readonly #atOnce: number;
  readonly #steps: Steps;
  /** How few actions lead to each named world. */
  readonly #known = new Map<string, { depth: number }>();
  /** By depth, those that are dealt with left out. */
  readonly #open: (Arrival | undefined)[][] = [];
  #depth = 0;
  /** How many of that depth are dealt with. */
  #done = 0;
  /** `actions`: those of the path, once they were asked for. */
  readonly #found = new Map<string, { path: Path; actions?: Action[] }>();
  /** Nothing of this depth or more is of interest any more. */
  #bound = Number.POSITIVE_INFINITY;
  #states = 0;
  #transitions = 0;
  #complete = true;

  /** `anyOrder`: as for `Steps`. */
  constructor(start: World, properties: readonly Property[], options: ExploreOptions, anyOrder: boolean) {
    this.#properties = properties;
    this.#options = options;
    this.#start = start;
    this.#faults = options.faults.filter(isFault);
    this.#atOnce = options.atOnce ?? Number.POSITIVE_INFINITY;
    this.#steps = new Steps(
      properties.some(({ listens }) => listens === true),
      anyOrder,
    );
    const walk = new Walk(this.#steps.stand(start), this.#steps);
    this.#judge(walk, [], 0, undefined, 0);
    this.#arrive(walk, { struck: 0, path: undefined, depth: 0, next: undefined });
  }

  /** Worlds were taken for alike that are not: all of it has to be done anew with orders told apart. */
  get mindedOrder(): boolean {
    return this.#steps.mindedOrder;
  }

  /** Goes on for about so many steps at the most, or until order is minded. False: it is done. */
  go(steps: number): boolean {
    const until = this.#transitions + steps;
    while (this.#transitions < until) {
      const arrival = this.#next();
      if (!arrival) return false;
      const { walk, struck } = arrival;
      for (const move of arrival.next ?? walk.possible(this.#atOnce)) this.#follow(arrival, move);
      if (struck < this.#options.atMost) for (const fault of this.#faults) this.#follow(arrival, fault);
      if (this.mindedOrder) return true;
    }
    return true;
  }

  /** What it has found so far. */
  get result(): Exploration {
    const found = new Map<string, Action[]>();
    for (const [name, how] of this.#found) found.set(name, (how.actions ??= this.#actionsOf(how.path)));
    return { states: this.#states, transitions: this.#transitions, complete: this.#complete, found };
  }

  #next(): Arrival | undefined {
    while (this.#complete && this.#depth < Math.min(this.#bound, this.#open.length)) {
      const level = this.#open[this.#depth] ?? [];
      const arrival = level[this.#done];
      if (arrival) {
        level[this.#done++] = undefined;
        if (arrival.least.depth === arrival.depth) return arrival;
      } else {
        this.#done = 0;
        this.#depth++;
      }
    }
    return undefined;
  }

  /** Does an action, and then whatever must happen while nothing else can: only where there is a choice is a world kept. */
  #follow(from: Arrival, first: Move): void {
    const walk = new Walk(from.walk, this.#steps);
    const struck = from.struck + (isFault(first) ? 1 : 0);
    const canStrike = struck < this.#options.atMost && this.#faults.length > 0;
    let { path, depth } = from;
    let next: readonly Move[] | undefined;
    for (let move: Move | undefined = first; move; ) {
      const notes = walk.step(move);
      this.#transitions++;
      path = { move, before: path };
      if (!this.#judge(walk, notes, struck, path, ++depth)) return;
      if (canStrike) break;
      next = walk.possible(this.#atOnce);
      if (next.length === 0) return;
      move = next.length === 1 && move.kind !== 'timer' && !walk.atNginx ? next[0] : undefined;
    }
    this.#arrive(walk, { struck, path, depth, next });
  }

  /** Keeps a world to go on from, unless it is known. */
  #arrive(walk: Walk, how: Omit<Arrival, 'walk' | 'least'>): void {
    const { struck, depth } = how;
    const name = nameOf(walk, this.#options.atMost - struck);
    let least = this.#known.get(name);
    if (!least) this.#known.set(name, (least = { depth }));
    else if (least.depth > depth) least.depth = depth;
    else return;
    (this.#open[depth] ??= []).push({ ...how, walk, least });
  }

  /** Looks at a world. False: there is no need to go on from it. */
  #judge(walk: Walk, notes: readonly Note[], struck: number, path: Path, depth: number): boolean {
    if (depth >= this.#bound) return false;
    if (this.#states === this.#options.limit) {
      this.#complete = false;
      return false;
    }
    this.#states++;
    if (this.#properties.length === 0) return true;
    const world = this.#steps.world(walk);
    for (const { name, kind, holds } of this.#properties) {
      if (kind === 'reaches' && this.#found.has(name)) continue;
      if (holds(world, notes, struck) !== (kind === 'reaches')) continue;
      this.#found.set(name, { path });
      if (kind === 'always') this.#bound = depth;
    }
    return depth < this.#bound;
  }

  /** The actions of a path, with the serial numbers of a world that goes it. */
  #actionsOf(path: Path): Action[] {
    const moves: Move[] = [];
    for (let step = path; step; step = step.before) moves.push(step.move);
    const world = forkWorld(this.#start);
    const engine = new Engine(world);
    return moves.reverse().map((move) => {
      const action = actionOf(move, world, this.#steps.names);
      engine.step(action);
      return action;
    });
  }
}

const isFault = (move: Move | Action): move is Exclude<Move, { kind: 'message' | 'timer' }> =>
  move.kind !== 'message' && move.kind !== 'timer' && move.kind !== 'deliver' && move.kind !== 'fire';
