import { dropAt, eachOf, inOrder, ownAt, putAt, valueAt } from '../core/shared-map.ts';
import type { Outbox } from '../engine/world.ts';
import { arm } from './cron.ts';
import type { Database, Entry, Redis, Server, Value } from './host.ts';
import { notify } from './publish.ts';

/** What the lab keeps of a text at most, in bytes. The real ones take sixteen times as much, for which no page has the memory. */
export const LONGEST_TEXT = 32 * 1024 * 1024;

/** Whose turn it is, on what: enough to read and change keys. */
export interface Access {
  host: Redis;
  server: Server;
  db: number;
  out: Outbox;
}

export function databaseOf({ server, db }: Access): Database {
  const database = server.databases[db];
  if (!database) throw new Error(`no database ${db}`);
  return database;
}

/**
 * A living key's entry, to be looked at only; a dead one is deleted on the way (expireIfNeeded of db.c: dead when now is
 * past its end).
 */
export function find(access: Access, key: string): Readonly<Entry> | undefined {
  return living(access, key, valueAt(databaseOf(access).entries, key));
}

function living<E extends Readonly<Entry>>(access: Access, key: string, entry: E | undefined): E | undefined {
  if (entry === undefined || !isDead(entry, access.out.now)) return entry;
  expire(access, key, 'access');
  return undefined;
}

/** Whether a key's time is over, though it may still be there. */
export const isDead = ({ expireAt }: Pick<Entry, 'expireAt'>, now: number): boolean =>
  expireAt !== null && now > expireAt;

/** A living key's entry, used now. */
export function use(access: Access, key: string): Readonly<Entry> | undefined {
  const entry = living(access, key, ownAt(databaseOf(access).entries, key));
  if (entry) entry.usedAt = access.out.now;
  return entry;
}

/** The same, counted in INFO as a hit or a miss of a read. */
export function read(access: Access, key: string): Readonly<Entry> | undefined {
  const entry = use(access, key);
  if (entry) access.server.stats.hits++;
  else access.server.stats.misses++;
  return entry;
}

/** Puts a new value with its end in a key's place. */
export function put(access: Access, key: string, value: Value, expireAt: number | null): void {
  putAt(databaseOf(access).entries, key, { ...value, expireAt, usedAt: access.out.now });
  if (expireAt !== null) armExpiry(access, expireAt);
  touched(access, key);
}

/** Puts a text in a key's place: what sessions do most. */
export function putText(access: Access, key: string, value: string, expireAt: number | null): void {
  putAt(databaseOf(access).entries, key, { type: 'string', value, expireAt, usedAt: access.out.now });
  if (expireAt !== null) armExpiry(access, expireAt);
  touched(access, key);
}

/** Changes a text, keeping its end, or begins one. `raw`: piece by piece. */
export function setText(
  access: Access,
  key: string,
  entry: Readonly<Entry> | undefined,
  value: string,
  raw = false,
): void {
  const text = { type: 'string', value } as const;
  put(access, key, raw ? { ...text, raw } : text, entry?.expireAt ?? null);
}

/** Sets or removes a living key's end. */
export function setEnd(access: Access, key: string, expireAt: number | null): void {
  const entry = ownAt(databaseOf(access).entries, key);
  if (!entry) throw new Error(`no key ${key} whose end could be set`);
  entry.expireAt = expireAt;
  if (expireAt !== null) armExpiry(access, expireAt);
  touched(access, key);
}

/** Deletes a living key. False: there was none. */
export function remove(access: Access, key: string): boolean {
  if (!find(access, key)) return false;
  dropAt(databaseOf(access).entries, key);
  touched(access, key);
  return true;
}

/** Deletes a key whose time is over. */
function expire(access: Access, key: string, found: 'access' | 'cycle'): void {
  const { host, server, db, out } = access;
  dropAt(databaseOf(access).entries, key);
  server.stats.expired++;
  // 3.2.1 does not tell those who watch the key.
  if (server.watching > 0 && host.version === '7.0.15') breakWatches(server, db, key);
  notify(server, db, 'x', 'expired', key, out);
  if (out.noting) out.note({ kind: 'redis-expired', db, key, found });
}

/** A key was changed: counted for the save points, told to those who watch it. */
export function touched({ server, db, out }: Access, key: string): void {
  server.dirty++;
  for (const { seconds, changes } of server.settings.save)
    if (server.dirty === changes) arm(server, server.savedAt + saveDelay(seconds), out);
  if (server.watching > 0) breakWatches(server, db, key);
}

/** `save 900 1` means more than 900 whole seconds. */
export const saveDelay = (seconds: number): number => (seconds + 1) * 1000;

function breakWatches(server: Server, db: number, key: string): void {
  for (const client of server.clients.values())
    if (client.watched.some((watched) => watched.db === db && watched.key === key)) client.watchBroken = true;
}

/** The periodic work runs ten times a second: it finds a dead key half a turn late on average. */
const HALF_TURN = 50;

function armExpiry({ server, out }: Access, expireAt: number): void {
  if (server.activeExpire) arm(server, expireAt + HALF_TURN, out);
}

/** Deletes what is dead, as the periodic work does; when it has to look again, if ever. */
export function expireAll(access: Omit<Access, 'db'>): number | null {
  const { server, out } = access;
  let next = Infinity;
  for (const [db, { entries }] of server.databases.entries()) {
    for (const [key] of inOrder(entries, (entry) => isDead(entry, out.now))) expire({ ...access, db }, key, 'cycle');
    eachOf(entries, ({ expireAt }) => {
      if (expireAt !== null && expireAt < next) next = expireAt;
    });
  }
  return next === Infinity ? null : next + HALF_TURN;
}
