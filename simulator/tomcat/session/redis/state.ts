import type { Reply } from '../../../core/resp.ts';
import type { Connection } from '../../../engine/world.ts';
import type { JarVersions } from '../../conf/libraries.ts';
import type { Session } from '../../host.ts';
import type { Throwable } from '../../java/value.ts';

/** The JedisPool of one webapp: its connections, whoever has them. */
export interface RedisPool {
  /** Every open one, and those that the other end closed and nobody has noticed yet. */
  links: Map<Connection, Link>;
  /** Those that nobody uses; the next to be borrowed first. */
  idle: Connection[];
  /** Requests that wait until one is given back, the first first. */
  waiters: string[];
  jars: JarVersions;
  /** When the pool was made: its evictor runs at multiples of its period since then. */
  since: number;
  /** The evictor's next run that is set. */
  evictsAt: number | undefined;
}

/** One connection to Redis. */
export interface Link {
  /** Where the other end listens. */
  address: string;
  /** The database that this end has selected. */
  db: number;
  /** The handshake is over, or is a matter of course. */
  established: boolean;
  /** The other end is gone; found out when it is used. */
  closed: boolean;
  /** Nothing has ever come from it: a refusal now means that the connection was never made. */
  fresh: boolean;
  /** A lent one whose request has ended never comes back: `acquireConnection` loses it when its SELECT fails. */
  user: LinkUser;
  /** Since when nobody uses it. */
  idleSince: number;
}

/** Who waits for what comes from a connection: a request, the evictor's test of an idle one, nobody. */
export type LinkUser = { readonly request: string } | 'evictor' | undefined;

/** A session as this manager makes it of the bytes in Redis, for one request only. */
export interface RedisSession extends Session {
  valid: boolean;
  /** Something was set or removed since it was last saved. */
  dirty: boolean;
  /** Attributes set since it was last saved: their small Integers are the JVM's own, of which there is one each. */
  fresh: readonly string[];
}

/** What the manager keeps in the thread's own variables (`currentSession`, `currentSessionId`, …). */
export interface Locals {
  session: RedisSession | undefined;
  id: string | undefined;
  /** Redis has the session as it was at `hash`. */
  persisted: boolean;
  /** MD5 of the attributes when the session was last loaded or saved. */
  hash: string | undefined;
}

/** One thing that a thread waits for. */
export type Effect =
  | { kind: 'borrow' }
  | { kind: 'command'; connection: Connection; argv: string[] }
  | { kind: 'give-back'; connection: Connection; broken: boolean };

/** What came of it: a connection, a reply, an exception. */
export interface Outcome {
  at: number;
  connection?: Connection;
  reply?: Reply;
  thrown?: Throwable;
}

/** What a thread is waiting for, until when. */
export interface Pending {
  /** `waiter`: for a connection of an exhausted pool; the others: for a reply on `connection`. */
  kind: 'waiter' | 'open' | 'activate' | 'command' | 'quit';
  connection: Connection;
  /** What was sent, and what is to be sent before the connection is lent. */
  argv: readonly string[];
  next: readonly (readonly string[])[];
  /** Infinity: for ever. */
  deadline: number;
  /** There is no connection yet: nothing was sent but SYN. */
  connecting: boolean;
}

/**
 * A request of a webapp with this manager. Its thread does one stage after the other; within a stage it is
 * run again from the start whenever something that it waited for has come, with all that came so far.
 */
export interface RedisThread {
  stage: 'lookup' | 'servlet' | 'asleep' | 'service';
  /** When this stage was first run. */
  beganAt: number;
  /** As the stage began. */
  locals: Locals;
  /** What came in this stage, in order. */
  outcomes: Outcome[];
  /** Random numbers drawn in this stage. */
  drawn: number[];
  /** What the stage notes up to the outcome of this number was noted by an earlier run, if anybody listened; -1: it was not run. */
  told: number;
  pending: Pending | undefined;
}

export const newPool = (now: number, jars: JarVersions): RedisPool => ({
  links: new Map(),
  idle: [],
  waiters: [],
  jars,
  since: now,
  evictsAt: undefined,
});

const noLocals: Locals = { session: undefined, id: undefined, persisted: false, hash: undefined };

export const newThread = (): RedisThread => ({
  stage: 'lookup',
  beganAt: 0,
  locals: noLocals,
  outcomes: [],
  drawn: [],
  told: -1,
  pending: undefined,
});

/** A copy that shares only what is never changed in place. */
export function forkPool(pool: RedisPool): RedisPool {
  const links = new Map<Connection, Link>();
  for (const [connection, link] of pool.links) links.set(connection, { ...link });
  return { ...pool, links, idle: [...pool.idle], waiters: [...pool.waiters] };
}

/** A copy that shares only what is never changed in place: locals, outcomes' contents, a pending wait's fields but its deadline. */
export const forkThread = (thread: RedisThread): RedisThread => ({
  ...thread,
  locals: forkLocals(thread.locals),
  outcomes: thread.outcomes.map((outcome) => ({ ...outcome })),
  drawn: [...thread.drawn],
  pending: thread.pending && { ...thread.pending },
});

/** Locals whose session may be changed. */
export const forkLocals = ({ session, id, persisted, hash }: Locals): Locals => ({
  session: session && { ...session },
  id,
  persisted,
  hash,
});
