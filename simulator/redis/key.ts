import { hashText } from '../core/random.ts';
import type { Entry, Redis, RedisClient, Server } from './host.ts';

/**
 * All that can matter to the future, as text; times relative to now. Left out, for they are only shown: what INFO
 * counts, numbers and ports of clients, when they came.
 */
export function redisKey(host: Redis, now: number): string {
  const { version, folder, mode, files, disk, server, broken, inbox } = host;
  return JSON.stringify([
    [version, folder, mode, digestOf(files)],
    [...disk].map(([path, file]) => [path, digestOf(file)]),
    server && serverKey(server, now),
    [...broken],
    inbox.map(({ from, to, body }) => [from, to, body]),
  ]);
}

function serverKey(server: Server, now: number) {
  const { settings, databases, clients, terminal, dirty, savedAt, wakesAt } = server;
  const evicts = settings.maxmemory > 0;
  return [
    digestOf(settings),
    databases.map(({ entries }) => [...entries].map(([key, entry]) => entryKey(key, entry, evicts, now))),
    [...clients.values()].map(clientKey),
    [terminal, dirty, now - savedAt, wakesAt === 0 ? 0 : wakesAt - now],
  ];
}

const entryKey = (key: string, { value, type, expireAt, usedAt }: Entry, evicts: boolean, now: number) => [
  key,
  type,
  value,
  expireAt === null ? null : expireAt - now,
  evicts ? now - usedAt : 0,
];

const clientKey = ({ connection, peer, ip, local, authenticated, db, name }: RedisClient) => [
  connection,
  peer,
  ip,
  local,
  authenticated,
  db,
  name,
];

const digests = new WeakMap<object, string>();

/** 64 bits that stand for a large object that is never changed in place. */
function digestOf(value: object): string {
  let digest = digests.get(value);
  if (digest === undefined) {
    const text = JSON.stringify(value);
    digest = hashText(text).toString(36) + hashText(text, 1).toString(36);
    digests.set(value, digest);
  }
  return digest;
}
