import type { Reply } from '../core/resp.ts';
import { forkSharedMap, newSharedMap, type SharedMap } from '../core/shared-map.ts';
import type { Connection, HostBase, HostName, Message } from '../engine/world.ts';
import type { RedisVersion } from './commands/table.ts';
import type { Kernel } from './conf/start.ts';
import type { Values } from './conf/values.ts';
import { type ServerMode, serverLifecycle } from './lifecycle.ts';
import type { ServerSettings } from './settings.ts';

/** A Redis on its machine: what lies on disk, and the process while there is one. */
export interface Redis extends HostBase {
  kind: 'redis';
  version: RedisVersion;
  /** Where it was unpacked, and where it is started from unless a shell says otherwise. */
  folder: string;
  mode: ServerMode;
  /** The process's number; 0: none was started yet. */
  pid: number;
  /** How the last process ended; null: none has. */
  exitCode: number | null;
  /** Texts by path, those under `folder` relative to it: `redis.conf`. Replaced, never changed. */
  files: Readonly<Record<string, string>>;
  /** The machine's kernel, as a starting server finds it. */
  kernel: Kernel;
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
  /** `appending`: it was written to since its last rewrite. */
  | { kind: 'aof'; databases: readonly StoredDatabase[]; appending: boolean }
  | { kind: 'folder' };

/** One database on disk: its number and its keys. */
export interface StoredDatabase {
  db: number;
  entries: readonly (readonly [key: string, value: Value, expireAt: number | null])[];
}

/** The memory of a running redis-server. */
export interface Server {
  /** The configuration in force, whole, and what of it is looked at all the time. Replaced, never changed. */
  values: Values;
  settings: ServerSettings;
  databases: Database[];
  clients: Map<Connection, RedisClient>;
  /** The shell whose terminal it writes to; null: started in the background. */
  terminal: HostName | null;
  /** Its output goes to a file instead. */
  redirected: boolean;
  /** How it was called, and where its configuration lies; null: nowhere. */
  executable: string;
  configFile: string | null;
  cwd: string;
  startedAt: number;
  /** Changes since the last save. */
  dirty: number;
  /** Virtual time of the last successful save, or of the start. */
  savedAt: number;
  /** When the periodic work is next done; 0: not until something needs it. */
  wakesAt: number;
  nextClientId: number;
  /** How many clients watch keys, or read what others do: looked for only where there are some. */
  watching: number;
  monitors: number;
  /** The child that writes a snapshot or rewrites the append only file. */
  child: Child | null;
  /** BGREWRITEAOF was asked for while the child was busy with something else. */
  rewriteScheduled: boolean;
  /** The last BGSAVE could not write: whoever wants to change something gets MISCONF. */
  saveFailed: boolean;
  /** When a BGSAVE was last begun. */
  triedAt: number;
  /** Clients are not heard before then (CLIENT PAUSE, DEBUG SLEEP). */
  pausedUntil: number;
  /** The whole server sleeps until then: answers wait too. */
  sleeping: boolean;
  /** Something was put into lists since those who wait for them were served. */
  lists: readonly string[];
  activeExpire: boolean;
  /** Whose copy it is; null: nobody's (SLAVEOF). */
  master: { host: string; port: number } | null;
  /** 7.0.15: who may do what. */
  users: Map<string, User>;
  computing: Computing | null;
  stats: Stats;
}

/** A second process at work on a copy of the memory as it was. */
export interface Child {
  kind: 'rdb' | 'aof';
  pid: number;
  databases: readonly StoredDatabase[];
  startedAt: number;
  doneAt: number;
  /** Changes that it writes. */
  dirty: number;
}

/** A user of the access control lists: see `commands/acl.ts`. */
export interface User {
  enabled: boolean;
  nopass: boolean;
  /** SHA-256 of each password. */
  passwords: readonly string[];
  /** In the words of ACL SETUSER, e.g. `+@all`, `-@all +get`. */
  commands: readonly string[];
  keys: readonly string[];
  channels: readonly string[];
}

/** A command that is worked out outside (`console/`), with the keys it is about; nothing else happens meanwhile. */
export interface Computing {
  connection: Connection;
  chain: string;
  db: number;
  argv: readonly string[];
  /** Answers that go before it, and commands that come after it, in the same transaction. */
  transaction: { replies: Reply[]; rest: readonly (readonly string[])[] } | null;
}

/** What INFO counts. */
export interface Stats {
  /** Keys that the start read from disk, and those whose time was over. */
  loaded: number;
  loadedDead: number;
  saves: number;
  errors: number;
  connections: number;
  commands: number;
  rejected: number;
  expired: number;
  evicted: number;
  hits: number;
  misses: number;
  /** Calls of each command. */
  calls: Map<string, { calls: number; rejected: number; failed: number }>;
  /** Error replies by their code, e.g. `ERR`. */
  errorsByCode: Map<string, number>;
}

/** One numbered database. */
export interface Database {
  entries: SharedMap<Entry>;
}

export const newDatabase = (): Database => ({ entries: newSharedMap() });

/** What a key holds. Texts are bytes, one character each. Lists and maps in it are replaced, never changed in place. */
export type Value =
  /** `raw`: it was built up piece by piece, which shows in how it is kept. */
  | { type: 'string'; value: string; raw?: true }
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
  user: string;
  db: number;
  name: string;
  /** What EXEC will do; null: not in a transaction. */
  queue: readonly (readonly string[])[] | null;
  /** The flags of the queued commands. */
  queueFlags: string;
  /** A command could not be queued: EXEC refuses. */
  queueBroken: boolean;
  watched: readonly { db: number; key: string; wasDead: boolean }[];
  /** A watched key was changed: EXEC answers nil. */
  watchBroken: boolean;
  channels: readonly string[];
  patterns: readonly string[];
  monitor: boolean;
  /** It waits for an element of one of these lists (BLPOP …), at the longest until then. */
  blocked: Blocked | null;
  /** What it wrote while it was blocked. */
  waiting: readonly (readonly string[])[];
  /** The beginning of a request whose end has not come (only from those who write bytes). */
  unread: string;
  /** It is told goodbye and then closed. */
  leaving: boolean;
  openedAt: number;
  lastAt: number;
  lastCommand: string;
}

/** What a blocked client waits for. */
export interface Blocked {
  argv: readonly string[];
  /** The lists; none: replicas (WAIT). */
  keys: readonly string[];
  /** null: for ever. */
  until: number | null;
  chain: string;
}

/** The guide's machine: an Ubuntu of 2016 on which nothing was tuned. */
const untunedKernel: Kernel = {
  somaxconn: 128,
  overcommit: 0,
  hugePages: 'always',
  files: { soft: 1024, hard: 65_536 },
};

/** Redis as it lies on a machine: unpacked and compiled, with its files, not running. */
export function newRedis({
  name,
  machine,
  version,
  files,
  kernel = untunedKernel,
}: {
  name: string;
  machine: string;
  version: RedisVersion;
  files: Readonly<Record<string, string>>;
  kernel?: Kernel;
}): Redis {
  return {
    kind: 'redis',
    name,
    machine,
    version,
    folder: `/opt/redis-${version}`,
    mode: serverLifecycle.initial,
    pid: 0,
    exitCode: null,
    files: { ...files },
    kernel,
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
    databases: server.databases.map(({ entries }) => ({ entries: forkSharedMap(entries) })),
    clients: new Map([...server.clients].map(([connection, client]) => [connection, { ...client }])),
    users: new Map(server.users),
    computing: server.computing && {
      ...server.computing,
      transaction: server.computing.transaction && {
        ...server.computing.transaction,
        replies: [...server.computing.transaction.replies],
      },
    },
    stats: {
      ...server.stats,
      calls: new Map([...server.stats.calls].map(([name, calls]) => [name, { ...calls }])),
      errorsByCode: new Map(server.stats.errorsByCode),
    },
  };
}
