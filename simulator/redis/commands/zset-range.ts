import type { Reply } from '../../core/resp.ts';
import { arg, type Call } from '../call.ts';
import { readNumber } from '../numbers.ts';
import { error, NOT_AN_INTEGER, SYNTAX_ERROR } from '../replies.ts';
import { compareLetters, type End, type Letters, readLetterEnd, readScoreEnd } from './scores.ts';

/** A member and its score, as sorted sets keep them: by score, then by member. */
export type Pair = readonly [member: string, score: number];

/** Which members: from one place to another, or those between two scores or texts. */
export type Range =
  | { by: 'rank'; start: number; stop: number }
  | { by: 'score'; min: End<number>; max: End<number> }
  | { by: 'letters'; min: End<Letters>; max: End<Letters> };

/** A range with what was asked for beside it. */
export interface Selection {
  range: Range;
  reverse: boolean;
  withScores: boolean;
  /** Of the members in the range (never for `rank`), so many are passed over, and so many are taken (below 0: all). */
  offset: number;
  count: number;
}

const BAD_SCORES = error('ERR min or max is not a float');
const BAD_LETTERS = error('ERR min or max not valid string range item');
const NO_LIMIT = error('ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX');
const NO_SCORES = error('ERR syntax error, WITHSCORES not supported in combination with BYLEX');

/** The range in the words `at` and `at + 1`; of scores and letters in reverse, the larger end comes first. */
export function readRange(call: Call, by: Range['by'], at: number, reverse = false): Range | Reply {
  const [first, second] = [arg(call, at), arg(call, at + 1)];
  if (by === 'rank') {
    const [start, stop] = [readNumber(call.host.version, first), readNumber(call.host.version, second)];
    return start === null || stop === null ? NOT_AN_INTEGER : { by, start, stop };
  }
  const [low, high] = reverse ? [second, first] : [first, second];
  if (by === 'score') {
    const [min, max] = [readScoreEnd(low), readScoreEnd(high)];
    return min && max ? { by, min, max } : BAD_SCORES;
  }
  const [min, max] = [readLetterEnd(low), readLetterEnd(high)];
  return min && max ? { by, min, max } : BAD_LETTERS;
}

/** What a command fixes by its name; ZRANGE of 7.0.15 leaves both to its options. */
export interface Form {
  by?: Range['by'];
  reverse?: boolean;
  /** It keeps the members in another key, and has no use for WITHSCORES. */
  store?: boolean;
}

/** The range from the word `at` on with its options. 7.0.15 reads the options first (zrangeGenericCommand of t_zset.c). */
export function readSelection(call: Call, form: Form, at: number): Selection | Reply {
  if (call.host.version === '3.2.1') return readOldSelection(call, form);
  const options = readOptions(call, form, at + 2);
  if ('type' in options) return options;
  const by = options.by ?? 'rank';
  if (options.count !== -1 && by === 'rank') return NO_LIMIT;
  if (options.withScores && by === 'letters') return NO_SCORES;
  const range = readRange(call, by, at, options.reverse);
  return 'type' in range ? range : { ...options, range };
}

type Options = Omit<Selection, 'range'> & { by: Range['by'] | undefined };

function readOptions(call: Call, { by, reverse, store }: Form, from: number): Options | Reply {
  const { argv, host } = call;
  const options: Options = { by, reverse: reverse ?? false, withScores: false, offset: 0, count: -1 };
  for (let i = from; i < argv.length; i++) {
    const word = arg(call, i).toLowerCase();
    if (word === 'withscores' && !store) options.withScores = true;
    else if (word === 'limit' && i + 2 < argv.length) {
      const [offset, count] = [readNumber(host.version, arg(call, ++i)), readNumber(host.version, arg(call, ++i))];
      if (offset === null || count === null) return NOT_AN_INTEGER;
      [options.offset, options.count] = [offset, count];
    } else if (word === 'rev' && reverse === undefined && !options.reverse) options.reverse = true;
    else if (word === 'bylex' && options.by === undefined) options.by = 'letters';
    else if (word === 'byscore' && options.by === undefined) options.by = 'score';
    else return SYNTAX_ERROR;
  }
  return options;
}

/** 3.2.1 reads the range first; places take WITHSCORES only, letters LIMIT only. */
function readOldSelection(call: Call, { by = 'rank', reverse = false }: Form): Selection | Reply {
  const range = readRange(call, by, 2, reverse);
  if ('type' in range) return range;
  if (by === 'rank' && call.argv.length > 5) return SYNTAX_ERROR;
  const options = readOptions(call, { by, reverse, store: by === 'letters' }, 4);
  if ('type' in options) return options;
  return by === 'rank' && call.argv.length === 5 && !options.withScores ? SYNTAX_ERROR : { ...options, range };
}

/** The members of a range, in the order asked for. */
export function select(
  pairs: readonly Pair[],
  { range, reverse, offset, count }: Omit<Selection, 'withScores'>,
): Pair[] {
  if (range.by === 'rank') return piece(inOrder(pairs, reverse), range.start, range.stop);
  const inside = range.by === 'score' ? inScores(pairs, range, reverse) : inLetters(pairs, range, reverse);
  // Going on by less than nothing ends behind the last one.
  if (offset < 0) return [];
  return count < 0 ? inside.slice(offset) : inside.slice(offset, offset + count);
}

/** From one place to another, both among them; below 0 they are counted from the end. */
export function piece<T>(all: readonly T[], start: number, stop: number): T[] {
  const place = (index: number) => (index < 0 ? index + all.length : index);
  const [from, to] = [Math.max(place(start), 0), place(stop)];
  return to < from ? [] : all.slice(from, to + 1);
}

const inOrder = (pairs: readonly Pair[], reverse: boolean) => (reverse ? pairs.toReversed() : [...pairs]);

function inScores(pairs: readonly Pair[], { min, max }: Extract<Range, { by: 'score' }>, reverse: boolean): Pair[] {
  const isInside = ([, score]: Pair) =>
    (min.open ? score > min.value : score >= min.value) && (max.open ? score < max.value : score <= max.value);
  return inOrder(pairs, reverse).filter(isInside);
}

/**
 * Letters are looked up as if all scores were equal. Where they are not, what comes of it is what a walk from the first
 * member that fits one end to the first that no longer fits the other finds (t_zset.c, `zzlFirstInLexRange`).
 */
function inLetters(pairs: readonly Pair[], { min, max }: Extract<Range, { by: 'letters' }>, reverse: boolean): Pair[] {
  const isAbove = ([member]: Pair) => compareLetters(member, min.value) >= (min.open ? 1 : 0);
  const isBelow = ([member]: Pair) => compareLetters(max.value, member) >= (max.open ? 1 : 0);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last || !isBelow(first) || !isAbove(last)) return [];
  const [begins, goesOn] = reverse ? [isBelow, isAbove] : [isAbove, isBelow];
  const walked = inOrder(pairs, reverse);
  const from = walked.findIndex(begins);
  const rest = walked.slice(from);
  const end = rest.findIndex((pair) => !goesOn(pair));
  return end < 0 ? rest : rest.slice(0, end);
}
