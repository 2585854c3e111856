import { named } from '../core/named.ts';
import { fileKey } from '../tomcat/key.ts';
import { behaviourOf } from './behaviours.ts';
import type { Body, Host, Message, Scheduled, World } from './world.ts';

/** What a world is called, and what its parts are: a step changes few of them, so the next world takes over the others. */
export interface Names {
  world: string;
  now: number;
  hosts: readonly Host[];
  /** The number of each of the hosts. */
  numbers: readonly number[];
  /** The world's own tables, and their number. */
  tables: Pick<World, 'sockets' | 'cuts' | 'netem' | 'random'> | undefined;
  shared: number;
}

/** Before the first world. */
export const nothingNamed: Names = { world: '', now: 0, hosts: [], numbers: [], tables: undefined, shared: 0 };

/** Gives equal worlds equal names. Each distinct host and message is spelt once, then is a number. */
export function identifier(): (world: World, faultsLeft: number, before: Names) => Names {
  const numbers = new Map<string, number>();
  const messages = new WeakMap<Scheduled, number>();
  const numberOf = (text: string) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  const hostNumber = (host: Host, now: number) => numberOf(`${host.name}:${behaviourOf(host).key(host, now)}`);
  const messageNumber = (message: Message) => {
    const known = messages.get(message);
    if (known !== undefined) return known;
    const number = numberOf(`${message.from}>${message.to}>${bodyText(message.body)}`);
    messages.set(message, number);
    return number;
  };
  return (world, faultsLeft, before) => {
    const { now, sockets, cuts, netem, random, disks } = world;
    const hosts = [...world.hosts.values()];
    const known = hosts.map((host, i) =>
      now === before.now && host === before.hosts[i] ? (before.numbers[i] as number) : hostNumber(host, now),
    );
    const { tables } = before;
    const same =
      tables?.sockets === sockets && tables.cuts === cuts && tables.netem === netem && tables.random === random;
    const number = same ? before.shared : numberOf(shared(sockets, cuts, netem, random));
    const { inFlight, timers } = queued(world, messageNumber);
    const name = `${faultsLeft},${known};${inFlight};${timers};${number};${disksKey(disks, now)}${lostKey(world)}`;
    return {
      world: name,
      now,
      hosts,
      numbers: known,
      tables: same ? tables : { sockets, cuts, netem, random },
      shared: number,
    };
  };
}

/** What is on the wires, in any order, and the timers that are set. */
function queued({ queue, now }: World, numberOf: (message: Message) => number) {
  const inFlight: number[] = [];
  const timers: string[] = [];
  for (const item of queue)
    if (item.kind === 'message') inFlight.push(numberOf(item));
    else timers.push(`${item.host}${item.name}${item.at - now}`);
  return { inFlight: inFlight.sort((a, b) => a - b), timers: timers.sort() };
}

/** How long a stored session has idled depends on the clock, so this text is made anew for each world that has files. */
function disksKey(disks: World['disks'], now: number): string {
  let key = '';
  for (const [machine, disk] of disks)
    for (const [path, file] of disk)
      key += `${machine}${path} ${typeof file === 'string' || 'kind' in file ? JSON.stringify(file) : fileKey(file, now)}\n`;
  return key;
}

/** What waits behind a cut, since when it is tried, and who listened at what is silent now. */
function lostKey({ lost, former, now }: World): string {
  if (lost.length === 0 && former.size === 0) return '';
  return `\n${JSON.stringify([lost.map(({ pair, message: { to, body, sentAt } }) => [pair, to, body, now - sentAt]), ...former])}`;
}

/** What a message says. Its parts were given away with it: nobody changes them. */
const bodyText = (body: Body) =>
  Object.values(body)
    .map((part: unknown) => (typeof part === 'object' && part !== null ? named(part) : String(part)))
    .join('\n');

/** The world's own tables as text; they are replaced when they change, so one text serves many worlds. */
const sharedTexts = new WeakMap<object, string>();
function shared(...tables: (ReadonlyMap<string, unknown> | ReadonlySet<string>)[]): string {
  return tables.map(textOf).join('|');
}

function textOf(table: ReadonlyMap<string, unknown> | ReadonlySet<string>): string {
  const known = sharedTexts.get(table);
  if (known !== undefined) return known;
  const text = [...table]
    .map((entry) => JSON.stringify(entry))
    .sort()
    .join();
  sharedTexts.set(table, text);
  return text;
}
