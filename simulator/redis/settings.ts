import type { RedisVersion } from './commands/table.ts';

/** The values of redis.conf and CONFIG SET that the server acts on. Replaced, never changed in place. */
export interface ServerSettings {
  /** Addresses to listen on; empty: every one. */
  bind: readonly string[];
  port: number;
  protectedMode: boolean;
  /** null: nobody needs a password. 3.2.1 knows an empty one, which has to be given. */
  requirepass: string | null;
  databases: number;
  maxclients: number;
  /** Seconds after which idle connections are closed; 0: never. */
  timeout: number;
  daemonize: boolean;
  logfile: string;
  /** Where dump.rdb lies: an absolute path. */
  dir: string;
  dbfilename: string;
  save: readonly { seconds: number; changes: number }[];
  appendonly: boolean;
  appendfilename: string;
  appenddirname: string;
  loglevel: string;
  /** '': none, unless it is a daemon. */
  pidfile: string;
  alwaysShowLogo: boolean;
  /** As CONFIG GET shows it: the letters of the classes. */
  notifyEvents: string;
  enableDebugCommand: string;
  /** Bytes; 0: no limit. */
  maxmemory: number;
  maxmemoryPolicy: string;
  stopWritesOnBgsaveError: boolean;
  /** Commands by their new name; '' as name: gone. */
  renames: Readonly<Record<string, string>>;
}

/** As compiled in: what holds where no file says otherwise. */
export const defaultSettings = (version: RedisVersion, folder: string): ServerSettings => ({
  bind: version === '3.2.1' ? [] : ['*', '-::*'],
  port: 6379,
  protectedMode: true,
  requirepass: null,
  databases: 16,
  maxclients: 10000,
  timeout: 0,
  daemonize: false,
  logfile: '',
  dir: folder,
  dbfilename: 'dump.rdb',
  save: [
    { seconds: 3600, changes: 1 },
    { seconds: 300, changes: 100 },
    { seconds: 60, changes: 10000 },
  ],
  appendonly: false,
  appendfilename: 'appendonly.aof',
  appenddirname: 'appendonlydir',
  loglevel: 'notice',
  pidfile: '',
  alwaysShowLogo: false,
  notifyEvents: '',
  enableDebugCommand: 'no',
  maxmemory: 0,
  maxmemoryPolicy: 'noeviction',
  stopWritesOnBgsaveError: true,
  renames: {},
});
