import { named } from '../core/named.ts';
import { fileKey } from '../tomcat/key.ts';
import { behaviourOf } from './behaviours.ts';
import {
  type Action,
  type Body,
  chainOf,
  type Host,
  type HostName,
  type Scheduled,
  type Timer,
  type World,
} from './world.ts';

/**
 * Gives equal parts of worlds equal numbers, so that a world's name is a list of them. Each distinct part is spelt once;
 * where it is met again it is mostly the same object, and its number is known without its text.
 */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #slots = new Map<HostName, number>();
  readonly #hosts = new WeakMap<Host, Map<number, number>>();
  readonly #messages = new WeakMap<Body, { from: string; to: string; number: number }>();
  readonly #actions = new WeakMap<Action, number>();
  /** By host and name, then by how long is left. */
  readonly #timers = new Map<HostName, Map<string, Map<number, number>>>();
  /** Of each message's number, that of the connection it travels on. */
  readonly #connections: number[] = [];

  /** Equal texts, equal numbers, from 0 on. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** A place in lists of numbers for the host of a name. */
  slotOf(name: HostName): number {
    const known = this.#slots.get(name);
    if (known !== undefined) return known;
    this.#slots.set(name, this.#slots.size);
    return this.#slots.size - 1;
  }

  /** The numbers of all hosts, each in its slot. */
  hosts(world: World): number[] {
    const numbers: number[] = [];
    for (const host of world.hosts.values()) numbers[this.slotOf(host.name)] = this.host(world, host);
    return numbers;
  }

  /** Hosts with one number behave alike from now on. What a host draws is its own affair, so its seed is part of it. */
  host({ now, random }: World, host: Host): number {
    let numbers = this.#hosts.get(host);
    if (!numbers) this.#hosts.set(host, (numbers = new Map()));
    let number = numbers.get(now);
    if (number === undefined) {
      number = this.numberOf(`${host.name} ${random.get(host.name)}:${behaviourOf(host).key(host, now)}`);
      numbers.set(now, number);
    }
    return number;
  }

  /** What is on the wires or waits for its time; times relative to now, and none of messages. */
  scheduled(item: Scheduled, now: number): number {
    if (item.kind === 'timer') return this.#timer(item, item.at - now);
    const { from, to, body } = item;
    const known = this.#messages.get(body);
    if (known?.from === from && known.to === to) return known.number;
    const number = this.numberOf(`${from}>${to}>${bodyText(body)}`);
    this.#messages.set(body, { from, to, number });
    const connection = 'connection' in body ? body.connection : chainOf(body);
    this.#connections[number] = this.numberOf(`${from}>${to} on ${connection}`);
    return number;
  }

  #timer({ host, name }: Timer, left: number): number {
    const alike = nested(nested(this.#timers, host), name);
    let number = alike.get(left);
    if (number === undefined) alike.set(left, (number = this.numberOf(`${host} ${name} ${left}`)));
    return number;
  }

  /** What is done to a world from outside. */
  action(action: Action): number {
    const known = this.#actions.get(action);
    if (known !== undefined) return known;
    const number = this.numberOf(JSON.stringify(action));
    this.#actions.set(action, number);
    return number;
  }

  /** All of a world that is neither a host nor scheduled; times relative to now. */
  place({ now, hosts, sockets, disks, cuts, netem, lost, former, names, machines, traffic, random }: World): number {
    const waiting = lost.map(({ pair, message: { to, body, sentAt } }) => [pair, to, body, now - sentAt]);
    const seeds = [...random].filter(([name]) => !hosts.has(name));
    const rest = JSON.stringify([waiting, [...former], seeds]);
    const tables = [sockets, cuts, netem, names, machines].map(textOf).join('|');
    return this.numberOf(`${tables}|${traffic ? named(traffic) : ''}|${rest}\n${disksText(disks, now)}`);
  }

  /**
   * One name for worlds that are alike from now on: what is on the wires, in any order but in order on each connection, and
   * the timers in the order in which they fire.
   */
  world({ queue, now }: World, hosts: readonly number[], place: number, faultsLeft: number): string {
    const numbers = [faultsLeft, place];
    for (let slot = 0; slot < hosts.length; slot++) numbers.push(hosts[slot] ?? ABSENT);
    this.#wires(queue, numbers);
    const timers = queue.filter((item) => item.kind === 'timer');
    if (timers.length > 1) timers.sort((a, b) => a.at - b.at || a.serial - b.serial);
    for (const timer of timers) numbers.push(this.scheduled(timer, now));
    return spelt(numbers);
  }

  /** Adds the numbers of all messages, by connection and then in order, and how many there are. */
  #wires(queue: readonly Scheduled[], numbers: number[]): void {
    const first = numbers.length;
    const ranks: number[] = [];
    for (const item of queue) {
      if (item.kind === 'timer') continue;
      const number = this.scheduled(item, 0);
      const rank = (this.#connections[number] as number) * 2 ** 31 + item.serial;
      let at = ranks.length;
      for (; at > 0 && (ranks[at - 1] as number) > rank; at--) {
        ranks[at] = ranks[at - 1] as number;
        numbers[first + at] = numbers[first + at - 1] as number;
      }
      ranks[at] = rank;
      numbers[first + at] = number;
    }
    numbers.push(ranks.length);
  }
}

/** The map within a map. */
function nested<Key, Value>(maps: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  const known = maps.get(key);
  if (known) return known;
  const none = new Map<Key, Value>();
  maps.set(key, none);
  return none;
}

/** Instead of the number of a host that has left. */
const ABSENT = -1;

/** Whole numbers from -1 on as a short text, one or two characters each. */
function spelt(numbers: number[]): string {
  const codes: number[] = [];
  for (const number of numbers)
    if (number < 0x7fff) codes.push(number + 1);
    else codes.push(0x8000 | (number >>> 16), number & 0xffff);
  return String.fromCharCode(...codes);
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
