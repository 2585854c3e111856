import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import type { Entry } from '../host.ts';
import { find, put, read } from '../keyspace.ts';
import { notify } from '../publish.ts';
import { array, bulk, error, integer, NIL, SYNTAX_ERROR, WRONG_TYPE, ZERO } from '../replies.ts';
import { writeScore } from './floats.ts';
import { readScore } from './scores.ts';
import type { Pair } from './zset-range.ts';
import { sortedPairs, withdraw } from './zsets.ts';

/** The members of sorted sets and their scores (t_zset.c). */
export const zsetMemberCommands: Record<string, Handler> = {
  zadd: (call) => zadd(call, []),
  zincrby: (call) => zadd(call, ['incr']),
  zrem,
  zcard: (call) => look(call, ZERO, (pairs) => integer(pairs.length)),
  zscore: (call) => look(call, NIL, (pairs) => scoreOf(pairs, arg(call, 2))),
  zmscore: (call) =>
    look(call, array(call.argv.slice(2).map(() => NIL)), (pairs) =>
      array(call.argv.slice(2).map((member) => scoreOf(pairs, member))),
    ),
  zrank: (call) => look(call, NIL, (pairs) => rank(pairs, arg(call, 2))),
  zrevrank: (call) => look(call, NIL, (pairs) => rank([...pairs].reverse(), arg(call, 2))),
};

/** What a sorted set says; `missing`: there is none. */
function look(call: Call, missing: Reply, say: (pairs: readonly Pair[]) => Reply): Reply {
  const entry = read(call, arg(call, 1));
  if (!entry) return missing;
  return entry.type === 'zset' ? say(entry.value) : WRONG_TYPE;
}

function scoreOf(pairs: readonly Pair[], member: string): Reply {
  const pair = pairs.find(([other]) => other === member);
  return pair ? bulk(writeScore(pair[1])) : NIL;
}

function rank(pairs: readonly Pair[], member: string): Reply {
  const at = pairs.findIndex(([other]) => other === member);
  return at < 0 ? NIL : integer(at);
}

function zrem(call: Call): Reply {
  const entry = find(call, arg(call, 1));
  if (!entry) return ZERO;
  if (entry.type !== 'zset') return WRONG_TYPE;
  const named = new Set(call.argv.slice(2));
  const gone = entry.value.filter(([member]) => named.has(member));
  withdraw(call, gone, 'zrem');
  return integer(gone.length);
}

type Option = 'nx' | 'xx' | 'gt' | 'lt' | 'ch' | 'incr';
const OLD: readonly string[] = ['nx', 'xx', 'ch', 'incr'] satisfies Option[];
const NEW: readonly string[] = [...OLD, 'gt', 'lt'];

/** ZADD key [NX | XX] [GT | LT] [CH] [INCR] score member …; ZINCRBY has INCR from its name, and takes the others too. */
function zadd(call: Call, given: readonly Option[]): Reply {
  const { argv, host } = call;
  const known = host.version === '3.2.1' ? OLD : NEW;
  let from = 2;
  while (from < argv.length && known.includes(arg(call, from).toLowerCase())) from++;
  const options = new Set<string>([...given, ...argv.slice(2, from).map((word) => word.toLowerCase())]);
  const refusal = conflict(options, argv.length - from);
  if (refusal) return refusal;
  const pairs: Pair[] = [];
  for (let i = from; i < argv.length; i += 2) {
    const score = readScore(host.version, arg(call, i));
    if (score === null) return error('ERR value is not a valid float');
    pairs.push([arg(call, i + 1), score]);
  }
  const entry = find(call, arg(call, 1));
  return entry && entry.type !== 'zset' ? WRONG_TYPE : add(call, entry, pairs, options);
}

/** What cannot be asked for together. */
function conflict(options: ReadonlySet<string>, words: number): Reply | undefined {
  const has = (...names: Option[]) => names.every((name) => options.has(name));
  if (words === 0 || words % 2 !== 0) return SYNTAX_ERROR;
  if (has('nx', 'xx')) return error('ERR XX and NX options at the same time are not compatible');
  if (has('gt', 'nx') || has('lt', 'nx') || has('gt', 'lt'))
    return error('ERR GT, LT, and/or NX options at the same time are not compatible');
  return has('incr') && words > 2 ? error('ERR INCR option supports a single increment-element pair') : undefined;
}

function add(
  call: Call,
  entry: Readonly<Entry> | undefined,
  pairs: readonly Pair[],
  options: ReadonlySet<string>,
): Reply {
  const { server, db, out } = call;
  const key = arg(call, 1);
  const scores = new Map(entry?.type === 'zset' ? entry.value : []);
  let [added, updated] = [0, 0];
  let answer: Reply = NIL;
  for (const [member, amount] of pairs) {
    const before = scores.get(member);
    const score = options.has('incr') && before !== undefined ? before + amount : amount;
    if (Number.isNaN(score)) {
      answer = error('ERR resulting score is not a number (NaN)');
      break;
    }
    if (!isWanted(before, score, options)) continue;
    answer = bulk(writeScore(score));
    if (before === undefined) added++;
    else if (score !== before) updated++;
    else continue;
    scores.set(member, kept(call, scores.size, member, score));
  }
  if (added + updated > 0) {
    put(call, key, { type: 'zset', value: sortedPairs([...scores]) }, entry?.expireAt ?? null);
    notify(server, db, 'z', options.has('incr') ? 'zincr' : 'zadd', key, out);
  }
  if (options.has('incr') || answer.type === 'error') return answer;
  return integer(options.has('ch') ? added + updated : added);
}

function isWanted(before: number | undefined, score: number, options: ReadonlySet<string>): boolean {
  if (before === undefined) return !options.has('xx');
  return !options.has('nx') && !(options.has('gt') && score <= before) && !(options.has('lt') && score >= before);
}

/** A small sorted set of 7.0.15 keeps whole numbers as integers, which have no -0. */
function kept({ host }: Call, size: number, member: string, score: number): number {
  const isSmall = size < 128 && member.length <= 64;
  return host.version === '7.0.15' && isSmall && score === 0 ? 0 : score;
}
