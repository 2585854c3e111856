import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { find, put, read, remove } from '../keyspace.ts';
import { readNumber } from '../numbers.ts';
import { notify } from '../publish.ts';
import { bulks, EMPTY_ARRAY, error, integer, SYNTAX_ERROR, WRONG_TYPE, ZERO } from '../replies.ts';
import { writeScore } from './floats.ts';
import { type Form, type Pair, type Range, readRange, readSelection, select } from './zset-range.ts';

/** Ranges of sorted sets (t_zset.c). */
export const zsetCommands: Record<string, Handler> = {
  zrange: (call) => zrange(call, call.host.version === '3.2.1' ? { by: 'rank' } : {}),
  zrevrange: (call) => zrange(call, { by: 'rank', reverse: true }),
  zrangebyscore: (call) => zrange(call, { by: 'score', reverse: false }),
  zrevrangebyscore: (call) => zrange(call, { by: 'score', reverse: true }),
  zrangebylex: (call) => zrange(call, { by: 'letters', reverse: false }),
  zrevrangebylex: (call) => zrange(call, { by: 'letters', reverse: true }),
  zrangestore,
  zcount: (call) => count(call, 'score'),
  zlexcount: (call) => count(call, 'letters'),
  zremrangebyrank: (call) => removeRange(call, 'rank'),
  zremrangebyscore: (call) => removeRange(call, 'score'),
  zremrangebylex: (call) => removeRange(call, 'letters'),
  zpopmin: (call) => pop(call, false),
  zpopmax: (call) => pop(call, true),
};

/** The members with their scores, as they are told. */
export const told = (pairs: readonly Pair[], withScores: boolean): Reply =>
  bulks(pairs.flatMap(([member, score]) => (withScores ? [member, writeScore(score)] : [member])));

function zrange(call: Call, form: Form): Reply {
  const selection = readSelection(call, form, 2);
  if ('type' in selection) return selection;
  const entry = read(call, arg(call, 1));
  if (!entry) return EMPTY_ARRAY;
  return entry.type === 'zset' ? told(select(entry.value, selection), selection.withScores) : WRONG_TYPE;
}

/** ZRANGESTORE destination source min max [BYSCORE | BYLEX] [REV] [LIMIT offset count]. */
function zrangestore(call: Call): Reply {
  const selection = readSelection(call, { store: true }, 3);
  if ('type' in selection) return selection;
  const entry = read(call, arg(call, 2));
  if (entry && entry.type !== 'zset') return WRONG_TYPE;
  return keep(call, 'zrangestore', entry ? select(entry.value, selection) : []);
}

/** Keeps members under the key that is a command's first word; none: the key is deleted. */
export function keep(call: Call, event: string, pairs: readonly Pair[]): Reply {
  const { server, db, out } = call;
  const key = arg(call, 1);
  if (pairs.length > 0) {
    put(call, key, { type: 'zset', value: sortedPairs(pairs) }, null);
    notify(server, db, 'z', event, key, out);
  } else if (remove(call, key)) notify(server, db, 'g', 'del', key, out);
  return integer(pairs.length);
}

/** In the order in which sorted sets keep them. */
export const sortedPairs = (pairs: readonly Pair[]): Pair[] => pairs.toSorted(byScore);

const byScore = ([a, scoreA]: Pair, [b, scoreB]: Pair) => (scoreA < scoreB ? -1 : scoreA > scoreB ? 1 : a < b ? -1 : 1);

function count(call: Call, by: Range['by']): Reply {
  const range = readRange(call, by, 2);
  if ('type' in range) return range;
  const entry = read(call, arg(call, 1));
  if (!entry) return ZERO;
  return entry.type === 'zset' ? integer(select(entry.value, all(range)).length) : WRONG_TYPE;
}

const all = (range: Range) => ({ range, reverse: false, offset: 0, count: -1 });

function removeRange(call: Call, by: Range['by']): Reply {
  const range = readRange(call, by, 2);
  if ('type' in range) return range;
  const entry = find(call, arg(call, 1));
  if (!entry) return ZERO;
  if (entry.type !== 'zset') return WRONG_TYPE;
  const gone = select(entry.value, all(range));
  withdraw(call, gone, (call.argv[0] ?? '').toLowerCase());
  return integer(gone.length);
}

/** Takes members out of the sorted set at a command's first word. */
export function withdraw(call: Call, gone: readonly Pair[], event: string): void {
  const { server, db, out } = call;
  const key = arg(call, 1);
  const entry = find(call, key);
  if (entry?.type !== 'zset' || gone.length === 0) return;
  const members = new Set(gone.map(([member]) => member));
  const left = entry.value.filter(([member]) => !members.has(member));
  notify(server, db, 'z', event, key, out);
  if (left.length > 0) return put(call, key, { type: 'zset', value: left }, entry.expireAt);
  remove(call, key);
  notify(server, db, 'g', 'del', key, out);
}

const NOT_POSITIVE = error('ERR value is out of range, must be positive');

/** ZPOPMIN and ZPOPMAX key [count]. */
function pop(call: Call, reverse: boolean): Reply {
  if (call.argv.length > 3) return SYNTAX_ERROR;
  const wanted = call.argv.length === 3 ? readNumber(call.host.version, arg(call, 2)) : 1;
  if (wanted === null || wanted < 0) return NOT_POSITIVE;
  const entry = find(call, arg(call, 1));
  if (!entry) return EMPTY_ARRAY;
  if (entry.type !== 'zset') return WRONG_TYPE;
  const range: Range = { by: 'rank', start: 0, stop: wanted - 1 };
  const taken = wanted === 0 ? [] : select(entry.value, { ...all(range), reverse });
  withdraw(call, taken, reverse ? 'zpopmax' : 'zpopmin');
  return told(taken, true);
}
