import { client } from '../client/client.ts';
import { nginx } from '../nginx/nginx.ts';
import { redis } from '../redis/redis.ts';
import { terminal } from '../shell/terminal.ts';
import { tomcat } from '../tomcat/tomcat.ts';
import type { Behaviour, Host, HostName, World } from './world.ts';

const behaviours: { [K in Host['kind']]: Behaviour<Extract<Host, { kind: K }>> } = {
  client,
  nginx,
  tomcat,
  redis,
  terminal,
};

/** How a host behaves, by its kind. */
export const behaviourOf = (host: Host) => behaviours[host.kind] as Behaviour<Host>;

/** A copy of a world that shares nothing that a step changes. */
export function forkWorld(world: World): World {
  const hosts = new Map<HostName, Host>();
  for (const [name, host] of world.hosts) hosts.set(name, behaviourOf(host).fork(host));
  return { ...world, hosts, queue: [...world.queue], random: new Map(world.random) };
}
