import type { Reply } from '../../../core/resp.ts';
import type { Connection, Outbox } from '../../../engine/world.ts';
import type { JarVersions } from '../../conf/libraries.ts';
import type { RedisManagerSettings } from '../../conf/manager.ts';
import type { Running, Tomcat, Webapp } from '../../host.ts';
import type { Throwable } from '../../java/value.ts';
import {
  authException,
  connectException,
  dataException,
  exhaustedException,
  type LinkFault,
  poolException,
  portException,
  readException,
} from './faults.ts';
import { inetAddress } from './inet-address.ts';
import { drop, send } from './link.ts';
import type { Effect, Link, Outcome, Pending, RedisPool, RedisThread } from './state.ts';

/** A request's thread at work with Jedis: its webapp's pool, and what it waits for. */
export interface Worker {
  host: Tomcat;
  app: Webapp;
  pool: RedisPool;
  settings: RedisManagerSettings;
  /** Under which the host keeps the request. */
  key: string;
  request: Running;
  thread: RedisThread;
  out: Outbox;
}

/** What came from a connection that somebody waits for. */
export type Arrival = { reply: Reply } | { fault: LinkFault };

/** Begins what a thread wants; undefined: what comes of it comes later, by `settle`. */
export function begin(worker: Worker, effect: Effect): Outcome | undefined {
  switch (effect.kind) {
    case 'borrow':
      return borrow(worker);
    case 'command':
      return ask(worker, 'command', effect.connection, [effect.argv]);
    case 'give-back':
      return giveBack(worker, effect.connection, effect.broken);
  }
}

/** What came for a thread that waits; undefined: it must wait on. */
export function settle(worker: Worker, arrival: Arrival): Outcome | undefined {
  const { thread, pool, out } = worker;
  const { pending } = thread;
  if (!pending) return undefined;
  const link = pool.links.get(pending.connection) ?? goneLink;
  thread.pending = undefined;
  const thrown = thrownBy(arrival, pending, link, pool.jars.jedis);
  if ('reply' in arrival) link.fresh = false;
  if (!thrown && 'reply' in arrival) noteDatabase(link, pending.argv, arrival.reply);
  switch (pending.kind) {
    case 'open':
      if (!thrown) return ask(worker, 'open', pending.connection, pending.next);
      drop(pool, pending.connection, out);
      return { at: out.now, thrown: poolException(thrown) };
    case 'activate':
      if (!thrown) return ask(worker, 'activate', pending.connection, pending.next);
      // GenericObjectPool.borrowObject: one that cannot be activated is destroyed in silence, and the next one is tried.
      discard(worker, pending.connection);
      return borrow(worker);
    case 'command':
      return thrown || !('reply' in arrival) ? failed(out.now, thrown) : { at: out.now, reply: arrival.reply };
    case 'quit':
      drop(pool, pending.connection, out);
      serveWaiters(worker);
      return { at: out.now };
    case 'waiter':
      return undefined;
  }
}

/** A connection that was dropped while somebody waited: as good as closed. */
const goneLink: Link = {
  address: '',
  db: 0,
  established: true,
  closed: true,
  fresh: false,
  user: undefined,
  idleSince: 0,
};

/** The time for what a thread waits for is over. */
export function overdue(worker: Worker): Outcome | undefined {
  const { thread, pool, key, out } = worker;
  const { pending } = thread;
  if (pending?.kind !== 'waiter')
    return settle(worker, { fault: pending?.connecting ? 'connect-timeout' : 'read-timeout' });
  thread.pending = undefined;
  pool.waiters = pool.waiters.filter((waiter) => waiter !== key);
  return failed(out.now, poolException(exhaustedException('Timeout waiting for idle object')));
}

const failed = (at: number, thrown: Throwable | undefined): Outcome => (thrown ? { at, thrown } : { at });

function thrownBy(
  arrival: Arrival,
  { kind, argv }: Pending,
  { fresh }: Link,
  jedis: JarVersions['jedis'],
): Throwable | undefined {
  if ('reply' in arrival) {
    if (arrival.reply.type !== 'error') return undefined;
    const thrown = dataException(arrival.reply.text, argv, jedis);
    return kind === 'open' ? authException(thrown) : thrown;
  }
  const { fault } = arrival;
  if (fault === 'refused' || (fault === 'connect-timeout' && fresh)) {
    const thrown =
      fault === 'refused'
        ? connectException('java.net.ConnectException', 'Connection refused')
        : connectException('java.net.SocketTimeoutException', 'connect timed out');
    // A connection without AUTH is made with its first command: what is thrown is still the pool's.
    return kind === 'open' ? thrown : poolException(thrown);
  }
  const thrown = readException(fault === 'closed' ? 'closed' : 'read-timeout', argv, jedis);
  return kind === 'open' ? authException(thrown) : thrown;
}

function noteDatabase(link: Link, [name, argument]: readonly string[], reply: Reply) {
  if (name === 'SELECT' && reply.type === 'status') link.db = Number(argument);
}

/** `JedisPool.getResource()`: an idle connection, a new one, or the next that comes back. */
function borrow(worker: Worker): Outcome | undefined {
  const { pool, settings, thread, key, out } = worker;
  const { maxTotal, blockWhenExhausted, maxWait } = settings.pool;
  const connection = pool.idle.shift();
  if (connection !== undefined) return lend(worker, connection);
  if (maxTotal < 0 || pool.links.size < maxTotal) return connect(worker);
  if (!blockWhenExhausted) return failed(out.now, poolException(exhaustedException('Pool exhausted')));
  pool.waiters.push(key);
  if (out.noting)
    out.note(
      { kind: 'redis-pool-exhausted', webapp: worker.app.settings.path, connections: pool.links.size },
      worker.request.chain,
    );
  const deadline = maxWait < 0 ? Infinity : out.now + maxWait;
  thread.pending = { kind: 'waiter', connection: '', argv: [], next: [], deadline, connecting: false };
  armAlarm(worker.host, deadline, out);
  return undefined;
}

/** An idle connection is made ready (JedisFactory.activateObject): back to database 0, tested if that is asked for. */
function lend(worker: Worker, connection: Connection): Outcome | undefined {
  const { pool, settings } = worker;
  const link = pool.links.get(connection) as Link;
  const first = link.db === 0 ? [] : [['SELECT', '0']];
  link.user = { request: worker.key };
  return ask(worker, 'activate', connection, settings.pool.testOnBorrow ? [...first, ['PING']] : first);
}

/** A new connection; AUTH is the first that is sent on it. */
function connect(worker: Worker): Outcome | undefined {
  const { host, pool, settings, out } = worker;
  if (settings.port < 0 || settings.port > 65535) return failed(out.now, poolException(portException(settings.port)));
  const ip = inetAddress(settings.host, (name) => out.resolve(name));
  if (ip === undefined)
    return failed(out.now, poolException(connectException('java.net.UnknownHostException', settings.host)));
  if (ip === 'unreachable')
    return failed(out.now, poolException(connectException('java.net.SocketException', 'Network is unreachable')));
  const connection = `${host.name}/${++host.connections}`;
  const address = ip.includes(':') ? `[${ip}]:${settings.port}` : `${ip}:${settings.port}`;
  if (out.noting)
    out.note(
      {
        kind: 'redis-connected',
        webapp: worker.app.settings.path,
        address,
        authenticates: settings.password !== undefined,
      },
      worker.request.chain,
    );
  pool.links.set(connection, {
    address,
    db: 0,
    established: out.connect(address, { chain: worker.request.chain, connection }),
    closed: false,
    fresh: true,
    user: { request: worker.key },
    idleSince: 0,
  });
  const auth = settings.password === undefined ? [] : [['AUTH', settings.password]];
  return ask(worker, 'open', connection, settings.pool.testOnBorrow ? [...auth, ['PING']] : auth);
}

/** Sends the first of these commands, and waits for its reply. None is left: the connection is ready. */
function ask(
  worker: Worker,
  kind: Pending['kind'],
  connection: Connection,
  [argv, ...next]: readonly (readonly string[])[],
): Outcome | undefined {
  const { pool, thread, request, out } = worker;
  if (!argv) return { at: out.now, connection };
  const link = pool.links.get(connection);
  const connecting = link?.established === false;
  thread.pending = { kind, connection, argv, next, deadline: Infinity, connecting };
  if (!link || link.closed) {
    if (out.noting && link)
      out.note(
        { kind: 'redis-connection-stale', webapp: worker.app.settings.path, address: link.address },
        request.chain,
      );
    return settle(worker, { fault: 'closed' });
  }
  if (!connecting) send(link, connection, argv, request.chain, out);
  waitFor(worker, thread.pending);
  return undefined;
}

/** The socket's timeout, for a connection as for a reply. */
function waitFor({ host, settings: { timeout }, out }: Worker, pending: Pending) {
  pending.deadline = timeout > 0 ? out.now + timeout : Infinity;
  armAlarm(host, pending.deadline, out);
}

/** The handshake that a thread waits for is over: what it wants is sent. */
export function connected(worker: Worker, connection: Connection): void {
  const { pool, thread, request, out } = worker;
  const link = pool.links.get(connection);
  const { pending } = thread;
  if (!link || pending?.connection !== connection) return;
  link.established = true;
  pending.connecting = false;
  send(link, connection, pending.argv, request.chain, out);
  waitFor(worker, pending);
}

/** A connection comes back; a broken one says QUIT first (JedisFactory.destroyObject). */
function giveBack(worker: Worker, connection: Connection, broken: boolean): Outcome | undefined {
  const { pool, settings, out } = worker;
  const link = pool.links.get(connection);
  if (!link) return { at: out.now };
  const { maxIdle } = settings.pool;
  if (broken || (maxIdle >= 0 && pool.idle.length >= maxIdle)) {
    if (!link.closed) return ask(worker, 'quit', connection, [['QUIT']]);
    drop(pool, connection, out);
    serveWaiters(worker);
    return { at: out.now };
  }
  link.user = undefined;
  link.idleSince = out.now;
  if (settings.pool.lifo) pool.idle.unshift(connection);
  else pool.idle.push(connection);
  serveWaiters(worker);
  armEvictor(worker.host, worker.app, out);
  return { at: out.now };
}

/** Whoever waits longest for a connection gets one, and its thread wakes up. */
function serveWaiters(worker: Worker) {
  const { pool, host, out } = worker;
  const key = pool.waiters.shift();
  if (key === undefined) return;
  const request = host.running.get(key);
  const thread = request?.redis;
  if (!request || !thread) return;
  thread.pending = undefined;
  const outcome = borrow({ ...worker, key, request, thread });
  if (!outcome) return;
  thread.outcomes.push(outcome);
  out.send(host.name, { type: 'work', chain: request.chain, what: key });
}

/** Destroys a connection that nobody waits for. */
function discard({ pool, out }: Worker, connection: Connection) {
  const link = pool.links.get(connection);
  if (link && !link.closed) send(link, connection, ['QUIT'], '', out);
  drop(pool, connection, out);
}

/** One alarm for all of a Tomcat's threads: it looks who has waited too long. */
export function armAlarm(host: Tomcat, deadline: number, out: Outbox): void {
  if (deadline === Infinity || (host.alarm !== undefined && host.alarm <= deadline)) return;
  host.alarm = deadline;
  out.timer('redis', deadline - out.now);
}

/** The pool's evictor runs when there may be something for it to do, at a multiple of its period. */
export function armEvictor(host: Tomcat, app: Webapp, out: Outbox): void {
  const { manager } = app.settings;
  const pool = app.redis;
  if (!pool || manager.kind !== 'redis' || pool.idle.length === 0) return;
  const every = manager.pool.timeBetweenEvictionRuns;
  if (every <= 0) return;
  const at = pool.since + (Math.floor((out.now - pool.since) / every) + 1) * every;
  if (pool.evictsAt !== undefined && pool.evictsAt >= out.now && pool.evictsAt <= at) return;
  pool.evictsAt = at;
  armAlarm(host, at, out);
}
