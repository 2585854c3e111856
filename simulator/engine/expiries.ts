import { inOrder } from '../core/shared-map.ts';
import { usableFrom } from '../nginx/balance/balance.ts';
import type { HostName, World } from './world.ts';

/** Something that ends by itself, and when (virtual ms). */
export type Expiry = { at: number } & (
  | { kind: 'session'; host: HostName; id: string }
  | { kind: 'key'; host: HostName; db: number; key: string }
  /** nginx will ask the server again. */
  | { kind: 'peer'; host: HostName; upstream: string; peer: string }
);

/**
 * What ends by itself after now, the next first: sessions that nobody uses, keys with a TTL, servers that nginx leaves
 * out. A Tomcat and a Redis may notice later: when somebody asks, or in their periodic work.
 */
export function expiriesIn(world: World): Expiry[] {
  const found: Expiry[] = [];
  for (const host of world.hosts.values()) {
    const { name } = host;
    if (host.kind === 'tomcat')
      for (const { sessions } of host.webapps.values())
        for (const [id, { thisAccessed, maxInactive }] of inOrder(sessions))
          if (maxInactive > 0) found.push({ at: thisAccessed + maxInactive, kind: 'session', host: name, id });
    if (host.kind === 'redis')
      for (const [db, { entries }] of (host.server?.databases ?? []).entries())
        for (const [key, { expireAt }] of inOrder(entries))
          if (expireAt !== null) found.push({ at: expireAt, kind: 'key', host: name, db, key });
    if (host.kind === 'nginx')
      for (const { upstream, peers, backups } of host.workers.at(-1)?.sets ?? [])
        for (const peer of [...peers, ...backups])
          if (peer.maxFails > 0 && peer.fails >= peer.maxFails)
            found.push({ at: usableFrom(peer), kind: 'peer', host: name, upstream: upstream.name, peer: peer.name });
  }
  return found.filter(({ at }) => at > world.now).sort((a, b) => a.at - b.at);
}
