import { own } from '../../core/own.ts';
import type { Outbox } from '../../engine/world.ts';
import { type LogEntry, type Mark, master } from '../conf/log.ts';
import type { Redis, Server } from '../host.ts';
import { beginAof } from './aof.ts';
import { aofPath, rdbPath } from './files.ts';
import { countKeys, readingTime, restore } from './snapshot.ts';

/** What reading the data comes to: how long it takes (ms), what is logged, and whether it ends the server. */
export interface Loading {
  takes: number;
  entries: LogEntry[];
  corrupt: boolean;
}

/** Reads the data from disk: with `appendonly yes` that file only. */
export function load(host: Redis, server: Server, out: Outbox): Loading {
  const { settings, values } = server;
  const { appendonly } = settings;
  const entries: LogEntry[] = [];
  const say = (mark: Mark, text: string) => entries.push(master(values, mark, text));
  const path = appendonly ? aofPath(host, server) : rdbPath(host, server);
  const text = own(host.files, path);
  if (text !== undefined) {
    for (const line of corruptLines(host, settings.dbfilename, text)) say('#', line);
    return { takes: 0, entries, corrupt: true };
  }
  const file = host.disk.get(path);
  if (appendonly) {
    beginAof(host, server);
    if (!file && host.version === '7.0.15') {
      say('*', `Creating AOF base file ${settings.appendfilename}.1.base.rdb on server start`);
      say('*', `Creating AOF incr file ${settings.appendfilename}.1.incr.aof on server start`);
    }
  }
  if (!file || file.kind === 'folder') return { takes: 0, entries, corrupt: false };
  const { keys, expired } = restore(server.databases, file.databases, out.now);
  server.stats.loaded = keys;
  server.stats.loadedDead = expired;
  if (file.kind === 'rdb' && host.version === '7.0.15') {
    say('*', 'Loading RDB produced by version 7.0.15');
    say('*', `RDB age ${Math.floor((out.now - file.savedAt) / 1000)} seconds`);
    say('*', 'RDB memory usage when created 0.85 Mb');
    say('*', `Done loading RDB, keys loaded: ${keys}, keys expired: ${expired}.`);
  }
  const takes = readingTime(countKeys(file.databases));
  say('*', `DB loaded from ${file.kind === 'rdb' ? 'disk' : 'append only file'}: ${(takes / 1000).toFixed(3)} seconds`);
  if (out.noting) out.note({ kind: 'redis-loaded', file: path, keys, expired });
  return { takes, entries, corrupt: false };
}

/** What the server says of a dump.rdb that somebody has overwritten with a text (rdb.c, redis-check-rdb.c). */
function corruptLines({ version }: Redis, dbfilename: string, text: string): string[] {
  const aborting = 'Short read or OOM loading DB. Unrecoverable error, aborting now.';
  const signed = text.startsWith('REDIS');
  const old = version === '3.2.1';
  if (text.length >= 9 && !signed)
    return [
      'Wrong signature trying to load DB from file',
      `Fatal error loading the DB${old ? ': Invalid argument.' : ', check server logs.'} Exiting.`,
    ];
  if (old)
    return [
      aborting,
      `Corrupt RDB detected at rdb.c:1404 (Unexpected EOF reading RDB file). Running 'redis-check-rdb ${dbfilename}'`,
      signed ? 'Unknown RDB format version: 7' : 'Cannot read header',
    ];
  const checked = [
    'Internal error in RDB reading offset 0, function at rdb.c:3249 -> Unexpected EOF reading RDB file',
    `[offset 0] Checking RDB file ${dbfilename}`,
    '--- RDB ERROR DETECTED ---',
    '[offset 0] Unexpected EOF reading RDB file',
    '[additional info] While doing: start',
    '[additional info] Reading type 0 (string)',
    '[info] 0 keys read',
    '[info] 0 expires',
    '[info] 0 already expired',
  ];
  // What redis-check-rdb prints stands in the log as it is.
  return [aborting, checked.join('\n')];
}
