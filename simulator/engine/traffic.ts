import { type Client, habitTimer, newClient, untilNextVisit } from '../client/client.ts';
import { type Crowd, type Member, membersOf, type Traffic } from '../client/crowd.ts';
import { push, remove } from './queue.ts';
import type { Action, HostName, World } from './world.ts';

type Site = Extract<Action, { kind: 'traffic' }>['site'];

/**
 * Makes this the traffic of a world: visitors of its crowds come, go, or get other addresses and cookies; then
 * everybody follows its script, from its beginning where it is another one than before.
 */
export function setTraffic(world: World, traffic: Traffic, site: Site): void {
  const before = world.traffic;
  for (const crowd of before?.crowds ?? [])
    if (!traffic.crowds.some(({ name }) => name === crowd.name)) forget(world, namesFrom(crowd, 0));
  const came = traffic.crowds.flatMap((crowd) => changeCrowd(world, crowd, crowdNamed(before, crowd.name), site));
  world.traffic = traffic;
  const same = traffic.seed === before?.seed && equal(traffic.script, before.script);
  takeUpHabit(world, same ? came : visitorsIn(world));
}

/** Lets visitors begin the world's script, or drop the one they follow where there is none any more. */
export function takeUpHabit(world: World, clients: readonly Client[]): void {
  const { now, traffic } = world;
  unplan(world, new Set(clients.filter(({ habit }) => habit).map(({ name }) => name)));
  for (const client of clients) {
    client.habit = traffic?.script && { script: traffic.script, seed: traffic.seed, since: now, next: 0 };
    const delay = untilNextVisit(client, now);
    if (!client.habit || delay === undefined) continue;
    const timer = { kind: 'timer', host: client.name, name: habitTimer(client.habit) } as const;
    push(world.queue, { ...timer, serial: world.sent++, at: now + delay });
  }
}

/** Visitors go for good, and what they meant to do with them. */
export function forget(world: World, names: readonly HostName[]): void {
  const gone = names.filter((name) => world.hosts.get(name)?.kind === 'client');
  for (const name of gone) world.hosts.delete(name);
  unplan(world, new Set(gone));
}

const unplan = ({ queue }: World, names: ReadonlySet<HostName>) =>
  remove(queue, (item) => item.kind === 'timer' && names.has(item.host));

/** Brings the members of a crowd to what it says now. Returns those who have come. */
function changeCrowd(world: World, crowd: Crowd, before: Crowd | undefined, site: Site): Client[] {
  const members = membersOf(crowd);
  const known = before ? membersOf(before).length : 0;
  if (before) forget(world, namesFrom(before, members.length));
  if (before && !(equal(crowd.from, before.from) && crowd.cookies === before.cookies))
    for (const member of members.slice(0, known)) change(world, member);
  return members.slice(known).flatMap((member) => join(world, member, site));
}

function change({ hosts }: World, { name, ip, proxy, cookies }: Member): void {
  const client = hosts.get(name);
  if (client?.kind === 'client') Object.assign(client, { ip, proxy, cookies });
}

function join({ hosts }: World, member: Member, { name, server }: Site): Client[] {
  if (hosts.has(member.name)) return [];
  const client = newClient({ ...member, site: name, server });
  hosts.set(client.name, client);
  return [client];
}

const crowdNamed = (traffic: Traffic | undefined, name: string) => traffic?.crowds.find((crowd) => crowd.name === name);

const namesFrom = (crowd: Crowd, index: number) =>
  membersOf(crowd)
    .slice(index)
    .map(({ name }) => name);

const visitorsIn = ({ hosts }: World) => [...hosts.values()].filter((host) => host.kind === 'client');

/** Plain data that says the same. */
const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
