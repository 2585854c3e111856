import { behaviourOf } from './behaviours.ts';
import { apply, type Effect, type Event, effectOf, isLocal } from './effects.ts';
import { Engine } from './engine.ts';
import { Names } from './names.ts';
import type { Action, Host, Note, Scheduled, World } from './world.ts';

/** A world in a search, with the numbers of its hosts, by slot. */
export interface Stand {
  world: World;
  hosts: readonly number[];
  place: Place;
}

/** The clock and all of a world that is neither a host nor scheduled. */
interface Place {
  number: number;
  /** What steps did here, by the numbers of the host and of what happened to it. */
  taken: Map<number, Taken>;
}

/** What a step did, with the numbers of what it led to; -1: no host heard it. */
interface Taken extends Effect {
  number: number;
  place: Place;
}

/** More than there are numbers, so that two of them make a key. */
const PAIRED = 2 ** 26;

/** What the walks of one search share: the numbers of all parts of worlds, and what steps did. */
export class Steps {
  readonly names = new Names();
  readonly listens: boolean;
  readonly #places = new Map<string, Place>();

  /** `listens`: whether anybody wants to know what visitors note. */
  constructor(listens: boolean) {
    this.listens = listens;
  }

  /** Numbers all parts of a world. */
  stand(world: World): Stand {
    return { world, hosts: this.names.hosts(world), place: this.place(world) };
  }

  /** Where hosts of a world are. */
  place(world: World): Place {
    const number = this.names.place(world);
    const key = `${number} ${world.now}`;
    const known = this.#places.get(key);
    if (known) return known;
    const place = { number, taken: new Map<number, Taken>() };
    this.#places.set(key, place);
    return place;
  }

  /** What a local step does. What happened before to the same host at the same place, on whatever way there, is known. */
  taken(stand: Stand, event: Event): Taken {
    const { world, hosts, place } = stand;
    const { action, item, host } = event;
    const number = item ? this.names.scheduled(item, world.now) : this.names.action(action);
    const key = ((host && hosts[this.names.slotOf(host.name)]) ?? -1) * PAIRED + number;
    const known = place.taken.get(key);
    if (known) return known;
    const taken = this.#take(stand, event);
    place.taken.set(key, taken);
    return taken;
  }

  #take({ world, place }: Stand, event: Event): Taken {
    const effect = effectOf(world, event, this.listens);
    const after = { ...world, hosts: new Map(world.hosts), queue: [...world.queue] };
    apply(after, effect, event.item);
    const isElsewhere = Object.keys(effect.tables).length > 0;
    return {
      ...effect,
      number: effect.host ? this.names.host(after, effect.host) : -1,
      place: isElsewhere ? this.place(after) : place,
    };
  }
}

/**
 * A walk through one of a world's futures. The world it sets out from stays as it is. Of notes, those of visitors alone are told.
 */
export class Walk implements Stand {
  readonly world: World;
  hosts: number[];
  place: Place;
  /** The step was nginx's. */
  atNginx = false;
  readonly #steps: Steps;

  constructor({ world, hosts, place }: Stand, steps: Steps) {
    this.world = { ...world, hosts: new Map(world.hosts), queue: [...world.queue] };
    this.hosts = [...hosts];
    this.place = place;
    this.#steps = steps;
  }

  /** Performs an action. Returns what was noted of it, if it happened to a visitor. */
  step(action: Action): readonly Note[] {
    const { world } = this;
    const item = itemOf(world, action);
    const host = touched(world, action, item);
    this.atNginx = host?.kind === 'nginx';
    if (!isLocal(world, action)) return this.#globally(action, host);
    const { names } = this.#steps;
    const taken = this.#steps.taken(this, { action, item, host });
    apply(world, taken, item);
    if (taken.tables.now !== undefined) this.hosts = names.hosts(world);
    else if (host) this.hosts[names.slotOf(host.name)] = taken.number;
    this.place = taken.place;
    return taken.notes;
  }

  /** A step that looks at more than one host and the tables. */
  #globally(action: Action, host: Host | undefined): readonly Note[] {
    const { world } = this;
    const changed = action.kind === 'traffic' ? [...world.hosts.values()] : host ? [host] : [];
    for (const one of changed) world.hosts.set(one.name, behaviourOf(one).fork(one));
    const notes: Note[] = [];
    const listens = this.#steps.listens && host?.kind === 'client';
    new Engine(world, listens ? (note) => notes.push(note) : undefined).step(action);
    this.hosts = this.#steps.names.hosts(world);
    this.place = this.#steps.place(world);
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
