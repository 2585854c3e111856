import type { RedisPool, RedisThread } from './state.ts';

/** All of a pool that can matter to the future; `every`: milliseconds between runs of its evictor. */
export function poolKey(
  { links, idle, waiters, jars, since, evictsAt }: RedisPool,
  every: number,
  now: number,
): string {
  const phase = every > 0 && links.size > 0 ? (now - since) % every : 0;
  let key = `${idle} ${waiters} ${jars.jedis} ${jars.manager} ${phase} ${evictsAt === undefined ? '' : evictsAt - now}`;
  for (const [connection, { address, db, established, closed, fresh, user, idleSince }] of links) {
    const by = typeof user === 'object' ? `request ${user.request}` : user;
    key += `\n  ${connection} ${address} ${db} ${established} ${closed} ${fresh} ${by} ${user === undefined ? now - idleSince : 0}`;
  }
  return key;
}

/** All of a thread that can matter to the future. */
export function threadKey(
  { stage, beganAt, locals, outcomes, drawn, told, pending }: RedisThread,
  now: number,
): string {
  const came = outcomes.map(({ at, ...outcome }) => [now - at, outcome]);
  const { session, id, persisted, hash } = locals;
  const times = session && [now - session.created, now - session.lastAccessed, now - session.thisAccessed];
  const own = session && { ...session, created: 0, lastAccessed: 0, thisAccessed: 0 };
  const waits = pending && { ...pending, deadline: pending.deadline === Infinity ? 'never' : pending.deadline - now };
  return JSON.stringify([stage, now - beganAt, [own, times, id, persisted, hash], came, drawn, told, waits]);
}
