import type { Connection, Outbox } from '../engine/world.ts';
import type { Redis } from './host.ts';
import { redis } from './redis.ts';

/** A program that is no host of the lab: what is sent to it reaches nobody. */
const REDIS_CLI = 'redis-cli';

/**
 * `redis-cli -a <password> <command>` on the server's own machine: connects, performs one command, goes. Its answer is
 * in the note of the command. Where no server runs, nothing happens.
 */
export function administer(host: Redis, argv: readonly string[], connection: Connection, out: Outbox): void {
  const { server } = host;
  if (!server) return;
  const { requirepass } = server.settings;
  const auth = requirepass === null ? [] : [['AUTH', requirepass]];
  const message = { kind: 'message', serial: 0, at: out.now, sentAt: out.now, from: REDIS_CLI } as const;
  const to = `127.0.0.1:${server.settings.port}`;
  const commands = [...auth, [...argv]];
  const source = '127.0.0.1';
  redis.receive(host, { ...message, to, body: { type: 'commands', chain: '', connection, source, commands } }, out);
  redis.receive(host, { ...message, to, body: { type: 'disconnected', chain: '', connection } }, out);
}
