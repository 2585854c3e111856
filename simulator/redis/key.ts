import { hashText } from '../core/random.ts';
import { inOrder } from '../core/shared-map.ts';
import type { Computing, Entry, Redis, RedisClient, Server } from './host.ts';

/**
 * All that can matter to the future, as text; times relative to now. Left out, for they are only shown: what INFO
 * counts, numbers and ports of clients, when they came, process ids.
 */
export function redisKey(host: Redis, now: number, anyOrder = false): string {
  const { version, folder, mode, files, kernel, disk, server, broken, inbox } = host;
  return JSON.stringify([
    [version, folder, mode, digestOf(files), digestOf(kernel)],
    [...disk].map(([path, file]) => [path, digestOf(file)]),
    server && serverKey(server, now, anyOrder),
    [...broken].sort(),
    inbox.map(({ from, to, body }) => [from, to, body]),
  ]);
}

/**
 * Only clients that wait (for an element of a list, or with more to say) are served in the order in which they came. Lists
 * of clients show it as well, but those are only shown.
 */
export function mindsOrder({ server }: Redis): boolean {
  if (!server) return false;
  let waiting = 0;
  for (const client of server.clients.values()) if (client.blocked || client.waiting.length > 0) waiting++;
  return waiting > 1;
}

function serverKey(server: Server, now: number, anyOrder: boolean) {
  const { settings, databases, clients, terminal, redirected, dirty, savedAt, triedAt, wakesAt, child, users } = server;
  const { rewriteScheduled, saveFailed, pausedUntil, sleeping, lists, activeExpire, master, computing } = server;
  const evicts = settings.maxmemory > 0;
  const connected = [...clients.values()];
  if (anyOrder) connected.sort((a, b) => (a.connection < b.connection ? -1 : 1));
  // Of how long ago the last save was, only what a save point can still ask for matters.
  const longest = settings.save.reduce((most, { seconds }) => Math.max(most, seconds), 0);
  return [
    digestOf(server.values),
    databases.flatMap(({ entries }, db) =>
      entries.size === 0 ? [] : [db, inOrder(entries).map(([key, entry]) => entryKey(key, entry, evicts, now))],
    ),
    connected.map((client) => clientKey(client, settings.timeout > 0, now)),
    [terminal, redirected, server.cwd, server.executable, server.configFile],
    [dirty, Math.min(now - savedAt, (longest + 1) * 1000), saveFailed ? now - triedAt : 0],
    [wakesAt === 0 ? 0 : wakesAt - now, pausedUntil > now ? pausedUntil - now : 0, sleeping && pausedUntil > now],
    child && [child.kind, digestOf(child.databases), child.doneAt - now, child.dirty],
    [rewriteScheduled, activeExpire, master, lists],
    [...users].map(([name, user]) => [name, digestOf(user)]),
    computing && computingKey(computing),
  ];
}

const entryKey = (key: string, entry: Readonly<Entry>, evicts: boolean, now: number) => [
  key,
  entry.type,
  entry.value,
  entry.type === 'string' && entry.raw,
  entry.expireAt === null ? null : entry.expireAt - now,
  evicts ? now - entry.usedAt : 0,
];

function clientKey(client: RedisClient, idles: boolean, now: number) {
  const { connection, peer, ip, local, authenticated, user, db, name, lastAt, unread, leaving } = client;
  const { queue, queueFlags, queueBroken, watched, watchBroken, channels, patterns, monitor, blocked, waiting } =
    client;
  return [
    [connection, peer, ip, local, authenticated, user, db, name, idles ? now - lastAt : 0, unread, leaving],
    [queue, queueFlags, queueBroken, watched, watchBroken, channels, patterns, monitor, waiting],
    blocked && [blocked.argv, blocked.keys, blocked.until === null ? null : blocked.until - now, blocked.chain],
  ];
}

const computingKey = ({ connection, chain, db, argv, transaction }: Computing) => [
  connection,
  chain,
  db,
  argv,
  transaction,
];

const digests = new WeakMap<object, string>();

/** 64 bits that stand for a large object that is never changed in place. */
function digestOf(value: object): string {
  let digest = digests.get(value);
  if (digest === undefined) {
    const text = JSON.stringify(value, (_, part) => (part instanceof Map ? [...part] : part));
    digest = hashText(text).toString(36) + hashText(text, 1).toString(36);
    digests.set(value, digest);
  }
  return digest;
}
