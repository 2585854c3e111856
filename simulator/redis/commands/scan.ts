import type { Reply } from '../../core/resp.ts';
import { inOrder } from '../../core/shared-map.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { matches } from '../glob.ts';
import { databaseOf, find, read } from '../keyspace.ts';
import { readNumber } from '../numbers.ts';
import { array, bulk, bulks, error, NOT_AN_INTEGER, SYNTAX_ERROR, WRONG_TYPE } from '../replies.ts';
import { writeScore } from './floats.ts';

/** Going through keys or elements piece by piece (db.c, scanGenericCommand). */
export const scanCommands: Record<string, Handler> = {
  scan,
  sscan: (call) => scanValue(call, 'set'),
  hscan: (call) => scanValue(call, 'hash'),
  zscan: (call) => scanValue(call, 'zset'),
};

interface Options {
  count: number;
  pattern: string;
  type: string | undefined;
}

function readOptions(call: Call, from: number): Options | Reply {
  const { host, argv } = call;
  const options: Options = { count: 10, pattern: '*', type: undefined };
  for (let i = from; i < argv.length; i += 2) {
    const word = arg(call, i).toLowerCase();
    if (i + 1 >= argv.length) return SYNTAX_ERROR;
    const value = arg(call, i + 1);
    if (word === 'count') {
      const count = readNumber(host.version, value);
      if (count === null) return NOT_AN_INTEGER;
      if (count < 1) return SYNTAX_ERROR;
      options.count = count;
    } else if (word === 'match') options.pattern = value;
    else if (word === 'type' && from === 2 && host.version === '7.0.15') options.type = value.toLowerCase();
    else return SYNTAX_ERROR;
  }
  return options;
}

const INVALID_CURSOR = error('ERR invalid cursor');
/** A cursor is an unsigned number in any spelling that strtoul takes. */
const isCursor = (text: string) => /^[+-]?\d{1,19}$/.test(text) || text === '';

/**
 * The real cursor walks the hash table's buckets in an order of its own; this one counts keys. Both promise the same: a
 * key that is there all the time is told.
 */
function scan(call: Call): Reply {
  if (!isCursor(arg(call, 1))) return INVALID_CURSOR;
  const options = readOptions(call, 2);
  if (!('count' in options)) return options;
  const { count, pattern, type } = options;
  const all = inOrder(databaseOf(call).entries).map(([key]) => key);
  const from = Number(arg(call, 1));
  const start = from >= 0 ? from : all.length;
  const piece = all.slice(start, start + count);
  const found = piece.filter((key) => {
    const entry = matches(pattern, key) ? find(call, key) : undefined;
    return entry !== undefined && (type === undefined || entry.type === type);
  });
  const next = start + count < all.length ? start + count : 0;
  return array([bulk(String(next)), bulks(found)]);
}

/** Values as small as a lab's are told at once. */
function scanValue(call: Call, type: 'set' | 'hash' | 'zset'): Reply {
  if (!isCursor(arg(call, 2))) return INVALID_CURSOR;
  const options = readOptions(call, 3);
  if (!('count' in options)) return options;
  const entry = read(call, arg(call, 1));
  if (!entry) return array([bulk('0'), bulks([])]);
  if (entry.type !== type) return WRONG_TYPE;
  const { pattern } = options;
  const items: string[] = [];
  if (entry.type === 'set') items.push(...entry.value.filter((member) => matches(pattern, member)));
  else if (entry.type === 'hash' || entry.type === 'zset')
    for (const [name, value] of entry.value)
      if (matches(pattern, name)) items.push(name, typeof value === 'number' ? writeScore(value) : value);
  return array([bulk('0'), bulks(items)]);
}
