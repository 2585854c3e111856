import { type Action, chainOf, type Host, type HostName, type Message, type Timer, type World } from './world.ts';

/**
 * What may happen next in a world that is being explored, faults apart. Messages take no time and arrive in any order, in
 * order on one connection; a timer fires only when nothing can arrive: answers are faster than timeouts. `atOnce`: so
 * many visitors may wait for a page before another one, who goes by a plan, asks for his.
 */
export function possible(world: World, atOnce: number): Action[] {
  const { heads, earliest } = dueIn(world);
  const next = mayArrive(heads, world.hosts, atOnce);
  if (next.length === 0 && earliest) return [{ kind: 'fire', serial: earliest.serial }];
  return next.map(({ serial }) => ({ kind: 'deliver', serial }));
}

/** What of a message says whether it may come next. */
type Head = Pick<Message, 'from' | 'to' | 'body'>;
type Hosts = Pick<ReadonlyMap<HostName, Host>, 'get' | 'values'>;

/** Which messages may come next, of the first ones on all connections. */
export function mayArrive<M extends Head>(heads: readonly M[], hosts: Hosts, atOnce: number): readonly M[] {
  const foregone = heads.find((head) => isForegone(hosts, head, heads));
  if (foregone) return [foregone];
  if (!heads.some(isNextVisit)) return heads;
  const full = heads.some(({ from }) => hasEnded(hosts, from)) || isBusy(hosts, atOnce);
  return full ? heads.filter((head) => !isNextVisit(head)) : heads;
}

/** The first message of every connection, and the first timer. */
function dueIn({ queue }: World): { heads: Message[]; earliest: Timer | undefined } {
  const heads = new Map<string, Message>();
  let earliest: Timer | undefined;
  for (const item of queue) {
    if (item.kind === 'timer') {
      if (!earliest || item.at < earliest.at || (item.at === earliest.at && item.serial < earliest.serial))
        earliest = item;
      continue;
    }
    const connection = `${item.from}>${item.to}>${'connection' in item.body ? item.body.connection : chainOf(item.body)}`;
    const head = heads.get(connection);
    if (!head || item.serial < head.serial) heads.set(connection, item);
  }
  return { heads: [...heads.values()], earliest };
}

/**
 * Whether it makes no difference when a message comes, so that one order stands for all: what is for a process that has
 * ended, the only thing that a browser waits for, and the end of a connection, of which nobody but its two ends knows.
 * (Who counts connections, as `maxclients` does, would know: it is taken to hear of an end before anything else is said.)
 */
function isForegone(hosts: Hosts, { to, body }: Head, heads: readonly Head[]): boolean {
  if (body.type === 'disconnected') return true;
  const host = hosts.get(to);
  if (host?.kind === 'client')
    return (
      body.type !== 'work' &&
      host.pending.length === 1 &&
      heads.every((other) => other.to !== to || other.body === body)
    );
  return hasEnded(hosts, to) && body.type !== 'request';
}

function hasEnded(hosts: Hosts, name: HostName): boolean {
  const host = hosts.get(name);
  return host?.kind === 'tomcat' && host.server === undefined;
}

const isNextVisit = ({ body }: Head) => body.type === 'work' && body.what === 'next-visit';

/** Whether so many visitors wait for a page. */
function isBusy(hosts: Hosts, atOnce: number): boolean {
  if (atOnce === Number.POSITIVE_INFINITY) return false;
  let waiting = 0;
  for (const host of hosts.values()) if (host.kind === 'client' && host.pending.length > 0) waiting++;
  return waiting >= atOnce;
}
