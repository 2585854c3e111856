import type { Body, Connection, Outbox, RedisBody } from '../engine/world.ts';
import type { Tomcat, Webapp } from './host.ts';
import { proceed, workerOf } from './redis-requests.ts';
import { endTest, runEvictor } from './session/redis/evictor.ts';
import { type Arrival, armAlarm, connected, overdue, settle } from './session/redis/jedis.ts';
import type { Link, Outcome } from './session/redis/state.ts';

/** Something came from Redis: for a thread that waits for it, for the evictor, or for nobody. */
export function hearRedis(host: Tomcat, body: Body, out: Outbox): void {
  if (host.state === 'hung') {
    host.unheard.push(body);
    return;
  }
  if (body.type === 'connected' && 'connection' in body) return hearConnected(host, body.connection, out);
  if (body.type !== 'replies' && body.type !== 'disconnected' && body.type !== 'unreachable') return;
  const found = linkOf(host, body.connection);
  if (!found) return;
  for (const arrival of arrivalsIn(body)) arrive(host, found, arrival, out);
}

function hearConnected(host: Tomcat, connection: Connection, out: Outbox) {
  const user = linkOf(host, connection)?.link.user;
  const worker = typeof user === 'object' ? workerOf(host, user.request, out) : undefined;
  if (worker) connected(worker, connection);
}

/** What came while the process hung. */
export function hearUnheard(host: Tomcat, out: Outbox): void {
  const unheard = host.unheard;
  host.unheard = [];
  for (const body of unheard) hearRedis(host, body, out);
}

interface Found {
  app: Webapp;
  connection: Connection;
  link: Link;
}

function linkOf({ webapps }: Tomcat, connection: Connection): Found | undefined {
  for (const app of webapps.values()) {
    const link = app.redis?.links.get(connection);
    if (link) return { app, connection, link };
  }
  return undefined;
}

function arrivalsIn(body: RedisBody): Arrival[] {
  if (body.type === 'replies') return body.replies.map((reply) => ({ reply }));
  return [{ fault: body.type === 'unreachable' ? 'refused' : 'closed' }];
}

function arrive(host: Tomcat, { app, connection, link }: Found, arrival: Arrival, out: Outbox) {
  if ('fault' in arrival) link.closed = true;
  const { user } = link;
  if (user === undefined) return;
  if (user === 'evictor') {
    const alive = 'reply' in arrival && arrival.reply.type === 'status' ? arrival.reply.text : undefined;
    // Where the connection was in another database, SELECT was sent before PING.
    if (alive !== 'OK') endTest(host, app, connection, alive === 'PONG', out);
    return;
  }
  const worker = workerOf(host, user.request, out);
  if (worker?.thread.pending?.connection === connection) wakeUp(host, user.request, settle(worker, arrival), out);
}

function wakeUp(host: Tomcat, key: string, outcome: Outcome | undefined, out: Outbox) {
  const thread = host.running.get(key)?.redis;
  if (!outcome || !thread) return;
  thread.outcomes.push(outcome);
  proceed(host, key, out);
}

/** The alarm rings: whoever has waited too long is told so, and evictors that are due run. */
export function lookAtClock(host: Tomcat, out: Outbox): void {
  if (host.alarm === undefined || host.alarm > out.now) return;
  host.alarm = undefined;
  if (host.state === 'hung') return;
  for (const app of host.webapps.values()) if ((app.redis?.evictsAt ?? Infinity) <= out.now) runEvictor(host, app, out);
  for (const key of [...host.running.keys()]) {
    const worker = workerOf(host, key, out);
    const { pending } = worker?.thread ?? {};
    if (worker && pending && pending.deadline <= out.now) wakeUp(host, key, overdue(worker), out);
  }
  setAlarm(host, out);
}

/** Sets the alarm for whatever is due next. */
export function setAlarm(host: Tomcat, out: Outbox): void {
  let next = Infinity;
  for (const { redis } of host.running.values()) next = Math.min(next, redis?.pending?.deadline ?? Infinity);
  for (const { redis } of host.webapps.values()) next = Math.min(next, redis?.evictsAt ?? Infinity);
  armAlarm(host, Math.max(next, out.now), out);
}
