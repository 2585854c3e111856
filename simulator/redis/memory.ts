import { dropAt, eachOf, inOrder } from '../core/shared-map.ts';
import type { Outbox } from '../engine/world.ts';
import type { Database, Entry, Redis, Server } from './host.ts';
import { placed } from './places.ts';

/** What an empty server uses, roughly (bytes): INFO of a fresh 3.2.1 and 7.0.15 differ by less than this is exact. */
const EMPTY_SERVER = 850_000;
/** What a key costs beside its name and value: dict entry, object and string headers. */
const PER_KEY = 64;

/** What a connection costs: its state and its buffer for answers. */
const PER_CLIENT = 17_000;

/** Bytes in use, estimated: the real number depends on the allocator. */
export function usedMemory({ databases, clients }: Server): number {
  const bytes = EMPTY_SERVER + clients.size * PER_CLIENT;
  return bytes + sizeOfKeys(databases);
}

function sizeOfKeys(databases: readonly Database[]): number {
  let bytes = 0;
  for (const { entries } of databases)
    eachOf(entries, (entry, key) => {
      bytes += sizeOf(key, entry);
    });
  return bytes;
}

/** What one key takes, estimated. */
export function sizeOf(key: string, entry: Readonly<Entry>): number {
  return PER_KEY + key.length + valueSize(entry);
}

function valueSize(entry: Readonly<Entry>): number {
  if (entry.type === 'string') return entry.value.length;
  let bytes = 0;
  for (const item of entry.value) bytes += typeof item === 'string' ? item.length + 11 : item[0].length + 24;
  return bytes;
}

/** The `maxmemory` under which a CONFIG SET by one more client takes away half of what the keys take. */
export function evictingAt(server: Server): number {
  return usedMemory(server) + PER_CLIENT - Math.ceil(sizeOfKeys(server.databases) / 2);
}

/** Whether there is more in memory than is allowed. */
export const isFull = (server: Server): boolean => usedMemory(server) > server.settings.maxmemory;

/** Takes keys away by the policy until the rest fits, or none is left that may go (freeMemoryIfNeeded). */
export function evict(host: Redis, server: Server, out: Outbox): void {
  const { maxmemory, maxmemoryPolicy: policy } = server.settings;
  if (maxmemory === 0 || policy === 'noeviction') return;
  let excess = usedMemory(server) - maxmemory;
  while (excess > 0) {
    const victim = choose(server, policy, out);
    if (!victim) return;
    const { db, entries, key, entry } = victim;
    excess -= sizeOf(key, entry);
    dropAt(entries, key);
    server.stats.evicted++;
    if (out.noting)
      out.note({ kind: 'redis-evicted', db, key, policy, ...placed(host, server, 'maxmemory-policy', 'maxmemory') });
  }
}

interface Victim {
  db: number;
  entries: Database['entries'];
  key: string;
  entry: Readonly<Entry>;
}

/** The real server looks at a few keys by chance; here the best of all goes. */
function choose({ databases }: Server, policy: string, out: Outbox): Victim | undefined {
  const candidates: Victim[] = [];
  for (const [db, { entries }] of databases.entries())
    for (const [key, entry] of inOrder(entries))
      if (!policy.startsWith('volatile-') || entry.expireAt !== null) candidates.push({ db, entries, key, entry });
  if (policy.endsWith('-random')) return candidates[Math.floor(out.random() * candidates.length)];
  const rank =
    policy === 'volatile-ttl' ? ({ entry }: Victim) => entry.expireAt ?? 0 : ({ entry }: Victim) => entry.usedAt;
  let best: Victim | undefined;
  for (const candidate of candidates) if (!best || rank(candidate) < rank(best)) best = candidate;
  return best;
}
