import type { Outbox } from '../../engine/world.ts';
import { keepBusy } from '../cron.ts';
import type { Redis, Server, StoredDatabase } from '../host.ts';
import { log } from '../log.ts';
import { placed } from '../places.ts';
import { canWrite, rdbPath, writeTo } from './files.ts';
import { countKeys, snapshot, writingTime } from './snapshot.ts';

/** Why the databases are written. */
export type Occasion = 'command' | 'changes' | 'shutdown';

/** SAVE: writes dump.rdb while everybody waits. False: it cannot be written; the log says why. */
export function save(host: Redis, server: Server, why: Occasion, out: Outbox): boolean {
  if (!canWrite(host, server)) {
    log(host, '#', cannotOpen(host), out);
    return false;
  }
  const databases = snapshot(server);
  writeRdb(host, server, databases, why, out);
  if (why === 'command') keepBusy(server, writingTime(countKeys(databases)), out);
  log(host, '*', 'DB saved on disk', out);
  saved(server, out);
  return true;
}

/** The words of a save that fails: the folder is gone. */
export function cannotOpen({ version }: Redis): string {
  return version === '3.2.1'
    ? 'Failed opening .rdb for saving: No such file or directory'
    : `Failed opening the temp RDB file temp-1000.rdb (in server root dir unknown) for saving: No such file or directory`;
}

export function writeRdb(
  host: Redis,
  server: Server,
  databases: readonly StoredDatabase[],
  why: Occasion,
  out: Outbox,
): void {
  const file = rdbPath(host, server);
  writeTo(host, file, { kind: 'rdb', databases, savedAt: out.now });
  const by = why === 'command' ? {} : placed(host, server, 'save');
  if (out.noting) out.note({ kind: 'redis-saved', file, keys: countKeys(databases), why, ...by });
}

/** All changes up to now are on disk. */
export function saved(server: Server, out: Outbox): void {
  server.dirty = 0;
  server.savedAt = out.now;
  server.saveFailed = false;
  server.stats.saves++;
}
