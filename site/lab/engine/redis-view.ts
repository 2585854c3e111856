import {
  type Host,
  type HostName,
  inOrder,
  type Message,
  type PowerEvent,
  type RedisValue,
  redisLifecycle,
  valueAt,
  type World,
} from '../../../simulator/index.ts';
import type { OpenKey } from '../opened-key.ts';
import type { Packet } from '../packet.ts';
import type { KeyView, RedisView } from '../protocol.ts';
import { javaStream } from './java-view.ts';

type Redis = Extract<Host, { kind: 'redis' }>;
type RedisBody = Exclude<Extract<Message['body'], { connection: string }>, { type: 'syn' | 'connected' }>;

/** More keys than this are counted, not listed. */
const MOST_KEYS = 60;

/** So much of an opened key is sent. */
const MOST_BYTES = 4096;
const MOST_THINGS = 200;

/** What a page shows of a Redis. */
export function redisView(redis: Redis, owners: ReadonlyMap<string, HostName>, now: number): RedisView {
  const { name, version, mode, server } = redis;
  const keys = (server?.databases ?? []).flatMap(({ entries }, db) =>
    inOrder(entries, ({ expireAt }) => expireAt === null || expireAt >= now).map(([key, entry]) => ({
      db,
      key,
      entry,
    })),
  );
  const listed = keys.slice(0, MOST_KEYS).map(({ db, key, entry: { type, value, expireAt } }): KeyView => {
    const ttl = expireAt === null ? undefined : expireAt - now;
    return { db, key, type, ttl, size: value.length, owner: owners.get(key) };
  });
  return {
    name,
    version,
    port: server?.settings.port,
    state: mode,
    can: redisPower(mode),
    password: server !== null && server.settings.requirepass !== null,
    clients: server?.clients.size ?? 0,
    keys: listed,
    more: Math.max(0, keys.length - MOST_KEYS),
  };
}

const redisPower = (mode: Redis['mode']): PowerEvent[] => {
  if (!redisLifecycle.has(mode, 'up')) return ['start'];
  return mode.startsWith('suspended') ? ['resume', 'crash'] : ['stop', 'crash', 'hang'];
};

/** The key that the learner has opened. */
export function openKeyOf({ server }: Redis, { db, key }: Pick<OpenKey, 'db' | 'key'>, world: World): OpenKey {
  const entries = server?.databases[db]?.entries;
  const entry = entries && valueAt(entries, key);
  if (!entry || (entry.expireAt !== null && entry.expireAt < world.now)) return { db, key, value: undefined };
  const ttl = entry.expireAt === null ? undefined : entry.expireAt - world.now;
  const java = entry.type === 'string' ? javaStream(entry.value, world) : undefined;
  return { db, key, value: { data: beginning(entry), size: entry.value.length, ttl, java } };
}

function beginning(entry: RedisValue): RedisValue {
  switch (entry.type) {
    case 'string':
      return { type: 'string', value: entry.value.slice(0, MOST_BYTES) };
    case 'hash':
      return { type: 'hash', value: entry.value.slice(0, MOST_THINGS) };
    case 'zset': {
      const byScore = entry.value.toSorted((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
      return { type: 'zset', value: byScore.slice(0, MOST_THINGS) };
    }
    default:
      return { type: entry.type, value: entry.value.slice(0, MOST_THINGS) };
  }
}

/** What a packet between a Redis and a client says: a command without its data, or an answer in short. */
export function redisPacket(body: RedisBody): Pick<Packet, 'type' | 'text'> {
  switch (body.type) {
    case 'commands':
      return { type: 'command', text: body.commands.map(([name = '']) => name.toUpperCase()).join(' ') || 'connect' };
    case 'bytes':
      return { type: 'command', text: body.bytes.trim() };
    case 'replies':
      return { type: 'reply', text: body.replies.map(shortReply).join(' ') };
    case 'disconnected':
      return { type: 'closed', text: undefined };
    case 'unreachable':
      return { type: 'refused', text: undefined };
  }
}

type Reply = Extract<RedisBody, { type: 'replies' }>['replies'][number];

function shortReply(reply: Reply): string {
  switch (reply.type) {
    case 'status':
    case 'integer':
      return reply.text;
    case 'error':
      return reply.text.split(' ', 1)[0] ?? '';
    case 'bulk':
      return reply.text === null ? '(nil)' : `${reply.text.length} B`;
    case 'array':
      return reply.items === null ? '(nil)' : `[${reply.items.length}]`;
  }
}
