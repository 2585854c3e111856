import type { Reply } from '../core/resp.ts';
import type { Outbox } from '../engine/world.ts';
import { speak } from './clients.ts';
import { tryBlocking } from './commands/blocking-lists.ts';
import type { Redis, RedisClient, Server } from './host.ts';
import { NIL, NIL_ARRAY, ZERO } from './replies.ts';

/** Something was put into lists: those who wait for them get it, the first come first (handleClientsBlockedOnKeys). */
export function serveBlocked(host: Redis, server: Server, out: Outbox): void {
  while (server.lists.length > 0) {
    server.lists = [];
    for (const client of [...server.clients.values()]) {
      const { blocked } = client;
      if (!blocked || blocked.keys.length === 0) continue;
      const call = { host, server, client, db: client.db, argv: blocked.argv, chain: blocked.chain, out };
      const reply = tryBlocking(call);
      if (!reply) continue;
      client.blocked = null;
      speak(client, [reply], out, blocked.chain);
    }
  }
}

/** A blocked client's time is up: it gets nil, after WAIT the number of replicas, of which there are none. */
export function giveUp(_host: Redis, _server: Server, client: RedisClient, out: Outbox): void {
  const { blocked } = client;
  if (!blocked) return;
  client.blocked = null;
  const name = (blocked.argv[0] ?? '').toLowerCase();
  // In place of an element alone comes nil, in place of a key with its element a nil array.
  const reply: Reply = name === 'wait' ? ZERO : name === 'blmove' || name === 'brpoplpush' ? NIL : NIL_ARRAY;
  speak(client, [reply], out, blocked.chain);
}
