import type { Reply } from '../../core/resp.ts';
import { arg, type Call } from '../call.ts';
import { read } from '../keyspace.ts';
import { readNumber } from '../numbers.ts';
import { array, EMPTY_ARRAY, error, integer, NIL, NOT_AN_INTEGER, SYNTAX_ERROR, WRONG_TYPE } from '../replies.ts';

interface Options {
  /** Which of the matches comes first; below 0 from the end. */
  rank: number;
  /** How many places are told, 0 for all; null: the one, and not in an array. */
  count: number | null;
  /** How many elements are looked at; 0: all. */
  most: number;
}

const RANK_ZERO = error(
  "ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to start from the end of the list",
);

/** LPOS key element [RANK rank] [COUNT count] [MAXLEN length] (lposCommand of t_list.c). */
export function lpos(call: Call): Reply {
  const options = readOptions(call);
  if ('type' in options) return options;
  const entry = read(call, arg(call, 1));
  if (!entry) return options.count === null ? NIL : EMPTY_ARRAY;
  if (entry.type !== 'list') return WRONG_TYPE;
  const found = placesOf(entry.value, arg(call, 2), options);
  if (options.count === null) return found[0] === undefined ? NIL : integer(found[0]);
  return array((options.count === 0 ? found : found.slice(0, options.count)).map(integer));
}

function readOptions(call: Call): Options | Reply {
  const { argv, host } = call;
  const options: Options = { rank: 1, count: null, most: 0 };
  for (let i = 3; i < argv.length; i += 2) {
    const word = arg(call, i).toLowerCase();
    if (i + 1 >= argv.length) return SYNTAX_ERROR;
    const value = readNumber(host.version, arg(call, i + 1));
    if (word === 'rank') {
      if (value === null) return NOT_AN_INTEGER;
      if (value === 0) return RANK_ZERO;
      options.rank = value;
    } else if (word === 'count' || word === 'maxlen') {
      if (value === null || value < 0) return error(`ERR ${word.toUpperCase()} can't be negative`);
      if (word === 'count') options.count = value;
      else options.most = value;
    } else return SYNTAX_ERROR;
  }
  return options;
}

/** Where an element stands, in the order of the search, without those before its rank. */
function placesOf(items: readonly string[], element: string, { rank, most }: Options): number[] {
  const places = items.map((_, i) => (rank < 0 ? items.length - 1 - i : i));
  const looked = most === 0 ? places : places.slice(0, most);
  return looked.filter((place) => items[place] === element).slice(Math.abs(rank) - 1);
}
