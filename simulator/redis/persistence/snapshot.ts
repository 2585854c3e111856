import { inOrder, putAt } from '../../core/shared-map.ts';
import type { Database, Entry, Server, StoredDatabase } from '../host.ts';

/** The databases as they would be written to disk: only those with keys. */
export function snapshot({ databases }: Server): StoredDatabase[] {
  return databases.flatMap(({ entries }, db) =>
    entries.size === 0 ? [] : [{ db, entries: inOrder(entries).map(([key, entry]) => stored(key, entry)) }],
  );
}

/** The entries of a server never change in place but for their times, so the values can be shared. */
const stored = (key: string, entry: Readonly<Entry>): StoredDatabase['entries'][number] => {
  const { expireAt, usedAt: _, ...value } = entry;
  return [key, value, expireAt];
};

/** Puts what was stored into memory; keys whose time is over are left out. */
export function restore(
  databases: Database[],
  stored: readonly StoredDatabase[],
  now: number,
): { keys: number; expired: number } {
  let keys = 0;
  let expired = 0;
  for (const { db, entries } of stored)
    for (const [key, value, expireAt] of entries) {
      if (expireAt !== null && now > expireAt) expired++;
      else {
        const database = databases[db];
        if (database) putAt(database.entries, key, { ...value, expireAt, usedAt: now });
        keys++;
      }
    }
  return { keys, expired };
}

/** How many keys there are on disk. */
export const countKeys = (databases: readonly StoredDatabase[]): number =>
  databases.reduce((sum, { entries }) => sum + entries.length, 0);

/** Virtual ms that writing so many keys takes, or reading them (both versions: about a million a second). */
export const writingTime = (keys: number): number => Math.round(keys / 1000);
export const readingTime = (keys: number): number => Math.round(keys / 1000);
