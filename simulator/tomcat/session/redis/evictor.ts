import type { Connection, Outbox } from '../../../engine/world.ts';
import type { RedisManagerSettings } from '../../conf/manager.ts';
import type { Tomcat, Webapp } from '../../host.ts';
import { armEvictor } from './jedis.ts';
import { drop, send } from './link.ts';
import type { RedisPool } from './state.ts';

/**
 * The pool's own thread (commons-pool2's Evictor): idle connections that were idle for too long go, the others are
 * tested with PING. One that Redis has closed is found out here, if nobody used it before.
 */
export function runEvictor(host: Tomcat, app: Webapp, out: Outbox): void {
  const { manager } = app.settings;
  const pool = app.redis;
  if (!pool || manager.kind !== 'redis') return;
  pool.evictsAt = undefined;
  for (const connection of tested(pool, manager)) test(pool, connection, manager, out);
  armEvictor(host, app, out);
}

/** The longest idle ones first, as many as `numTestsPerEvictionRun` says. */
function tested({ idle }: RedisPool, { pool }: RedisManagerSettings): Connection[] {
  const { testsPerEvictionRun: number } = pool;
  const count = number >= 0 ? number : Math.ceil(idle.length / Math.abs(number));
  return idle.toReversed().slice(0, count);
}

function test(pool: RedisPool, connection: Connection, { pool: settings }: RedisManagerSettings, out: Outbox) {
  const link = pool.links.get(connection);
  if (!link) return;
  const idle = out.now - link.idleSince;
  if (settings.minEvictableIdleTime > 0 && idle > settings.minEvictableIdleTime) {
    if (!link.closed) send(link, connection, ['QUIT'], '', out);
    return drop(pool, connection, out);
  }
  if (!settings.testWhileIdle) return;
  if (link.closed) return drop(pool, connection, out);
  link.user = 'evictor';
  pool.idle = pool.idle.filter((other) => other !== connection);
  if (link.db !== 0) send(link, connection, ['SELECT', '0'], '', out);
  send(link, connection, ['PING'], '', out);
}

/** What came of a test: the connection is idle again, or no more. */
export function endTest(host: Tomcat, app: Webapp, connection: Connection, alive: boolean, out: Outbox): void {
  const pool = app.redis;
  const link = pool?.links.get(connection);
  if (!pool || !link) return;
  if (!alive) return drop(pool, connection, out);
  link.user = undefined;
  link.db = 0;
  pool.idle.push(connection);
  armEvictor(host, app, out);
}
