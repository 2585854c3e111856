import { behaviourOf } from './behaviours.ts';
import { effectOf, looksAround } from './effects.ts';
import { Engine } from './engine.ts';
import { type Alarm, type Figure, Names, type Wire } from './names.ts';
import { mayArrive } from './possible.ts';
import {
  actionOf,
  headsOf,
  hostsOf,
  itemOf,
  type Move,
  type Place,
  type Stand,
  scheduledIn,
  worldOf,
} from './stand.ts';
import type { Host, HostName, Note, World } from './world.ts';

/** A place that remembers what steps did there. */
export interface Spot extends Place {
  /** By the numbers of the host and of what happened to it. */
  taken: Map<number, Taken>;
  /** By the number of a message the slot of the host that hears it; -1: none. */
  hearers: number[];
}

/** What a step of a host did, as parts of worlds. */
interface Taken {
  /** What became of the host; absent: nobody heard it. */
  figure: Figure | undefined;
  cancelled: readonly string[];
  wires: readonly Wire[];
  alarms: readonly Alarm[];
  spot: Spot;
  /** Milliseconds by which the clock has moved. */
  passed: number;
  notes: readonly Note[];
}

/** More than there are numbers, so that two of them make a key. */
const PAIRED = 2 ** 26;

/** What the walks of one search share: all parts of worlds, and what steps did. */
export class Steps {
  readonly names: Names;
  readonly listens: boolean;
  /** A host was met that minds an order which the numbers of hosts leave out: worlds were taken for alike that are not. */
  mindedOrder = false;
  readonly #anyOrder: boolean;
  readonly #spots = new Map<string, Spot>();
  /** At least as many serial numbers and process ids as any world has taken. */
  readonly #counted = { sent: 0, pids: 0 };

  /** `listens`: whether anybody wants to know what visitors note. `anyOrder`: as for `Names`. */
  constructor(listens: boolean, anyOrder: boolean) {
    this.listens = listens;
    this.names = new Names(anyOrder);
    this.#anyOrder = anyOrder;
  }

  /** A world as parts. */
  stand(world: World): Stand<Spot> {
    this.#count(world);
    const hosts = this.names.hosts(world);
    const whole = looksAround(world) ? world : undefined;
    // Whether a packet is lost may depend on which was sent first, and a shell may show any order.
    if (whole && this.#anyOrder) this.mindedOrder = true;
    return { place: this.#spot(world), hosts, ...scheduledIn(world, this.names), whole };
  }

  /** The world that a stand stands for. */
  world(stand: Stand): World {
    return stand.whole ?? worldOf(stand, this.#counted);
  }

  /** What a local step does. What happened before to the same host at the same place, on whatever way there, is known. */
  taken(stand: Stand<Spot>, move: Move, slot: number): Taken {
    const { place, hosts } = stand;
    const number = move.kind === 'message' || move.kind === 'timer' ? move.number : this.names.action(move);
    const figure = slot < 0 ? undefined : hosts[slot];
    const key = (figure?.number ?? -1) * PAIRED + number;
    const known = place.taken.get(key);
    if (known) return known;
    this.mind(figure?.host, move.kind === 'timer' ? place.bare.now + Math.max(0, move.left) : place.bare.now);
    const taken = this.#take(stand, move, figure);
    place.taken.set(key, taken);
    return taken;
  }

  /** Before a step of a host: looks whether it depends on what is left out. */
  mind(host: Host | undefined, now: number): void {
    if (host && this.#anyOrder && behaviourOf(host).mindsOrder?.(host, now)) this.mindedOrder = true;
  }

  #spot(world: World): Spot {
    const number = this.names.place(world);
    const key = `${number} ${world.now}`;
    const known = this.#spots.get(key);
    if (known) return known;
    const spot = {
      number,
      bare: { ...world, hosts: new Map(), queue: [] },
      taken: new Map<number, Taken>(),
      hearers: [],
    };
    this.#spots.set(key, spot);
    return spot;
  }

  #take(stand: Stand<Spot>, move: Move, figure: Figure | undefined): Taken {
    const world = this.world(stand);
    const isDue = move.kind === 'message' || move.kind === 'timer';
    const effect = effectOf(world, isDue ? itemOf(move, world.now, 0) : move, figure?.host, this.listens);
    const { tables, host, cancelled, notes } = effect;
    const after = { ...world, ...tables, sent: world.sent + effect.sent, pids: world.pids + effect.pids };
    this.#count(after);
    const { now } = after;
    const parts = effect.scheduled.map((one) => this.names.scheduled(one, now));
    return {
      figure: host && this.names.figure(host, effect.seed ?? figure?.seed, now),
      cancelled,
      wires: parts.filter((part) => part.kind === 'message'),
      alarms: parts.filter((part) => part.kind === 'timer'),
      spot: Object.keys(tables).length > 0 ? this.#spot(after) : stand.place,
      passed: now - world.now,
      notes,
    };
  }

  #count({ sent, pids }: World): void {
    this.#counted.sent = Math.max(this.#counted.sent, sent);
    this.#counted.pids = Math.max(this.#counted.pids, pids);
  }
}

/** A walk through one of a world's futures. Of notes, those of visitors alone are told. */
export class Walk implements Stand<Spot> {
  place: Spot;
  hosts: readonly (Figure | undefined)[];
  wires: readonly Wire[];
  alarms: readonly Alarm[];
  whole: World | undefined;
  /** The step was nginx's. */
  atNginx = false;
  readonly #steps: Steps;

  constructor({ place, hosts, wires, alarms, whole }: Stand<Spot>, steps: Steps) {
    this.place = place;
    this.hosts = hosts;
    this.wires = wires;
    this.alarms = alarms;
    this.whole = whole;
    this.#steps = steps;
  }

  /** What may happen next, faults apart. */
  possible(atOnce: number): readonly (Wire | Alarm)[] {
    const { names } = this.#steps;
    const hosts = {
      get: (name: HostName) => {
        const slot = names.slotOf(name);
        return slot === undefined ? undefined : this.hosts[slot]?.host;
      },
      values: () => hostsOf(this).values(),
    };
    const next = mayArrive(headsOf(this.wires), hosts, atOnce);
    return next.length === 0 ? this.alarms.slice(0, 1) : next;
  }

  /** Makes a move. Returns what was noted of it, if it happened to a visitor. */
  step(move: Move): readonly Note[] {
    const slot = this.#slotOf(move);
    const host = slot < 0 ? undefined : this.hosts[slot]?.host;
    this.atNginx = host?.kind === 'nginx';
    if (this.whole || !isLocal(move)) return this.#globally(move, host);
    const taken = this.#steps.taken(this, move, slot);
    this.#drop(move, host, taken.cancelled);
    if (taken.passed > 0) this.#age(taken);
    if (taken.figure) this.hosts = this.hosts.with(slot, taken.figure);
    for (const wire of taken.wires) this.wires = withWire(this.wires, wire);
    if (taken.alarms.length > 0) this.alarms = [...this.alarms, ...taken.alarms].sort((a, b) => a.left - b.left);
    this.place = taken.spot;
    return taken.notes;
  }

  /** A step that may look at more than one host and the tables. */
  #globally(move: Move, host: Host | undefined): readonly Note[] {
    this.#steps.mind(host, this.place.bare.now);
    const before = this.#steps.world(this);
    const world = { ...before, hosts: new Map(before.hosts), queue: [...before.queue] };
    for (const one of before.hosts.values())
      if (one.name === host?.name || move.kind === 'traffic') world.hosts.set(one.name, behaviourOf(one).fork(one));
    const notes: Note[] = [];
    const listens = this.#steps.listens && host?.kind === 'client';
    const engine = new Engine(world, listens ? (note) => notes.push(note) : undefined);
    engine.step(actionOf(move, world, this.#steps.names));
    Object.assign(this, this.#steps.stand(world));
    return notes;
  }

  /** The slot of the host that a move changes; traffic changes many. -1: none. */
  #slotOf(move: Move): number {
    const { names } = this.#steps;
    if (move.kind === 'message') {
      const { hearers, bare } = this.place;
      return (hearers[move.number] ??= names.slotOf(bare.sockets.get(move.to) ?? move.to) ?? -1);
    }
    return 'host' in move ? (names.slotOf(move.host) ?? -1) : -1;
  }

  /** Takes away what happens, and what timers the host has dropped. */
  #drop(move: Move, host: Host | undefined, cancelled: readonly string[]): void {
    if (move.kind === 'message') this.wires = this.wires.toSpliced(this.wires.indexOf(move), 1);
    else if (move.kind === 'timer') this.alarms = this.alarms.slice(1);
    if (cancelled.length > 0)
      this.alarms = this.alarms.filter(({ host: own, name }) => own !== host?.name || !cancelled.includes(name));
  }

  /** The clock has moved: what depends on it is another part. */
  #age({ spot, passed }: Taken): void {
    const { names } = this.#steps;
    const { now } = spot.bare;
    this.hosts = this.hosts.map((figure) => figure && names.figure(figure.host, figure.seed, now));
    this.alarms = this.alarms.map((alarm) => names.alarm(alarm, alarm.left - passed));
  }
}

/** Whether a move touches one host alone, where nobody looks around. */
const isLocal = ({ kind }: Move) =>
  kind === 'message' || kind === 'timer' || kind === 'power' || kind === 'edit' || kind === 'visit';

/** With one more message, behind those on its connection. */
function withWire(wires: readonly Wire[], wire: Wire): Wire[] {
  let at = wires.length;
  while (at > 0 && (wires[at - 1] as Wire).connection > wire.connection) at--;
  return wires.toSpliced(at, 0, wire);
}
