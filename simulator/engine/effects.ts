import { behaviourOf } from './behaviours.ts';
import { Engine } from './engine.ts';
import { hasShells } from './kernel.ts';
import { hasBadLinks } from './link.ts';
import { push, remove } from './queue.ts';
import type { Action, Host, HostName, Note, Scheduled, World } from './world.ts';

/**
 * What one step does to a world. A local step looks at its host, at what happens to it and at the tables of the world (sockets,
 * disks, the clock …), at nothing else: where these are alike, it does the same again.
 */
export interface Effect {
  /** What became of the host; absent: nobody heard it. */
  host: Host | undefined;
  /** Where its random numbers go on, if it has drawn. */
  seed: number | undefined;
  /** Its timers of these names are dropped. */
  cancelled: readonly string[];
  /** What it sent and set, the serial numbers counted from 0. */
  scheduled: readonly Scheduled[];
  /** How many serial numbers and how many process ids it took. */
  sent: number;
  pids: number;
  /** The tables that it replaced. */
  tables: Partial<Pick<World, 'now' | 'sockets' | 'disks'>>;
  /** What was noted, where somebody listens. */
  notes: readonly Note[];
}

/** Whether a step is local. A shell looks at its neighbours, and TCP on a bad link at what else is under way. */
export const isLocal = (world: World, { kind }: Action): boolean =>
  (kind === 'deliver' || kind === 'fire' || kind === 'power' || kind === 'edit' || kind === 'visit') &&
  !hasBadLinks(world) &&
  !hasShells(world);

/** What happens: an action, what is due by it, and to which host. */
export interface Event {
  action: Action;
  item: Scheduled | undefined;
  host: Host | undefined;
}

/** An engine that remembers which timers were dropped. */
class Observed extends Engine {
  readonly cancelled: string[] = [];
  override cancel(name: string): void {
    this.cancelled.push(name);
    super.cancel(name);
  }
}

/** What a local step does: it is performed on a copy of the host, in a world where nothing else is scheduled. `listens`: to visitors. */
export function effectOf(world: World, { action, item, host }: Event, listens: boolean): Effect {
  const own = host && behaviourOf(host).fork(host);
  const hosts = own ? new Map(world.hosts).set(own.name, own) : world.hosts;
  const alone: World = { ...world, hosts, queue: [], sent: 0 };
  const notes: Note[] = [];
  const engine = new Observed(alone, listens && host?.kind === 'client' ? (note) => notes.push(note) : undefined);
  if (item?.kind === 'timer') alone.now = Math.max(alone.now, item.at);
  if (item) engine.perform(item);
  else engine.step(action);
  const { now, sockets, disks } = alone;
  return {
    host: own,
    seed: own && alone.random !== world.random ? alone.random.get(own.name) : undefined,
    cancelled: engine.cancelled,
    scheduled: alone.queue.sort((a, b) => a.serial - b.serial),
    sent: alone.sent,
    pids: alone.pids - world.pids,
    tables: {
      ...(now === world.now ? {} : { now }),
      ...(sockets === world.sockets ? {} : { sockets }),
      ...(disks === world.disks ? {} : { disks }),
    },
    notes,
  };
}

/** Does to a world, in place, what a step does. Its map of hosts and its queue must be its own. `item`: what was due. */
export function apply(world: World, effect: Effect, item: Scheduled | undefined): void {
  const { host, seed, cancelled, scheduled, tables } = effect;
  const { queue } = world;
  if (item || cancelled.length > 0) remove(queue, (one) => one === item || isCancelled(one, host?.name, cancelled));
  for (const one of scheduled) push(queue, { ...one, serial: world.sent + one.serial });
  world.sent += effect.sent;
  world.pids += effect.pids;
  if (host) world.hosts.set(host.name, host);
  if (host && seed !== undefined) world.random = new Map(world.random).set(host.name, seed);
  Object.assign(world, tables);
}

const isCancelled = (item: Scheduled, host: HostName | undefined, names: readonly string[]) =>
  names.length > 0 && item.kind === 'timer' && item.host === host && names.includes(item.name);
