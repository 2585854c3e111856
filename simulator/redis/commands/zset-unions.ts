import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { read } from '../keyspace.ts';
import { readNumber } from '../numbers.ts';
import { error, integer, NOT_AN_INTEGER, SYNTAX_ERROR, WRONG_TYPE } from '../replies.ts';
import { readScore } from './scores.ts';
import { keep, sortedPairs, told } from './zsets.ts';

/** Unions, intersections and differences of sorted sets and sets (zunionInterDiffGenericCommand of t_zset.c). */
export const zsetUnionCommands: Record<string, Handler> = {
  zunion: (call) => combine(call, union, 'told'),
  zinter: (call) => combine(call, intersection, 'told'),
  zdiff: (call) => combine(call, difference, 'told'),
  zintercard: (call) => combine(call, intersection, 'counted'),
  zunionstore: (call) => combine(call, union, 'kept'),
  zinterstore: (call) => combine(call, intersection, 'kept'),
  zdiffstore: (call) => combine(call, difference, 'kept'),
};

/** What is done with the result. */
type Use = 'told' | 'counted' | 'kept';

/** How two scores of one member become one. */
type Aggregate = (a: number, b: number) => number;

interface Options {
  weights: readonly number[];
  aggregate: Aggregate;
  withScores: boolean;
  /** 0: no limit. */
  limit: number;
}

type Source = ReadonlyMap<string, number>;
type Combination = (sources: readonly Source[], aggregate: Aggregate) => Source;

const aggregates: ReadonlyMap<string, Aggregate> = new Map([
  // Plus and minus infinity make nothing.
  ['sum', (a, b) => orZero(a + b)],
  ['min', Math.min],
  ['max', Math.max],
]);

const orZero = (score: number) => (Number.isNaN(score) ? 0 : score);

function combine(call: Call, combination: Combination, use: Use): Reply {
  const at = use === 'kept' ? 2 : 1;
  const keys = readKeys(call, at);
  if (!Array.isArray(keys)) return keys;
  const sources = keys.map((key) => sourceAt(call, key));
  if (!sources.every((source) => source !== undefined)) return WRONG_TYPE;
  const options = readOptions(call, {
    from: at + 1 + keys.length,
    keys: keys.length,
    plain: combination === difference,
    use,
  });
  if ('type' in options) return options;
  const { weights, aggregate, withScores, limit } = options;
  const weighed = sources.map(
    (source, i) => new Map([...source].map(([member, score]) => [member, orZero(score * (weights[i] ?? 1))])),
  );
  const found = sortedPairs([...combination(weighed, aggregate)]);
  if (use === 'kept') return keep(call, (call.argv[0] ?? '').toLowerCase(), found);
  if (use === 'told') return told(found, withScores);
  return integer(limit === 0 ? found.length : Math.min(limit, found.length));
}

/** The keys, after how many they are. */
function readKeys(call: Call, at: number): string[] | Reply {
  const { argv, host } = call;
  const count = readNumber(host.version, arg(call, at));
  if (count === null) return NOT_AN_INTEGER;
  if (count < 1)
    return error(
      host.version === '3.2.1'
        ? 'ERR at least 1 input key is needed for ZUNIONSTORE/ZINTERSTORE'
        : `ERR at least 1 input key is needed for '${(argv[0] ?? '').toLowerCase()}' command`,
    );
  return count > argv.length - at - 1 ? SYNTAX_ERROR : argv.slice(at + 1, at + 1 + count);
}

/** Members with their scores, those of a set with 1; `undefined`: the key holds something else. */
function sourceAt(call: Call, key: string): Source | undefined {
  const entry = read(call, key);
  if (!entry) return new Map();
  if (entry.type === 'zset') return new Map(entry.value);
  return entry.type === 'set' ? new Map(entry.value.map((member) => [member, 1])) : undefined;
}

interface Form {
  from: number;
  keys: number;
  /** It has neither weights nor aggregates. */
  plain: boolean;
  use: Use;
}

function readOptions(call: Call, { from, keys, plain, use }: Form): Options | Reply {
  const { argv, host } = call;
  const options: Options = { weights: [], aggregate: (a, b) => orZero(a + b), withScores: false, limit: 0 };
  const weighs = !plain && use !== 'counted';
  for (let i = from; i < argv.length; i++) {
    const word = arg(call, i).toLowerCase();
    const left = argv.length - i - 1;
    if (word === 'weights' && weighs && left >= keys) {
      const weights = argv.slice(i + 1, i + 1 + keys).map((text) => readScore(host.version, text));
      if (!weights.every((weight) => weight !== null)) return error('ERR weight value is not a float');
      options.weights = weights;
      i += keys;
    } else if (word === 'aggregate' && weighs && left > 0) {
      const aggregate = aggregates.get(arg(call, ++i).toLowerCase());
      if (!aggregate) return SYNTAX_ERROR;
      options.aggregate = aggregate;
    } else if (word === 'withscores' && use === 'told') options.withScores = true;
    else if (word === 'limit' && use === 'counted' && left > 0) {
      const limit = readNumber(host.version, arg(call, ++i));
      if (limit === null || limit < 0) return error("ERR LIMIT can't be negative");
      options.limit = limit;
    } else return SYNTAX_ERROR;
  }
  return options;
}

/** The smaller ones come first, which shows in the last digits of sums. */
const bySize = (sources: readonly Source[]) => sources.toSorted((a, b) => a.size - b.size);

function union(sources: readonly Source[], aggregate: Aggregate): Source {
  const found = new Map<string, number>();
  for (const source of bySize(sources))
    for (const [member, score] of source) {
      const before = found.get(member);
      found.set(member, before === undefined ? score : aggregate(before, score));
    }
  return found;
}

function intersection(sources: readonly Source[], aggregate: Aggregate): Source {
  const [smallest, ...others] = bySize(sources);
  const found = new Map<string, number>();
  for (const [member, score] of smallest ?? []) {
    const scores = others.map((other) => other.get(member));
    if (!scores.every((one) => one !== undefined)) continue;
    found.set(member, scores.reduce(aggregate, score));
  }
  return found;
}

function difference([first = new Map(), ...others]: readonly Source[]): Source {
  return new Map([...first].filter(([member]) => !others.some((other) => other.has(member))));
}
