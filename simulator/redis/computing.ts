import type { Reply } from '../core/resp.ts';
import { dropAt, putAt, valueAt } from '../core/shared-map.ts';
import type { HostName, Outbox, World } from '../engine/world.ts';
import { serveBlocked } from './blocking.ts';
import type { Call } from './call.ts';
import { speak } from './clients.ts';
import { performAll } from './exec.ts';
import type { Redis, RedisClient, Server, Value } from './host.ts';
import { databaseOf, find, touched } from './keyspace.ts';
import { enter } from './process.ts';
import { notify } from './publish.ts';

/**
 * A command on hashes or sets that a Redis waits for: the server's one thread is in it, and nobody
 * else is heard. The driver has it worked out (`console/`) and performs the outcome as an action, so that a replay
 * needs nobody to work it out again.
 */
export interface Task {
  host: HostName;
  argv: readonly string[];
  /** The keys that its words name and that hold something: all that it can read. */
  keys: readonly (readonly [key: string, value: Value])[];
  /** Unix time in ms. */
  now: number;
}

/** The outcome: what the client is told, and which keys hold something else now (null: nothing). */
export interface Computed {
  reply: Reply;
  changes: readonly (readonly [key: string, value: Value | null])[];
}

/** The first command in a world that waits to be worked out. */
export function taskIn({ hosts, epoch, now }: World): Task | undefined {
  for (const host of hosts.values()) {
    if (host.kind !== 'redis' || host.mode !== 'computing' || !host.server?.computing) continue;
    const { argv, db } = host.server.computing;
    const entries = host.server.databases[db]?.entries;
    const keys = [...new Set(argv.slice(1))].flatMap((key): [string, Value][] => {
      const entry = entries && valueAt(entries, key);
      if (!entry) return [];
      const { expireAt: _, usedAt: __, ...value } = entry;
      return [[key, value]];
    });
    return { host: host.name, argv, keys, now: epoch + now };
  }
  return undefined;
}

/** Puts the server into a command that is worked out elsewhere. */
export function compute({ host, server, client, db, argv, chain, out }: Call): null {
  // What is dead must not be handed out.
  for (const key of argv.slice(1)) find({ host, server, db, out }, key);
  server.computing = { connection: client.connection, chain, db, argv, transaction: null };
  enter(host, 'compute', out);
  return null;
}

/** The command is done: keys change, the client hears of it, and of the rest of its transaction. */
export function computed(host: Redis, server: Server, { reply, changes }: Computed, out: Outbox): void {
  const { computing } = server;
  if (!computing || host.mode !== 'computing') return;
  const { connection, chain, db, argv, transaction } = computing;
  server.computing = null;
  enter(host, 'computed', out);
  change(host, server, { db, argv, changes }, out);
  const client = server.clients.get(connection);
  if (!client) return;
  tell(client, { db, argv, chain }, reply, out);
  const all = transaction ? goOn({ host, server, client, db, argv, chain, out }, transaction, reply) : reply;
  if (all) speak(client, [all], out, chain);
  serveBlocked(host, server, out);
}

function change(
  host: Redis,
  server: Server,
  { db, argv, changes }: { db: number; argv: readonly string[]; changes: Computed['changes'] },
  out: Outbox,
): void {
  const access = { host, server, db, out };
  const { entries } = databaseOf(access);
  const name = (argv[0] ?? '').toLowerCase();
  for (const [key, value] of changes) {
    const before = valueAt(entries, key);
    if (value) putAt(entries, key, { ...value, expireAt: before?.expireAt ?? null, usedAt: out.now });
    else dropAt(entries, key);
    touched(access, key);
    notify(server, db, eventType[value?.type ?? before?.type ?? 'string'], name, key, out);
    if (!value) notify(server, db, 'g', 'del', key, out);
    if (value?.type === 'list') server.lists = [...server.lists, key];
  }
}

/** The letters of notify-keyspace-events. */
const eventType = { string: '$', list: 'l', set: 's', hash: 'h', zset: 'z' } as const;

function goOn(
  call: Call,
  { replies, rest }: { replies: Reply[]; rest: readonly (readonly string[])[] },
  reply: Reply,
): Reply | null {
  return performAll(call, rest, [...replies, reply]);
}

function tell(
  { connection, ip, port }: RedisClient,
  { db, argv, chain }: { db: number; argv: readonly string[]; chain: string },
  reply: Reply,
  out: Outbox,
): void {
  if (out.noting) out.note({ kind: 'redis-command', connection, client: `${ip}:${port}`, db, argv, reply }, chain);
}
