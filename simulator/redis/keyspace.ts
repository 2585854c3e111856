import type { Outbox } from '../engine/world.ts';
import type { Database, Entry, Server, Value } from './host.ts';

/** Whose turn it is, on what: enough to read and change keys. */
export interface Access {
  server: Server;
  db: number;
  out: Outbox;
}

export function databaseOf({ server, db }: Access): Database {
  const database = server.databases[db];
  if (!database) throw new Error(`no database ${db}`);
  return database;
}

/** A living key's entry; a dead one is deleted on the way (expireIfNeeded of db.c: dead when now is past its end). */
export function find(access: Access, key: string): Entry | undefined {
  const entry = databaseOf(access).entries.get(key);
  if (entry === undefined) return undefined;
  const { now } = access.out;
  if (isDead(entry, now)) {
    expire(access, key, 'access');
    return undefined;
  }
  entry.usedAt = now;
  return entry;
}

/** Whether a key's time is over, though it may still be there. */
export const isDead = ({ expireAt }: Entry, now: number): boolean => expireAt !== null && now > expireAt;

/** The same, counted in INFO as a hit or a miss of a read. */
export function read(access: Access, key: string): Entry | undefined {
  const entry = find(access, key);
  if (entry) access.server.stats.hits++;
  else access.server.stats.misses++;
  return entry;
}

/** Puts a new value with its end in a key's place. */
export function put(access: Access, key: string, value: Value, expireAt: number | null): void {
  databaseOf(access).entries.set(key, { ...value, expireAt, usedAt: access.out.now });
  touched(access, key);
}

/** Puts a text in a key's place: what sessions do most. */
export function putText(access: Access, key: string, value: string, expireAt: number | null): void {
  databaseOf(access).entries.set(key, { type: 'string', value, expireAt, usedAt: access.out.now });
  touched(access, key);
}

/** Changes a text, keeping its end, or begins one. */
export function setText(access: Access, key: string, entry: Entry | undefined, value: string): void {
  putText(access, key, value, entry?.expireAt ?? null);
}

/** Sets or removes a key's end. */
export function setEnd(access: Access, key: string, entry: Entry, expireAt: number | null): void {
  entry.expireAt = expireAt;
  touched(access, key);
}

/** Deletes a living key. False: there was none. */
export function remove(access: Access, key: string): boolean {
  if (!find(access, key)) return false;
  databaseOf(access).entries.delete(key);
  touched(access, key);
  return true;
}

/** Deletes a key whose time is over. */
export function expire(access: Access, key: string, found: 'access' | 'cycle'): void {
  const { server, db, out } = access;
  databaseOf(access).entries.delete(key);
  server.stats.expired++;
  if (out.noting) out.note({ kind: 'redis-expired', db, key, found });
}

/** A key was changed: counted for the save points. */
function touched({ server }: Access, _key: string): void {
  server.dirty++;
}
