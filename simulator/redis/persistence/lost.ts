import { inOrder } from '../../core/shared-map.ts';
import type { Redis, Server } from '../host.ts';
import { aofPath, rdbPath } from './files.ts';

/** What of the memory the next start will not find: keys that are on no disk, and keys with a value from before. */
export function lostWith(host: Redis, server: Server): { lost: string[]; older: string[] } {
  const file = host.disk.get(server.settings.appendonly ? aofPath(host, server) : rdbPath(host, server));
  const saved = new Map(file && file.kind !== 'folder' ? file.databases.map(({ db, entries }) => [db, entries]) : []);
  const [lost, older]: [string[], string[]] = [[], []];
  for (const [db, { entries }] of server.databases.entries()) {
    if (entries.size === 0) continue;
    const values = new Map((saved.get(db) ?? []).map(([key, value]) => [key, value.value]));
    for (const [key, { value }] of inOrder(entries)) {
      if (!values.has(key)) lost.push(key);
      else if (values.get(key) !== value) older.push(key);
    }
  }
  return { lost, older };
}
