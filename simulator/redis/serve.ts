import type { Reply } from '../core/resp.ts';
import type { Message, Outbox } from '../engine/world.ts';
import { serveBlocked } from './blocking.ts';
import { accept, close, speak } from './clients.ts';
import { execute, type Turn } from './execute.ts';
import type { Redis, RedisClient, Server } from './host.ts';
import { reset } from './process.ts';
import { readRequests } from './protocol.ts';
import { error } from './replies.ts';

/** What came on a connection: commands, or bytes of somebody who writes the protocol himself. */
export function receive(host: Redis, message: Message, out: Outbox): void {
  const { body } = message;
  const { server } = host;
  if (!server || (body.type !== 'commands' && body.type !== 'bytes')) return;
  if (host.broken.has(body.connection)) return reset(host, message, out);
  const client = server.clients.get(body.connection) ?? accept(host, server, message, out);
  if (!client) return;
  const turn = { host, server, client, chain: body.chain, out };
  if (body.type === 'commands') return serve(turn, body.commands);
  const { requests, unread, fault, hangUp } = readRequests(host.version, client.unread + body.bytes);
  client.unread = unread;
  serve(turn, requests, hangUp);
  if (!server.clients.has(client.connection) || (fault === undefined && !hangUp)) return;
  if (fault !== undefined) speak(client, [error(fault)], out, body.chain);
  close(host, server, client, 'killed', out);
}

/** Does commands in their order and sends the answers together; `mute`: it keeps them to itself. */
function serve(turn: Turn, commands: readonly (readonly string[])[], mute = false): void {
  const { host, server, client, out } = turn;
  const replies: Reply[] = [];
  for (let i = 0; i < commands.length; i++) {
    if (client.blocked || server.computing) {
      client.waiting = [...client.waiting, ...commands.slice(i)];
      break;
    }
    const outcome = execute(turn, commands[i] ?? []);
    // The end of the process is the answer to SHUTDOWN.
    if (host.server !== server) return;
    if (Array.isArray(outcome)) replies.push(...outcome);
    else if (outcome) replies.push(outcome);
    if (client.leaving) break;
    if (server.lists.length > 0) {
      serveBlocked(host, server, out);
      resumeWaiting(host, server, out);
    }
  }
  if (!mute) flush(client, replies, turn);
  if (client.leaving && server.clients.has(client.connection)) close(host, server, client, 'quit', out);
}

/** DEBUG SLEEP holds up the answers as well. */
function flush(client: RedisClient, replies: Reply[], { server, chain, out }: Turn): void {
  if (replies.length === 0) return;
  const { peer, connection } = client;
  const pause = server.pausedUntil - out.now;
  const body = { type: 'replies', chain, connection, replies } as const;
  if (pause > 0 && server.sleeping) out.send(peer, body, pause);
  else out.send(peer, body);
}

/** Goes on with those who had written more while they were blocked. */
export function resumeWaiting(host: Redis, server: Server, out: Outbox): void {
  for (const client of [...server.clients.values()]) {
    if (client.waiting.length === 0 || client.blocked || server.computing) continue;
    const { waiting } = client;
    client.waiting = [];
    serve({ host, server, client, chain: '', out }, waiting);
  }
}
