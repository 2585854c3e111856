import type { Outbox } from '../../engine/world.ts';
import type { Redis, Server } from '../host.ts';
import { log, logLine, write } from '../log.ts';
import { beginAof } from './aof.ts';
import { aofPath, rdbPath } from './files.ts';
import { countKeys, readingTime, restore } from './snapshot.ts';

/** Reads the data from disk: with `appendonly yes` that file only. How long it takes (ms), or that it is unreadable. */
export function load(host: Redis, server: Server, out: Outbox): number | 'corrupt' {
  const { appendonly } = server.settings;
  const path = appendonly ? aofPath(host, server) : rdbPath(host, server);
  if (path in host.files) {
    for (const line of corruptLines(host, server, host.files[path] ?? '')) write(host, line(host, out), out);
    return 'corrupt';
  }
  const file = host.disk.get(path);
  if (appendonly) beginAof(host, server);
  if (!file || file.kind === 'folder') return 0;
  const { keys, expired } = restore(server.databases, file.databases, out.now);
  server.stats.loaded = keys;
  server.stats.loadedDead = expired;
  if (file.kind === 'rdb' && host.version === '7.0.15') {
    log(host, '*', 'Loading RDB produced by version 7.0.15', out);
    log(host, '*', `RDB age ${Math.floor((out.now - file.savedAt) / 1000)} seconds`, out);
    log(host, '*', 'RDB memory usage when created 0.85 Mb', out);
    log(host, '*', `Done loading RDB, keys loaded: ${keys}, keys expired: ${expired}.`, out);
  }
  const takes = readingTime(countKeys(file.databases));
  const seconds = (takes / 1000).toFixed(3);
  log(host, '*', `DB loaded from ${file.kind === 'rdb' ? 'disk' : 'append only file'}: ${seconds} seconds`, out);
  if (out.noting) out.note({ kind: 'redis-loaded', file: path, keys, expired });
  return takes;
}

type Line = (host: Redis, out: Outbox) => string;

/** What the server says of a dump.rdb that somebody has overwritten with a text (rdb.c, redis-check-rdb.c). */
function corruptLines(host: Redis, { settings }: Server, text: string): Line[] {
  const logged =
    (words: string): Line =>
    (host, out) =>
      logLine(host, 'M', '#', words, out);
  const plain =
    (words: string): Line =>
    () =>
      words;
  const aborting = logged('Short read or OOM loading DB. Unrecoverable error, aborting now.');
  const { dbfilename } = settings;
  const header = text.startsWith('REDIS');
  if (host.version === '3.2.1')
    return text.length < 9 || header
      ? [
          aborting,
          logged(
            `Corrupt RDB detected at rdb.c:1404 (Unexpected EOF reading RDB file). Running 'redis-check-rdb ${dbfilename}'`,
          ),
          logged(header ? 'Unknown RDB format version: 7' : 'Cannot read header'),
        ]
      : [
          logged('Wrong signature trying to load DB from file'),
          logged('Fatal error loading the DB: Invalid argument. Exiting.'),
        ];
  if (text.length >= 9 && !header)
    return [
      logged('Wrong signature trying to load DB from file'),
      logged('Fatal error loading the DB, check server logs. Exiting.'),
    ];
  return [
    aborting,
    logged('Internal error in RDB reading offset 0, function at rdb.c:3249 -> Unexpected EOF reading RDB file'),
    ...[
      `[offset 0] Checking RDB file ${dbfilename}`,
      '--- RDB ERROR DETECTED ---',
      '[offset 0] Unexpected EOF reading RDB file',
      '[additional info] While doing: start',
      '[additional info] Reading type 0 (string)',
      '[info] 0 keys read',
      '[info] 0 expires',
      '[info] 0 already expired',
    ].map(plain),
  ];
}
