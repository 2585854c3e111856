import type { Reply } from '../core/resp.ts';
import type { Connection, HostBase, HostName, Message } from '../engine/world.ts';
import type { RedisVersion } from './commands/table.ts';
import { type ServerMode, serverLifecycle } from './lifecycle.ts';
import type { ServerSettings } from './settings.ts';

/** A Redis on its machine: what lies on disk, and the process while there is one. */
export interface Redis extends HostBase {
  kind: 'redis';
  version: RedisVersion;
  /** Where it was unpacked, and where it is started from unless a shell says otherwise. */
  folder: string;
  mode: ServerMode;
  /** Texts by path, those under `folder` relative to it: `redis.conf`. Replaced, never changed. */
  files: Readonly<Record<string, string>>;
  /** What the server itself writes, by path as in `files`. The things in it are replaced, never changed. */
  disk: Map<string, RedisFile>;
  /** The process and all that is lost with it. */
  server: Server | null;
  /** Connections that ended with a process; whoever still writes to one is reset. */
  broken: Set<Connection>;
  /** What the kernel holds for a process that does not read. */
  inbox: Message[];
}

/** Files of which only the meaning is kept. */
export type RedisFile =
  /** dump.rdb: the databases as they were. */
  | { kind: 'rdb'; databases: readonly StoredDatabase[]; savedAt: number }
  /** The append only file (3.2.1: `appendonly.aof`, 7.0.15: the folder `appendonlydir`): replayed, it gives these. */
  | { kind: 'aof'; databases: readonly StoredDatabase[] };

/** One database on disk: its number and its keys. */
export interface StoredDatabase {
  db: number;
  entries: readonly (readonly [key: string, value: Value, expireAt: number | null])[];
}

/** The memory of a running redis-server. */
export interface Server {
  settings: ServerSettings;
  databases: Database[];
  clients: Map<Connection, RedisClient>;
  /** The shell whose terminal it writes to; null: started in the background. */
  terminal: HostName | null;
  startedAt: number;
  /** Changes since the last save. */
  dirty: number;
  /** Virtual time of the last successful save, or of the start. */
  savedAt: number;
  /** When the periodic work is next done; 0: not until something needs it. */
  wakesAt: number;
  nextClientId: number;
  stats: Stats;
}

/** What INFO counts. */
export interface Stats {
  connections: number;
  commands: number;
  rejected: number;
  expired: number;
  evicted: number;
  hits: number;
  misses: number;
}

/** One numbered database. */
export interface Database {
  entries: Map<string, Entry>;
}

/** What a key holds. Texts are bytes, one character each. Lists and maps in it are replaced, never changed in place. */
export type Value =
  | { type: 'string'; value: string }
  | { type: 'list'; value: readonly string[] }
  | { type: 'set'; value: readonly string[] }
  | { type: 'hash'; value: readonly (readonly [field: string, value: string])[] }
  | { type: 'zset'; value: readonly (readonly [member: string, score: number])[] };

/** A key's value with its end. `expireAt` in virtual ms (before 0: before the lab began); null: never. */
export type Entry = Value & { expireAt: number | null /** Virtual ms of the last access. */; usedAt: number };

/** One open connection as the server sees it. */
export interface RedisClient {
  id: number;
  connection: Connection;
  /** The host at the other end. */
  peer: HostName;
  ip: string;
  port: number;
  /** Of the server's addresses, the one it connected to. */
  local: string;
  authenticated: boolean;
  db: number;
  name: string;
  openedAt: number;
  lastAt: number;
  lastCommand: string;
}

/** What a program writes to a connection, in order. */
export type Replies = Reply[];

/** Redis as it lies on a machine: unpacked and compiled, with its files, not running. */
export function newRedis({
  name,
  machine,
  version,
  files,
}: {
  name: string;
  machine: string;
  version: RedisVersion;
  files: Readonly<Record<string, string>>;
}): Redis {
  return {
    kind: 'redis',
    name,
    machine,
    version,
    folder: `/opt/redis-${version}`,
    mode: serverLifecycle.initial,
    files: { ...files },
    disk: new Map(),
    server: null,
    broken: new Set(),
    inbox: [],
  };
}

/** A copy that shares nothing that a step changes. */
export function forkRedis(redis: Redis): Redis {
  return {
    ...redis,
    disk: new Map(redis.disk),
    server: redis.server && forkServer(redis.server),
    broken: new Set(redis.broken),
    inbox: [...redis.inbox],
  };
}

function forkServer(server: Server): Server {
  return {
    ...server,
    databases: server.databases.map(({ entries }) => ({
      entries: new Map([...entries].map(([key, entry]) => [key, { ...entry }])),
    })),
    clients: new Map([...server.clients].map(([connection, client]) => [connection, { ...client }])),
    stats: { ...server.stats },
  };
}
