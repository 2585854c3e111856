import { named } from '../core/named.ts';
import { fileKey } from '../tomcat/key.ts';
import { behaviourOf } from './behaviours.ts';
import {
  type Action,
  type Body,
  chainOf,
  type Host,
  type HostName,
  type Message,
  type Scheduled,
  type Timer,
  type World,
} from './world.ts';

// In a search a world is made of parts that many worlds share: equal parts are one object with a number.

/** A host at a moment. Hosts with one number behave alike from their moments on; within one moment they are one figure. */
export interface Figure {
  number: number;
  host: Host;
  /** Where its random numbers go on. */
  seed: number | undefined;
}

/** A message on its way; when it was sent does not matter. */
export interface Wire extends Pick<Message, 'kind' | 'from' | 'to' | 'body'> {
  number: number;
  /** The number of the connection that it travels on: what has the same arrives in order. */
  connection: number;
}

/** A timer that has so many milliseconds left. */
export interface Alarm extends Pick<Timer, 'kind' | 'host' | 'name'> {
  number: number;
  left: number;
}

/** Gives equal parts of worlds equal numbers. Each distinct part is spelt once; where it is met again it is mostly the same object. */
export class Names {
  readonly #hosts = new Numbers();
  readonly #connections = new Numbers();
  readonly #places = new Numbers();
  /** Of messages, timers and actions. */
  readonly #events = new Numbers();
  readonly #slots = new Map<HostName, number>();
  readonly #figures = new WeakMap<Host, Map<number, Figure>>();
  /** By moment and number. */
  readonly #moments = new Map<number, Map<number, Figure>>();
  readonly #bodies = new WeakMap<Body, Wire>();
  readonly #wires = new Map<number, Wire>();
  /** By host and name, then by how long is left. */
  readonly #alarms = new Map<HostName, Map<string, Map<number, Alarm>>>();
  readonly #actions = new WeakMap<Action, number>();
  readonly #anyOrder: boolean;

  /** `anyOrder`: hosts that differ only in an order that they do not mind now get one number. */
  constructor(anyOrder: boolean) {
    this.#anyOrder = anyOrder;
  }

  /** The place of a host of that name in lists of hosts; `undefined`: there never was one. */
  slotOf(name: HostName): number | undefined {
    return this.#slots.get(name);
  }

  /** All hosts of a world, each in its slot. */
  hosts({ now, hosts, random }: World): Figure[] {
    const figures: Figure[] = [];
    for (const host of hosts.values()) {
      if (!this.#slots.has(host.name)) this.#slots.set(host.name, this.#slots.size);
      figures[this.#slots.get(host.name) as number] = this.figure(host, random.get(host.name), now);
    }
    return figures;
  }

  /** A host at a moment. What a host draws is its own affair, so its seed is part of it. */
  figure(host: Host, seed: number | undefined, now: number): Figure {
    const figures = nested(this.#figures, host);
    let figure = figures.get(now);
    if (!figure) {
      const number = this.#hosts.of(`${host.name} ${seed}:${behaviourOf(host).key(host, now, this.#anyOrder)}`);
      const alike = nested(this.#moments, now);
      figure = alike.get(number) ?? { number, host, seed };
      alike.set(number, figure);
      figures.set(now, figure);
    }
    return figure;
  }

  /** What is on the wires or waits for its time. */
  scheduled(item: Scheduled, now: number): Wire | Alarm {
    return item.kind === 'timer' ? this.alarm(item, item.at - now) : this.wire(item);
  }

  /** What is on its way. */
  wire({ from, to, body }: Pick<Message, 'from' | 'to' | 'body'>): Wire {
    const known = this.#bodies.get(body);
    if (known?.from === from && known.to === to) return known;
    const number = this.#events.of(`${from}>${to}>${bodyText(body)}`);
    let wire = this.#wires.get(number);
    if (!wire) {
      const connection = this.#connections.of(
        `${from}>${to} on ${'connection' in body ? body.connection : chainOf(body)}`,
      );
      this.#wires.set(number, (wire = { kind: 'message', number, connection, from, to, body }));
    }
    this.#bodies.set(body, wire);
    return wire;
  }

  /** What waits for its time. */
  alarm({ host, name }: Pick<Timer, 'host' | 'name'>, left: number): Alarm {
    const alike = nested(nested(this.#alarms, host), name);
    let alarm = alike.get(left);
    if (!alarm) {
      const number = this.#events.of(`${host} ${name} ${left}`);
      alike.set(left, (alarm = { kind: 'timer', number, host, name, left }));
    }
    return alarm;
  }

  /** What is done to a world from outside. */
  action(action: Action): number {
    const known = this.#actions.get(action);
    if (known !== undefined) return known;
    const number = this.#events.of(JSON.stringify(action));
    this.#actions.set(action, number);
    return number;
  }

  /** All of a world that is neither a host nor scheduled; times relative to now. */
  place({ now, hosts, sockets, disks, cuts, netem, lost, former, names, machines, traffic, random }: World): number {
    const waiting = lost.map(({ pair, message: { to, body, sentAt } }) => [pair, to, body, now - sentAt]);
    const seeds = [...random].filter(([name]) => !hosts.has(name));
    const rest = JSON.stringify([waiting, [...former], seeds]);
    const tables = [sockets, cuts, netem, names, machines].map(textOf).join('|');
    return this.#places.of(`${tables}|${traffic ? named(traffic) : ''}|${rest}\n${disksText(disks, now)}`);
  }
}

/** Equal texts, equal numbers, from 0 on. */
class Numbers {
  readonly #known = new Map<string, number>();
  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.#known.size);
    return this.#known.size - 1;
  }
}

interface Maps<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** The map within a map. */
function nested<Outer, Key, Value>(maps: Maps<Outer, Map<Key, Value>>, key: Outer): Map<Key, Value> {
  const known = maps.get(key);
  if (known) return known;
  const none = new Map<Key, Value>();
  maps.set(key, none);
  return none;
}

/** Of stored sessions only how long they have idled depends on the clock. */
function disksText(disks: World['disks'], now: number): string {
  let text = '';
  for (const [machine, disk] of disks)
    for (const [path, file] of disk)
      text += `${machine}${path} ${typeof file === 'string' || 'kind' in file ? JSON.stringify(file) : fileKey(file, now)}\n`;
  return text;
}

/** What a message says. Its parts were given away with it: nobody changes them. */
const bodyText = (body: Body) =>
  Object.values(body)
    .map((part: unknown) => (typeof part === 'object' && part !== null ? named(part) : String(part)))
    .join('\n');

/** The world's own tables as text; they are replaced when they change, so one text serves many worlds. */
function textOf(table: ReadonlyMap<string, unknown> | ReadonlySet<string>): string {
  const known = texts.get(table);
  if (known !== undefined) return known;
  const text = [...table]
    .map((entry) => JSON.stringify(entry))
    .sort()
    .join();
  texts.set(table, text);
  return text;
}

const texts = new WeakMap<object, string>();
