import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { find, put, read, remove } from '../keyspace.ts';
import { readNumber } from '../numbers.ts';
import { notify } from '../publish.ts';
import {
  bulk,
  bulks,
  EMPTY_ARRAY,
  error,
  integer,
  NIL,
  NIL_ARRAY,
  NO_SUCH_KEY,
  NOT_AN_INTEGER,
  OK,
  SYNTAX_ERROR,
  WRONG_TYPE,
  wrongArity,
  ZERO,
} from '../replies.ts';
import { lpos } from './list-search.ts';
import { piece } from './zset-range.ts';

/** Lists (t_list.c), as far as nobody waits for them. */
export const listCommands: Record<string, Handler> = {
  lpush: (call) => push(call, 'head', true),
  rpush: (call) => push(call, 'tail', true),
  lpushx: (call) => push(call, 'head', false),
  rpushx: (call) => push(call, 'tail', false),
  lpop: (call) => pop(call, 'head'),
  rpop: (call) => pop(call, 'tail'),
  llen: (call) => listIn(call, ZERO, (items) => integer(items.length)),
  lindex: (call) => listIn(call, NIL, (items) => elementAt(call, items)),
  lrange: (call) =>
    ranged(call, (start, stop) => listIn(call, EMPTY_ARRAY, (items) => bulks(piece(items, start, stop)))),
  ltrim: (call) => ranged(call, (start, stop) => listIn(call, OK, (items) => trim(call, piece(items, start, stop)))),
  lset: (call) => listIn(call, NO_SUCH_KEY, (items) => set(call, items)),
  lrem,
  linsert,
  lpos,
  rpoplpush: (call) => move(call, 'tail', 'head'),
  lmove,
};

type Side = 'head' | 'tail';

/** What is done with a list; `missing`: there is none. */
function listIn(call: Call, missing: Reply, work: (items: readonly string[]) => Reply): Reply {
  const entry = read(call, arg(call, 1));
  if (!entry) return missing;
  return entry.type === 'list' ? work(entry.value) : WRONG_TYPE;
}

/** Keeps a list under a key, and tells of it; an empty one is no key. */
function keep(call: Call, key: string, items: readonly string[], event: string): void {
  const { server, db, out } = call;
  const before = find(call, key);
  notify(server, db, 'l', event, key, out);
  if (items.length > 0) {
    put(call, key, { type: 'list', value: items }, before?.expireAt ?? null);
    server.lists = [...server.lists, key];
  } else if (remove(call, key)) notify(server, db, 'g', 'del', key, out);
}

function push(call: Call, side: Side, begins: boolean): Reply {
  const { argv } = call;
  const key = arg(call, 1);
  const entry = find(call, key);
  if (entry && entry.type !== 'list') return WRONG_TYPE;
  if (!entry && !begins) return ZERO;
  const before = entry?.value ?? [];
  const added = argv.slice(2);
  const items = side === 'head' ? [...added.reverse(), ...before] : [...before, ...added];
  keep(call, key, items, side === 'head' ? 'lpush' : 'rpush');
  return integer(items.length);
}

/** LPOP and RPOP key [count], the count since 6.2. */
function pop(call: Call, side: Side): Reply {
  const { argv, host } = call;
  if (argv.length > 3) return wrongArity((argv[0] ?? '').toLowerCase());
  const counted = argv.length === 3;
  const count = counted ? readNumber(host.version, arg(call, 2)) : 1;
  if (count === null || count < 0) return error('ERR value is out of range, must be positive');
  return listIn(call, counted ? NIL_ARRAY : NIL, (items) => {
    if (count === 0) return EMPTY_ARRAY;
    const taken = side === 'head' ? items.slice(0, count) : items.slice(-count).reverse();
    const left = side === 'head' ? items.slice(count) : items.slice(0, -count);
    keep(call, arg(call, 1), left, side === 'head' ? 'lpop' : 'rpop');
    return counted ? bulks(taken) : bulk(taken[0] ?? '');
  });
}

function elementAt(call: Call, items: readonly string[]): Reply {
  const index = readNumber(call.host.version, arg(call, 2));
  if (index === null) return NOT_AN_INTEGER;
  const item = items.at(index);
  return item === undefined ? NIL : bulk(item);
}

/** The two places of LRANGE and LTRIM are read before the key is looked at. */
function ranged(call: Call, work: (start: number, stop: number) => Reply): Reply {
  const [start, stop] = [readNumber(call.host.version, arg(call, 2)), readNumber(call.host.version, arg(call, 3))];
  return start === null || stop === null ? NOT_AN_INTEGER : work(start, stop);
}

function trim(call: Call, left: readonly string[]): Reply {
  keep(call, arg(call, 1), left, 'ltrim');
  return OK;
}

function set(call: Call, items: readonly string[]): Reply {
  const index = readNumber(call.host.version, arg(call, 2));
  if (index === null) return NOT_AN_INTEGER;
  const place = index < 0 ? index + items.length : index;
  if (place < 0 || place >= items.length) return error('ERR index out of range');
  keep(call, arg(call, 1), items.with(place, arg(call, 3)), 'lset');
  return OK;
}

/** LREM key count element: from the front, from the back (a count below 0), all of them (0). */
function lrem(call: Call): Reply {
  const count = readNumber(call.host.version, arg(call, 2));
  if (count === null) return NOT_AN_INTEGER;
  return listIn(call, ZERO, (items) => {
    let left = count === 0 ? items.length : Math.abs(count);
    const ordered = count < 0 ? [...items].reverse() : items;
    const kept = ordered.filter((item) => item !== arg(call, 3) || left-- <= 0);
    if (kept.length === items.length) return ZERO;
    keep(call, arg(call, 1), count < 0 ? kept.reverse() : kept, 'lrem');
    return integer(items.length - kept.length);
  });
}

/** LINSERT key BEFORE | AFTER pivot element. */
function linsert(call: Call): Reply {
  const where = arg(call, 2).toLowerCase();
  if (where !== 'before' && where !== 'after') return SYNTAX_ERROR;
  return listIn(call, ZERO, (items) => {
    const at = items.indexOf(arg(call, 3));
    if (at < 0) return integer(-1);
    keep(call, arg(call, 1), items.toSpliced(where === 'before' ? at : at + 1, 0, arg(call, 4)), 'linsert');
    return integer(items.length + 1);
  });
}

/** LMOVE source destination LEFT | RIGHT LEFT | RIGHT. */
function lmove(call: Call): Reply {
  const [from, to] = [sides.get(arg(call, 3).toLowerCase()), sides.get(arg(call, 4).toLowerCase())];
  return from && to ? move(call, from, to) : SYNTAX_ERROR;
}

const sides: ReadonlyMap<string, Side> = new Map([
  ['left', 'head'],
  ['right', 'tail'],
]);

/** Takes an element from one list into another, which may be the same; the other one is looked at only if there is one. */
function move(call: Call, from: Side, to: Side): Reply {
  const [source, target] = [arg(call, 1), arg(call, 2)];
  return listIn(call, NIL, (items) => {
    const other = find(call, target);
    if (other && other.type !== 'list') return WRONG_TYPE;
    const taken = items.at(from === 'head' ? 0 : -1) ?? '';
    const left = from === 'head' ? items.slice(1) : items.slice(0, -1);
    const into = source === target ? left : (other?.value ?? []);
    if (source !== target) keep(call, source, left, from === 'head' ? 'lpop' : 'rpop');
    keep(call, target, to === 'head' ? [taken, ...into] : [...into, taken], to === 'head' ? 'lpush' : 'rpush');
    return bulk(taken);
  });
}
