import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { compute } from '../computing.ts';
import type { Value } from '../host.ts';
import { find } from '../keyspace.ts';
import { readInteger } from '../numbers.ts';
import { error, NO_SUCH_KEY, NOT_AN_INTEGER, SYNTAX_ERROR, WRONG_TYPE, wrongArity } from '../replies.ts';

/** What has to be right before a command is worked out elsewhere. */
interface Foreign {
  type: Value['type'];
  /** How many of the first words are keys of that type; -1: all the rest. */
  keys: number;
  /** Which words are 64-bit integers. */
  integers?: readonly number[];
  /** Which words are numbers with a fraction. */
  floats?: readonly number[];
  /** Which words are the ends of a range of scores. */
  scores?: readonly number[];
  check?: (call: Call) => Reply | undefined;
}

const of = (type: Value['type'], more: Partial<Foreign> = {}): Foreign => ({ type, keys: 1, ...more });

/** Words from there on come in pairs. */
const pairs = (from: number) => (call: Call) =>
  (call.argv.length - from) % 2 === 0 ? undefined : wrongArity((call.argv[0] ?? '').toLowerCase());

const known: Readonly<Record<string, Foreign>> = {
  hset: of('hash', { check: pairs(2) }),
  hmset: of('hash', {
    check: (call) =>
      call.argv.length % 2 === 0
        ? undefined
        : call.host.version === '3.2.1'
          ? error('ERR wrong number of arguments for HMSET')
          : wrongArity('hmset'),
  }),
  hsetnx: of('hash'),
  hget: of('hash'),
  hmget: of('hash'),
  hdel: of('hash'),
  hlen: of('hash'),
  hstrlen: of('hash'),
  hkeys: of('hash'),
  hvals: of('hash'),
  hgetall: of('hash'),
  hexists: of('hash'),
  hincrby: of('hash', { integers: [3], check: checkHincrby }),
  hincrbyfloat: of('hash', { floats: [3], check: checkHincrbyfloat }),
  lpush: of('list'),
  rpush: of('list'),
  lpushx: of('list'),
  rpushx: of('list'),
  lpop: of('list', { check: checkPop }),
  rpop: of('list', { check: checkPop }),
  llen: of('list'),
  lindex: of('list', { integers: [2] }),
  lrange: of('list', { integers: [2, 3] }),
  ltrim: of('list', { integers: [2, 3] }),
  lrem: of('list', { integers: [2] }),
  lset: of('list', { integers: [2], check: checkLset }),
  linsert: of('list', {
    check: (call) => (/^(before|after)$/i.test(arg(call, 2)) ? undefined : SYNTAX_ERROR),
  }),
  rpoplpush: of('list', { keys: 2 }),
  sadd: of('set'),
  srem: of('set'),
  smembers: of('set'),
  sismember: of('set'),
  smismember: of('set'),
  scard: of('set'),
  spop: of('set'),
  srandmember: of('set', { integers: [2] }),
  smove: of('set', { keys: 2 }),
  sinter: of('set', { keys: -1 }),
  sunion: of('set', { keys: -1 }),
  sdiff: of('set', { keys: -1 }),
  zadd: of('zset', { check: checkZadd }),
  zincrby: of('zset', { floats: [2] }),
  zrem: of('zset'),
  zscore: of('zset'),
  zmscore: of('zset'),
  zcard: of('zset'),
  zcount: of('zset', { scores: [2, 3] }),
  zrank: of('zset'),
  zrevrank: of('zset'),
  zrange: of('zset', { integers: [2, 3] }),
  zrevrange: of('zset', { integers: [2, 3] }),
  zrangebyscore: of('zset', { scores: [2, 3] }),
  zrevrangebyscore: of('zset', { scores: [2, 3] }),
  zremrangebyrank: of('zset', { integers: [2, 3] }),
  zremrangebyscore: of('zset', { scores: [2, 3] }),
  zpopmin: of('zset', { integers: [2] }),
  zpopmax: of('zset', { integers: [2] }),
};

/** Hashes, lists, sets and sorted sets: arguments and types are checked here, the rest is worked out in `console/`. */
export const foreignCommands: Record<string, Handler> = Object.fromEntries(
  Object.entries(known).map(([name, foreign]) => [name, (call: Call) => refuse(call, foreign) ?? compute(call)]),
);

const BAD_FLOAT = error('ERR value is not a valid float');
const BAD_SCORE = error('ERR min or max is not a float');

function refuse(
  call: Call,
  { type, keys, integers = [], floats = [], scores = [], check }: Foreign,
): Reply | undefined {
  const { argv, host } = call;
  for (const at of integers)
    if (at < argv.length && readInteger(host.version, arg(call, at)) === null) return NOT_AN_INTEGER;
  for (const at of floats) if (!isFloat(arg(call, at))) return BAD_FLOAT;
  for (const at of scores) if (!isScore(arg(call, at))) return BAD_SCORE;
  const named = keys < 0 ? argv.slice(1) : argv.slice(1, 1 + keys);
  for (const key of named) {
    const entry = find(call, key);
    if (entry && entry.type !== type) return WRONG_TYPE;
  }
  return check?.(call);
}

const isFloat = (text: string) => /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?)$/i.test(text);

/** As `zslParseRange` of t_zset.c reads it: after `(` it is not part of the range; nothing at all is 0. */
const isScore = (text: string) => {
  const score = text.replace(/^\(/, '');
  return score === '' || isFloat(score);
};

const fieldOf = (call: Call): string | undefined => {
  const entry = find(call, arg(call, 1));
  return entry?.type === 'hash' ? entry.value.find(([field]) => field === arg(call, 2))?.[1] : undefined;
};

function checkHincrby(call: Call): Reply | undefined {
  const before = fieldOf(call) ?? '0';
  const value = readInteger(call.host.version, before);
  if (value === null) return error('ERR hash value is not an integer');
  const sum = value + (readInteger(call.host.version, arg(call, 3)) ?? 0n);
  return sum >= 2n ** 63n || sum < -(2n ** 63n) ? error('ERR increment or decrement would overflow') : undefined;
}

function checkHincrbyfloat(call: Call): Reply | undefined {
  if (isFloat(fieldOf(call) ?? '0')) return undefined;
  return error(`ERR hash value is not a ${call.host.version === '3.2.1' ? 'valid float' : 'float'}`);
}

/** A number of elements to pop, since 6.2. */
function checkPop(call: Call): Reply | undefined {
  if (call.argv.length < 3) return undefined;
  if (call.argv.length > 3) return wrongArity((call.argv[0] ?? '').toLowerCase());
  const count = readInteger(call.host.version, arg(call, 2));
  return count === null || count < 0n ? error('ERR value is out of range, must be positive') : undefined;
}

function checkLset(call: Call): Reply | undefined {
  const entry = find(call, arg(call, 1));
  if (entry?.type !== 'list') return NO_SUCH_KEY;
  const index = Number(arg(call, 2));
  const inside = index >= -entry.value.length && index < entry.value.length;
  return inside ? undefined : error('ERR index out of range');
}

/** ZADD key [NX | XX | GT | LT | CH | INCR …] score member … */
function checkZadd(call: Call): Reply | undefined {
  const options = call.host.version === '3.2.1' ? /^(nx|xx|ch|incr)$/i : /^(nx|xx|gt|lt|ch|incr)$/i;
  let from = 2;
  while (from < call.argv.length && options.test(arg(call, from))) from++;
  const words = call.argv.slice(from);
  if (words.length === 0 || words.length % 2 !== 0) return SYNTAX_ERROR;
  return words.every((word, index) => index % 2 === 1 || isFloat(word)) ? undefined : BAD_FLOAT;
}
