import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { compute } from '../computing.ts';
import type { Value } from '../host.ts';
import { find, put } from '../keyspace.ts';
import { isInt64, readInteger } from '../numbers.ts';
import { notify } from '../publish.ts';
import { error, integer, NOT_AN_INTEGER, SYNTAX_ERROR, WRONG_TYPE, wrongArity } from '../replies.ts';

/** What has to be right before a command is worked out elsewhere: its first word is a key of that type. */
interface Foreign {
  type: Value['type'];
  /** What else is asked of the words, before the key is looked at. */
  words?: (call: Call) => Reply | undefined;
}

const of = (type: Value['type'], more: Partial<Foreign> = {}): Foreign => ({ type, ...more });

/** Words from there on come in pairs. */
const pairs = (from: number) => (call: Call) =>
  (call.argv.length - from) % 2 === 0 ? undefined : wrongArity((call.argv[0] ?? '').toLowerCase());

const known: Readonly<Record<string, Foreign>> = {
  hset: of('hash', { words: pairs(2) }),
  hmset: of('hash', {
    words: (call) =>
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
  hkeys: of('hash'),
  hvals: of('hash'),
  hgetall: of('hash'),
  hexists: of('hash'),
  sadd: of('set'),
  srem: of('set'),
  smembers: of('set'),
  sismember: of('set'),
  smismember: of('set'),
  scard: of('set'),
  spop: of('set', { words: spopWords }),
  srandmember: of('set', { words: srandmemberWords }),
};

/** Hashes and sets: arguments and types are checked here, the rest is worked out in `console/`. */
export const foreignCommands: Record<string, Handler> = {
  ...Object.fromEntries(
    Object.entries(known).map(([name, foreign]) => [name, (call: Call) => refuse(call, foreign) ?? compute(call)]),
  ),
  // ioredis-mock takes a field without a name for none.
  hstrlen: (call) => refuse(call, of('hash')) ?? integer((fieldOf(call) ?? '').length),
  hincrby,
};

function refuse(call: Call, { type, words }: Foreign): Reply | undefined {
  const refused = words?.(call);
  if (refused) return refused;
  const entry = find(call, arg(call, 1));
  return entry && entry.type !== type ? WRONG_TYPE : undefined;
}

const fieldOf = (call: Call): string | undefined => {
  const entry = find(call, arg(call, 1));
  return entry?.type === 'hash' ? entry.value.find(([field]) => field === arg(call, 2))?.[1] : undefined;
};

/** HINCRBY key field amount, in 64 bits: ioredis-mock counts in doubles. */
function hincrby(call: Call): Reply {
  const { host, server, db, out } = call;
  const [key, field] = [arg(call, 1), arg(call, 2)];
  const amount = readInteger(host.version, arg(call, 3));
  if (amount === null) return NOT_AN_INTEGER;
  const entry = find(call, key);
  if (entry && entry.type !== 'hash') return WRONG_TYPE;
  const fields = new Map(entry?.value);
  const before = readInteger(host.version, fields.get(field) ?? '0');
  if (before === null) return error('ERR hash value is not an integer');
  const sum = before + amount;
  if (!isInt64(sum)) return error('ERR increment or decrement would overflow');
  put(call, key, { type: 'hash', value: [...fields.set(field, String(sum))] }, entry?.expireAt ?? null);
  notify(server, db, 'h', 'hincrby', key, out);
  return integer(sum);
}

/** SPOP key [count]. */
function spopWords(call: Call): Reply | undefined {
  if (call.argv.length < 3) return undefined;
  if (call.argv.length > 3) return SYNTAX_ERROR;
  const count = readInteger(call.host.version, arg(call, 2));
  return count === null || count < 0n ? error('ERR value is out of range, must be positive') : undefined;
}

/** SRANDMEMBER key [count]; 7.0.15 wants the number to have an opposite. */
function srandmemberWords(call: Call): Reply | undefined {
  if (call.argv.length < 3) return undefined;
  if (call.argv.length > 3) return SYNTAX_ERROR;
  const count = readInteger(call.host.version, arg(call, 2));
  if (count === null) return NOT_AN_INTEGER;
  return count === -(2n ** 63n) && call.host.version === '7.0.15'
    ? error('ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807')
    : undefined;
}
