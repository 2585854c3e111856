import { behaviourOf } from './behaviours.ts';
import { apply, type Effect, effectOf, isLocal } from './effects.ts';
import { Engine } from './engine.ts';
import type { Names } from './names.ts';
import type { Action, Host, Note, Scheduled, World } from './world.ts';

/** A world in a search, with the numbers of its hosts, by slot, and of its tables (`names.ts`). */
export interface Stand {
  world: World;
  hosts: readonly number[];
  place: number;
}

/** What a step did, with the numbers of what it led to; -1: no host heard it. */
interface Taken extends Effect {
  number: number;
  place: number;
}

/** What the walks of one search share: the numbers of all parts of worlds, and what steps did. */
export class Steps {
  readonly names: Names;
  readonly listens: boolean;
  readonly #taken = new Map<string, Map<number, Taken>>();

  /** `listens`: whether anybody wants to know what visitors note. */
  constructor(names: Names, listens: boolean) {
    this.names = names;
    this.listens = listens;
  }

  /** The steps that were taken at a place at a time, by the numbers of the host and of what happened to it. */
  takenAt(place: number, now: number): Map<number, Taken> {
    const key = `${place} ${now}`;
    const known = this.#taken.get(key);
    if (known) return known;
    const none = new Map<number, Taken>();
    this.#taken.set(key, none);
    return none;
  }
}

/** More than there are numbers, so that two of them make a key. */
const PAIRED = 2 ** 26;

/**
 * A walk through one of a world's futures. The world it sets out from stays as it is. What happened before to the same host at
 * the same place, on whatever way there, is not worked out again: its effect is known. Of notes, those of visitors alone are told.
 */
export class Walk implements Stand {
  readonly world: World;
  hosts: number[];
  place: number;
  /** The step was nginx's. */
  atNginx = false;
  readonly #steps: Steps;
  #taken: Map<number, Taken>;

  constructor({ world, hosts, place }: Stand, steps: Steps) {
    this.world = { ...world, hosts: new Map(world.hosts), queue: [...world.queue] };
    this.hosts = [...hosts];
    this.place = place;
    this.#steps = steps;
    this.#taken = steps.takenAt(place, world.now);
  }

  /** Performs an action. Returns what was noted of it, if it happened to a visitor. */
  step(action: Action): readonly Note[] {
    const { world } = this;
    const item = itemOf(world, action);
    const host = touched(world, action, item);
    this.atNginx = host?.kind === 'nginx';
    if (!isLocal(world, action)) return this.#globally(action, host);
    const { names } = this.#steps;
    const slot = host ? names.slotOf(host.name) : -1;
    const what = item ? names.scheduled(item, world.now) : names.numberOf(JSON.stringify(action));
    const key = (this.hosts[slot] ?? -1) * PAIRED + what;
    let taken = this.#taken.get(key);
    if (!taken) this.#taken.set(key, (taken = this.#take(action, item, host)));
    apply(world, taken, item);
    if (host) this.hosts[slot] = taken.number;
    this.#arrive(taken.place, taken.tables.now !== undefined);
    return taken.notes;
  }

  /** The same clock, the same numbers: other hosts are what they were. */
  #arrive(place: number, later: boolean): void {
    if (later) this.hosts = this.#steps.names.hosts(this.world);
    else if (place === this.place) return;
    this.place = place;
    this.#taken = this.#steps.takenAt(place, this.world.now);
  }

  #take(action: Action, item: Scheduled | undefined, host: Host | undefined): Taken {
    const { names, listens } = this.#steps;
    const { world } = this;
    const effect = effectOf(world, { action, item, host }, listens);
    const after = { ...world, hosts: new Map(world.hosts), queue: [...world.queue] };
    apply(after, effect, item);
    const isElsewhere = Object.keys(effect.tables).length > 0;
    return {
      ...effect,
      number: effect.host ? names.host(after, effect.host) : -1,
      place: isElsewhere ? names.place(after) : this.place,
    };
  }

  /** A step that looks at more than one host and the tables. */
  #globally(action: Action, host: Host | undefined): readonly Note[] {
    const { world } = this;
    const changed = action.kind === 'traffic' ? [...world.hosts.values()] : host ? [host] : [];
    for (const one of changed) world.hosts.set(one.name, behaviourOf(one).fork(one));
    const notes: Note[] = [];
    const listens = this.#steps.listens && host?.kind === 'client';
    new Engine(world, listens ? (note) => notes.push(note) : undefined).step(action);
    this.#arrive(this.#steps.names.place(world), true);
    return notes;
  }
}

function itemOf({ queue }: World, action: Action): Scheduled | undefined {
  if (action.kind !== 'deliver' && action.kind !== 'fire') return undefined;
  const item = queue.find(({ serial }) => serial === action.serial);
  if (!item) throw new Error(`nothing scheduled has the serial number ${action.serial}`);
  return item;
}

/** The host that an action changes; traffic changes many. */
function touched({ hosts, sockets }: World, action: Action, item: Scheduled | undefined): Host | undefined {
  if (item) return item.kind === 'timer' ? hosts.get(item.host) : hosts.get(sockets.get(item.to) ?? item.to);
  return 'host' in action ? hosts.get(action.host) : undefined;
}
