import type { Alarm, Figure, Names, Wire } from './names.ts';
import { push } from './queue.ts';
import type { Action, HostName, Scheduled, World } from './world.ts';

/** A world of a search, as parts that it shares with others. None of it is changed in place. */
export interface Stand<P extends Place = Place> {
  place: P;
  /** By slot; those who have left are missing. */
  hosts: readonly (Figure | undefined)[];
  /** What is on its way, by connection, and in order on each. */
  wires: readonly Wire[];
  /** Timers in the order in which they fire. */
  alarms: readonly Alarm[];
  /** The world itself where steps look at more than their host. Elsewhere it is made of the parts when somebody looks at it. */
  whole: World | undefined;
}

/** The clock and all of a world that is neither a host nor scheduled. */
export interface Place {
  number: number;
  /** Without hosts and without what is scheduled. */
  bare: World;
}

/** What may happen in a world of a search: a message arrives, the next timer fires, or something is done from outside. */
export type Move = Wire | Alarm | Exclude<Action, { kind: 'deliver' | 'fire' }>;

/** A world's messages and timers, as a stand has them. */
export function scheduledIn({ queue, now }: World, names: Names): Pick<Stand, 'wires' | 'alarms'> {
  const ordered = queue.toSorted((a, b) => a.serial - b.serial);
  const messages = ordered.filter((item) => item.kind === 'message');
  const timers = ordered.filter((item) => item.kind === 'timer').sort((a, b) => a.at - b.at);
  return {
    wires: messages.map((message) => names.wire(message)).sort((a, b) => a.connection - b.connection),
    alarms: timers.map((timer) => names.alarm(timer, timer.at - now)),
  };
}

/** The first message on each connection. */
export const headsOf = (wires: readonly Wire[]): Wire[] =>
  wires.filter((wire, i) => i === 0 || wire.connection !== (wires[i - 1] as Wire).connection);

/** The hosts of a stand by name. */
export function hostsOf({ hosts }: Stand): World['hosts'] {
  const map: World['hosts'] = new Map();
  for (const figure of hosts) if (figure) map.set(figure.host.name, figure.host);
  return map;
}

/** The world, made of its parts. Serial numbers and process ids go on from `counted`. */
export function worldOf(stand: Stand, counted: Pick<World, 'sent' | 'pids'>): World {
  const { place, hosts, wires, alarms } = stand;
  const { now } = place.bare;
  const random = new Map<HostName, number>(place.bare.random);
  for (const figure of hosts) if (figure?.seed !== undefined) random.set(figure.host.name, figure.seed);
  const world: World = { ...place.bare, ...counted, random, hosts: hostsOf(stand), queue: [] };
  for (const part of [...wires, ...alarms]) push(world.queue, itemOf(part, now, world.sent++));
  return world;
}

/** A part of a stand as it is in a world's queue. */
export function itemOf(part: Wire | Alarm, now: number, serial: number): Scheduled {
  if (part.kind === 'timer') return { kind: 'timer', serial, at: now + part.left, host: part.host, name: part.name };
  return { kind: 'message', serial, at: now, sentAt: now, from: part.from, to: part.to, body: part.body };
}

/** The action that a move is in a world. */
export function actionOf(move: Move, { queue, now }: World, names: Names): Action {
  if (move.kind !== 'message' && move.kind !== 'timer') return move;
  const alike = queue.filter((item) => names.scheduled(item, now) === move);
  const [first] = alike.sort((a, b) => a.serial - b.serial);
  if (!first) throw new Error(`nothing like this is scheduled: ${JSON.stringify(move)}`);
  return { kind: first.kind === 'timer' ? 'fire' : 'deliver', serial: first.serial };
}

/** One name for worlds that are alike from now on. */
export function nameOf({ place, hosts, wires, alarms }: Stand, faultsLeft: number): string {
  const codes: number[] = [];
  spell(faultsLeft, codes);
  spell(place.number, codes);
  for (let slot = 0; slot < hosts.length; slot++) spell(hosts[slot]?.number ?? ABSENT, codes);
  spell(wires.length, codes);
  for (const { number } of wires) spell(number, codes);
  for (const { number } of alarms) spell(number, codes);
  return String.fromCharCode(...codes);
}

/** Instead of the number of a host that has left. */
const ABSENT = -1;

/** A whole number from -1 on as one or two characters. */
function spell(number: number, codes: number[]): void {
  if (number < 0x7fff) codes.push(number + 1);
  else codes.push(0x8000 | (number >>> 16), number & 0xffff);
}
