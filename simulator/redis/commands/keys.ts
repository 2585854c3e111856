import type { Reply } from '../../core/resp.ts';
import { inOrder } from '../../core/shared-map.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { matches } from '../glob.ts';
import { type Access, databaseOf, find, isDead, put, read, remove, use } from '../keyspace.ts';
import { isInt32, readNumber } from '../numbers.ts';
import { notify } from '../publish.ts';
import {
  bulk,
  bulks,
  error,
  integer,
  NIL,
  NO_SUCH_KEY,
  NOT_AN_INT32,
  NOT_AN_INTEGER,
  OK,
  ONE,
  SYNTAX_ERROR,
  status,
  ZERO,
} from '../replies.ts';

/** Commands on keys of any type. */
export const keyCommands: Record<string, Handler> = {
  del: removeAll,
  unlink: removeAll,
  exists: (call) => integer(call.argv.slice(1).filter((key) => read(call, key)).length),
  touch: (call) => integer(call.argv.slice(1).filter((key) => use(call, key)).length),
  type: (call) => status(find(call, arg(call, 1))?.type ?? 'none'),
  keys,
  dbsize: (call) => integer(databaseOf(call).entries.size),
  randomkey,
  rename: (call) => rename(call, false),
  renamenx: (call) => rename(call, true),
  move,
  copy,
  swapdb,
  dump: (call) => (find(call, arg(call, 1)) ? error(`UNMODELLED ${call.argv[0]}`) : NIL),
};

function removeAll(call: Call): Reply {
  let removed = 0;
  for (let i = 1; i < call.argv.length; i++) {
    if (!remove(call, arg(call, i))) continue;
    notify(call.server, call.db, 'g', 'del', arg(call, i), call.out);
    removed++;
  }
  return integer(removed);
}

/** 3.2.1 deletes the dead keys that it meets, 7.0.15 only hides them. */
function keys(call: Call): Reply {
  const pattern = arg(call, 1);
  const found: string[] = [];
  for (const [key, entry] of inOrder(databaseOf(call).entries, (_, key) => matches(pattern, key))) {
    if (call.host.version === '3.2.1' ? find(call, key) : !isDead(entry, call.out.now)) found.push(key);
  }
  return bulks(found);
}

function randomkey(call: Call): Reply {
  const { entries } = databaseOf(call);
  while (entries.size > 0) {
    const [key = ''] = inOrder(entries)[Math.floor(call.out.random() * entries.size)] ?? [];
    if (find(call, key)) return bulk(key);
  }
  return NIL;
}

function rename(call: Call, onlyNew: boolean): Reply {
  const { server, db, out } = call;
  const [from, to] = [arg(call, 1), arg(call, 2)];
  const entry = find(call, from);
  if (!entry) return NO_SUCH_KEY;
  if (from === to) return onlyNew ? ZERO : OK;
  if (onlyNew && find(call, to)) return ZERO;
  const { expireAt, usedAt: _, ...value } = entry;
  remove(call, from);
  put(call, to, value, expireAt);
  notify(server, db, 'g', 'rename_from', from, out);
  notify(server, db, 'g', 'rename_to', to, out);
  return onlyNew ? ONE : OK;
}

const SAME = error('ERR source and destination objects are the same');

/** The number of a database in the words of a command, or why it is none. */
function databaseIn({ host, server }: Call, text: string, noNumber: Reply): number | Reply {
  const db = readNumber(host.version, text);
  if (db === null) return noNumber;
  if (db >= 0 && db < server.databases.length) return db;
  if (host.version === '7.0.15' && noNumber === NOT_AN_INTEGER && !isInt32(db)) return NOT_AN_INT32;
  return error(host.version === '3.2.1' ? 'ERR index out of range' : 'ERR DB index is out of range');
}

function move(call: Call): Reply {
  const old = call.host.version === '3.2.1';
  const target = databaseIn(call, arg(call, 2), old ? error('ERR index out of range') : NOT_AN_INTEGER);
  if (typeof target !== 'number') return target;
  return target === call.db ? SAME : carry(call, arg(call, 1), target);
}

function carry(call: Call, key: string, db: number): Reply {
  const entry = find(call, key);
  const there: Access = { ...call, db };
  if (!entry || find(there, key)) return ZERO;
  const { expireAt, usedAt: _, ...value } = entry;
  put(there, key, value, expireAt);
  remove(call, key);
  return ONE;
}

/** COPY source destination [DB number] [REPLACE]. */
function copy(call: Call): Reply {
  const { argv } = call;
  let db = call.db;
  let replace = false;
  for (let i = 3; i < argv.length; i++) {
    const word = arg(call, i).toLowerCase();
    if (word === 'replace') replace = true;
    else if (word === 'db' && i + 1 < argv.length) {
      const target = databaseIn(call, arg(call, ++i), NOT_AN_INTEGER);
      if (typeof target !== 'number') return target;
      db = target;
    } else return SYNTAX_ERROR;
  }
  const [from, to] = [arg(call, 1), arg(call, 2)];
  if (from === to && db === call.db) return SAME;
  const entry = find(call, from);
  const there: Access = { ...call, db };
  if (!entry || (find(there, to) && !replace)) return ZERO;
  const { expireAt, usedAt: _, ...value } = entry;
  put(there, to, value, expireAt);
  return ONE;
}

function swapdb(call: Call): Reply {
  const { host, server } = call;
  const first = databaseIn(call, arg(call, 1), error('ERR invalid first DB index'));
  if (typeof first !== 'number') return first;
  const second = databaseIn(call, arg(call, 2), error('ERR invalid second DB index'));
  if (typeof second !== 'number') return second;
  const one = databaseOf({ ...call, host, db: first });
  const other = databaseOf({ ...call, host, db: second });
  [one.entries, other.entries] = [other.entries, one.entries];
  server.dirty++;
  return OK;
}
