import { behaviourOf } from './behaviours.ts';
import { Engine } from './engine.ts';
import { hasShells } from './kernel.ts';
import { hasBadLinks } from './link.ts';
import type { Action, Host, Note, Scheduled, World } from './world.ts';

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

/** Whether a step may look at more than its host and the tables: a shell looks at its neighbours, TCP on a bad link at what else is under way. */
export const looksAround = (world: World): boolean => hasBadLinks(world) || hasShells(world);

/** An engine that remembers which timers were dropped. */
class Observed extends Engine {
  readonly cancelled: string[] = [];
  override cancel(name: string): void {
    this.cancelled.push(name);
    super.cancel(name);
  }
}

/** What a local step does to a host: it is performed on a copy, in a world where nothing else is scheduled. `listens`: to visitors. */
export function effectOf(world: World, what: Action | Scheduled, host: Host | undefined, listens: boolean): Effect {
  const own = host && behaviourOf(host).fork(host);
  const hosts = own ? new Map(world.hosts).set(own.name, own) : world.hosts;
  const alone: World = { ...world, hosts, queue: [], sent: 0 };
  const notes: Note[] = [];
  const engine = new Observed(alone, listens && host?.kind === 'client' ? (note) => notes.push(note) : undefined);
  if (what.kind === 'timer') alone.now = Math.max(alone.now, what.at);
  if (what.kind === 'message' || what.kind === 'timer') engine.perform(what);
  else engine.step(what);
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
