import type { Reply } from '../core/resp.ts';
import type { Place } from '../core/text.ts';
import type { Chain, Message, Outbox } from '../engine/world.ts';
import { userOf } from './commands/acl-rules.ts';
import { arm } from './cron.ts';
import type { Redis, RedisClient, Server } from './host.ts';
import { placed } from './places.ts';
import { deniedText } from './protected.ts';
import { error } from './replies.ts';

/** Who a client is, as CLIENT LIST and MONITOR write it. */
export const addressOf = ({ ip, port }: { ip: string; port: number }): string =>
  ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;

/** A new connection: counted, perhaps refused with a word and closed (networking.c, acceptCommonHandler). */
export function accept(host: Redis, server: Server, message: Message, out: Outbox): RedisClient | undefined {
  const { body, from, to } = message;
  if (body.type !== 'commands' && body.type !== 'bytes') return undefined;
  const { connection, source } = body;
  const id = server.nextClientId++;
  const client: RedisClient = {
    id,
    connection,
    peer: from,
    ip: source,
    port: 40_000 + ((id * 2) % 20_000),
    local: to,
    authenticated: host.version === '7.0.15' && isOpen(server),
    user: 'default',
    db: 0,
    name: '',
    queue: null,
    queueFlags: '',
    queueBroken: false,
    watched: [],
    watchBroken: false,
    channels: [],
    patterns: [],
    monitor: false,
    blocked: null,
    waiting: [],
    unread: '',
    leaving: false,
    openedAt: out.now,
    lastAt: out.now,
    lastCommand: 'NULL',
  };
  const refusal = refusalOf(host, server, source);
  if (refusal) {
    server.stats.rejected++;
    const { why } = refusal;
    if (out.noting)
      out.note({ kind: 'redis-rejected', connection, client: addressOf(client), why, ...placed(host, server, why) });
    speak(client, [refusal.reply], out, body.chain);
    host.broken.add(connection);
    out.send(from, { type: 'disconnected', chain: body.chain, connection });
    return undefined;
  }
  server.clients.set(connection, client);
  server.stats.connections++;
  if (server.settings.timeout > 0) arm(server, out.now + (server.settings.timeout + 1) * 1000, out);
  if (out.noting) out.note({ kind: 'redis-accepted', connection, client: addressOf(client) });
  return client;
}

/** 7.0.15: whether the default user needs no password. */
function isOpen(server: Server): boolean {
  const user = userOf(server, 'default');
  return user?.enabled === true && user.nopass;
}

const tooMany = error('ERR max number of clients reached');

function refusalOf(host: Redis, { settings, clients }: Server, source: string) {
  if (clients.size >= settings.maxclients) return { why: 'maxclients' as const, reply: tooMany };
  if (!settings.protectedMode || settings.requirepass !== null || isLoopback(source)) return undefined;
  if (host.version === '3.2.1' && settings.bound) return undefined;
  return { why: 'protected-mode' as const, reply: error(deniedText(host.version)) };
}

const isLoopback = (ip: string) => ip === '127.0.0.1' || ip === '::1';

/** Writes to a client. */
export function speak({ peer, connection }: RedisClient, replies: Reply[], out: Outbox, chain: Chain = ''): void {
  out.send(peer, { type: 'replies', chain, connection, replies });
}

/** The server closes a connection. */
export function close(
  host: Redis,
  server: Server,
  client: RedisClient,
  why: 'quit' | 'killed' | 'idle',
  out: Outbox,
): void {
  forget(server, client, why, out, why === 'idle' ? placed(host, server, 'timeout') : {});
  host.broken.add(client.connection);
  out.send(client.peer, { type: 'disconnected', chain: '', connection: client.connection });
}

/** A connection is no more: everything kept for it goes. */
export function forget(
  server: Server,
  client: RedisClient,
  why: 'client' | 'quit' | 'killed' | 'idle',
  out: Outbox,
  by: { place?: Place } = {},
): void {
  server.clients.delete(client.connection);
  if (client.watched.length > 0) server.watching--;
  if (client.monitor) server.monitors--;
  const { connection } = client;
  if (out.noting) out.note({ kind: 'redis-closed', connection, client: addressOf(client), why, ...by });
}
