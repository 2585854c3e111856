import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { find, LONGEST_TEXT, putText, read, remove, setEnd, setText } from '../keyspace.ts';
import { isInt64, readInteger, readNumber } from '../numbers.ts';
import { notify } from '../publish.ts';
import {
  array,
  bulk,
  error,
  integer,
  NIL,
  NOT_AN_INTEGER,
  OK,
  ONE,
  SYNTAX_ERROR,
  WRONG_TYPE,
  wrongArity,
  ZERO,
} from '../replies.ts';
import { readEnd } from './ends.ts';

/** Commands on texts. */
export const stringCommands: Record<string, Handler> = {
  get: (call) => got(call, arg(call, 1)),
  set,
  setnx(call) {
    if (find(call, arg(call, 1))) return ZERO;
    begin(call, arg(call, 1), arg(call, 2), null);
    return ONE;
  },
  setex: (call) => setWithEnd(call, 'setex', 's'),
  psetex: (call) => setWithEnd(call, 'psetex', 'ms'),
  getset(call) {
    const before = got(call, arg(call, 1));
    if (before !== WRONG_TYPE) begin(call, arg(call, 1), arg(call, 2), null);
    return before;
  },
  getdel,
  getex,
  mget: (call) => array(call.argv.slice(1).map((key) => textOrNil(call, key))),
  mset: (call) => mset(call),
  msetnx: (call) => mset(call),
  strlen(call) {
    const entry = read(call, arg(call, 1));
    if (!entry) return ZERO;
    return entry.type === 'string' ? integer(entry.value.length) : WRONG_TYPE;
  },
  append,
  getrange: range,
  substr: range,
  setrange,
  incr: (call) => add(call, 1n),
  decr: (call) => add(call, -1n),
  incrby: (call) => addArgument(call, 1n),
  decrby: (call) => addArgument(call, -1n),
};

/** A new text in a key's place, told to those who want to hear of it. */
function begin(call: Call, key: string, value: string, end: number | null, ends = false): void {
  putText(call, key, value, end);
  tell(call, '$', 'set', key);
  if (ends) tell(call, 'g', 'expire', key);
}

const tell = ({ server, db, out }: Call, type: string, event: string, key: string) =>
  notify(server, db, type, event, key, out);

function got(call: Call, key: string): Reply {
  const entry = read(call, key);
  if (!entry) return NIL;
  return entry.type === 'string' ? bulk(entry.value) : WRONG_TYPE;
}

function textOrNil(call: Call, key: string): Reply {
  const entry = read(call, key);
  return entry?.type === 'string' ? bulk(entry.value) : NIL;
}

function set(call: Call): Reply {
  if (call.argv.length === 3) {
    begin(call, arg(call, 1), arg(call, 2), null);
    return OK;
  }
  const options = readSetOptions(call);
  if ('type' in options) return options;
  const { onlyNew, onlyOld, keepEnd, tellOld, end } = options;
  const key = arg(call, 1);
  const entry = find(call, key);
  if (tellOld && entry && entry.type !== 'string') return WRONG_TYPE;
  const before = entry?.type === 'string' ? bulk(entry.value) : NIL;
  if ((onlyNew && entry) || (onlyOld && !entry)) return tellOld ? before : NIL;
  begin(call, key, arg(call, 2), keepEnd ? (entry?.expireAt ?? null) : end, end !== null);
  return tellOld ? before : OK;
}

interface SetOptions {
  onlyNew: boolean;
  onlyOld: boolean;
  keepEnd: boolean;
  tellOld: boolean;
  end: number | null;
}

/** NX, XX, EX, PX; 7.0.15 also KEEPTTL, GET, EXAT, PXAT. */
function readSetOptions(call: Call): SetOptions | Reply {
  const { argv, host } = call;
  const today = host.version === '7.0.15';
  const options: SetOptions = { onlyNew: false, onlyOld: false, keepEnd: false, tellOld: false, end: null };
  let unit: string | undefined;
  let amount = '';
  for (let i = 3; i < argv.length; i++) {
    const word = arg(call, i).toUpperCase();
    if (word === 'NX' && !options.onlyOld) options.onlyNew = true;
    else if (word === 'XX' && !options.onlyNew) options.onlyOld = true;
    else if (today && word === 'GET') options.tellOld = true;
    else if (today && word === 'KEEPTTL' && unit === undefined) options.keepEnd = true;
    else if (isUnit(word, today) && unit === undefined && !options.keepEnd && i + 1 < argv.length) {
      unit = word;
      amount = arg(call, ++i);
    } else return SYNTAX_ERROR;
  }
  if (unit === undefined) return options;
  const end = readEnd(call, amount, unit, 'set');
  return typeof end === 'number' ? { ...options, end } : end;
}

const isUnit = (word: string, today: boolean) =>
  word === 'EX' || word === 'PX' || (today && (word === 'EXAT' || word === 'PXAT'));

function setWithEnd(call: Call, name: 'setex' | 'psetex', unit: 's' | 'ms'): Reply {
  const end = readEnd(call, arg(call, 2), unit === 's' ? 'EX' : 'PX', name);
  if (typeof end !== 'number') return end;
  begin(call, arg(call, 1), arg(call, 3), end, true);
  return OK;
}

function getdel(call: Call): Reply {
  const before = got(call, arg(call, 1));
  if (before !== NIL && before !== WRONG_TYPE) remove(call, arg(call, 1));
  return before;
}

/** GETEX key [EX n | PX n | EXAT n | PXAT n | PERSIST]. */
function getex(call: Call): Reply {
  const { argv } = call;
  const word = arg(call, 2).toUpperCase();
  const takesAmount = isUnit(word, true);
  if (argv.length > 2 && (takesAmount ? argv.length !== 4 : word !== 'PERSIST' || argv.length !== 3))
    return SYNTAX_ERROR;
  const key = arg(call, 1);
  const entry = read(call, key);
  if (!entry) return NIL;
  if (entry.type !== 'string') return WRONG_TYPE;
  const end = takesAmount ? readEnd(call, arg(call, 3), word, 'getex') : null;
  if (end !== null && typeof end !== 'number') return end;
  const reply = bulk(entry.value);
  if (end !== null && end <= call.out.now) remove(call, key);
  else if (argv.length > 2) setEnd(call, key, end);
  return reply;
}

function mset(call: Call): Reply {
  const { argv, host } = call;
  const name = (argv[0] ?? '').toLowerCase();
  if (argv.length % 2 === 0)
    return host.version === '3.2.1' ? error('ERR wrong number of arguments for MSET') : wrongArity(name);
  const keys = argv.filter((_, index) => index % 2 === 1);
  if (name === 'msetnx' && keys.some((key) => find(call, key))) return ZERO;
  for (let i = 1; i < argv.length; i += 2) begin(call, arg(call, i), arg(call, i + 1), null);
  return name === 'msetnx' ? ONE : OK;
}

function append(call: Call): Reply {
  const [key, more] = [arg(call, 1), arg(call, 2)];
  const entry = find(call, key);
  if (entry && entry.type !== 'string') return WRONG_TYPE;
  const value = (entry?.value ?? '') + more;
  if (value.length > LONGEST_TEXT) return tooLong(call);
  setText(call, key, entry, value, entry !== undefined);
  tell(call, '$', 'append', key);
  return integer(value.length);
}

function range(call: Call): Reply {
  const { version } = call.host;
  const [start, end] = [readNumber(version, arg(call, 2)), readNumber(version, arg(call, 3))];
  if (start === null || end === null) return NOT_AN_INTEGER;
  const entry = read(call, arg(call, 1));
  if (!entry) return bulk('');
  if (entry.type !== 'string') return WRONG_TYPE;
  const { length } = entry.value;
  const from = Math.max(start < 0 ? length + start : start, 0);
  const to = Math.min(Math.max(end < 0 ? length + end : end, 0), length - 1);
  return bulk((start < 0 && end < 0 && start > end) || from > to ? '' : entry.value.slice(from, to + 1));
}

const tooLong = ({ host }: Call) =>
  error(`ERR string exceeds maximum allowed size (${host.version === '3.2.1' ? '512MB' : 'proto-max-bulk-len'})`);

function setrange(call: Call): Reply {
  const [key, more] = [arg(call, 1), arg(call, 3)];
  const offset = readNumber(call.host.version, arg(call, 2));
  if (offset === null) return NOT_AN_INTEGER;
  if (offset < 0) return error('ERR offset is out of range');
  const entry = find(call, key);
  if (entry && entry.type !== 'string') return WRONG_TYPE;
  const before = entry?.value ?? '';
  if (more === '') return integer(before.length);
  if (offset + more.length > LONGEST_TEXT) return tooLong(call);
  const value = before.slice(0, offset).padEnd(offset, '\0') + more + before.slice(offset + more.length);
  setText(call, key, entry, value, true);
  tell(call, '$', 'setrange', key);
  return integer(value.length);
}

function addArgument(call: Call, sign: bigint): Reply {
  const amount = readInteger(call.host.version, arg(call, 2));
  if (amount === null) return NOT_AN_INTEGER;
  if (sign < 0 && !isInt64(-amount)) return error('ERR decrement would overflow');
  return add(call, sign * amount);
}

function add(call: Call, amount: bigint): Reply {
  const key = arg(call, 1);
  const entry = find(call, key);
  if (entry && entry.type !== 'string') return WRONG_TYPE;
  const before = readInteger(call.host.version, entry?.value ?? '0');
  if (before === null) return NOT_AN_INTEGER;
  const sum = before + amount;
  if (!isInt64(sum)) return error('ERR increment or decrement would overflow');
  setText(call, key, entry, String(sum));
  tell(call, '$', 'incrby', key);
  return integer(sum);
}
