import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { find, put, read, remove } from '../keyspace.ts';
import { readNumber } from '../numbers.ts';
import { array, bulk, error, integer, NIL, NOT_AN_INTEGER, SYNTAX_ERROR, WRONG_TYPE } from '../replies.ts';

/** SORT (sort.c). */
export const sortCommands: Record<string, Handler> = { sort, sort_ro: sort };

interface Options {
  alpha: boolean;
  descending: boolean;
  by: string | undefined;
  get: string[];
  offset: number;
  count: number;
  store: string | undefined;
}

function readOptions(call: Call): Options | Reply {
  const { host, argv } = call;
  const options: Options = {
    alpha: false,
    descending: false,
    by: undefined,
    get: [],
    offset: 0,
    count: Number.POSITIVE_INFINITY,
    store: undefined,
  };
  for (let i = 2; i < argv.length; i++) {
    const word = arg(call, i).toLowerCase();
    const left = argv.length - i - 1;
    if (word === 'asc') options.descending = false;
    else if (word === 'desc') options.descending = true;
    else if (word === 'alpha') options.alpha = true;
    else if (word === 'by' && left > 0) options.by = arg(call, ++i);
    else if (word === 'get' && left > 0) options.get.push(arg(call, ++i));
    else if (word === 'store' && left > 0) options.store = arg(call, ++i);
    else if (word === 'limit' && left > 1) {
      const [offset, count] = [readNumber(host.version, arg(call, ++i)), readNumber(host.version, arg(call, ++i))];
      if (offset === null || count === null) return NOT_AN_INTEGER;
      options.offset = Math.max(offset, 0);
      options.count = count < 0 ? Number.POSITIVE_INFINITY : count;
    } else return SYNTAX_ERROR;
  }
  return options;
}

function sort(call: Call): Reply {
  const options = readOptions(call);
  if ('type' in options) return options;
  const entry = read(call, arg(call, 1));
  if (entry && (entry.type === 'string' || entry.type === 'hash')) return WRONG_TYPE;
  const items = !entry ? [] : entry.value.map((item) => (typeof item === 'string' ? item : item[0]));
  const sorted = inOrder(call, items, options);
  if (!Array.isArray(sorted)) return sorted;
  const piece = sorted.slice(options.offset, options.offset + options.count);
  const told =
    options.get.length === 0
      ? piece
      : piece.flatMap((item) => options.get.map((pattern) => lookUp(call, pattern, item)));
  if (options.store === undefined) return array(told.map((text) => (text === undefined ? NIL : bulk(text))));
  remove(call, options.store);
  if (told.length > 0) put(call, options.store, { type: 'list', value: told.map((text) => text ?? '') }, null);
  return integer(told.length);
}

function inOrder(call: Call, items: readonly string[], { alpha, descending, by }: Options): string[] | Reply {
  // A pattern without a star names no key: everything stays as it is.
  if (by !== undefined && !by.includes('*')) return [...items];
  const weighed = items.map((item) => ({ item, weight: by === undefined ? item : lookUp(call, by, item) }));
  const direction = descending ? -1 : 1;
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  if (alpha)
    return weighed
      .sort(
        (a, b) =>
          direction * (compare(a.weight ?? '', b.weight ?? '') || (by === undefined ? 0 : compare(a.item, b.item))),
      )
      .map(({ item }) => item);
  const numbers = weighed.map(({ item, weight }) => ({ item, number: weight === undefined ? 0 : toNumber(weight) }));
  if (numbers.some(({ number }) => Number.isNaN(number)))
    return error("ERR One or more scores can't be converted into double");
  return numbers.sort((a, b) => direction * (a.number - b.number || compare(a.item, b.item))).map(({ item }) => item);
}

const toNumber = (text: string) =>
  /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;

/** What a pattern such as `user_*` or `user_*->name` gives for an item; `#` is the item itself. */
function lookUp(call: Call, pattern: string, item: string): string | undefined {
  if (pattern === '#') return item;
  const arrow = pattern.indexOf('->', pattern.indexOf('*'));
  const hasField = arrow > 0 && arrow + 2 < pattern.length;
  const entry = find(
    call,
    (hasField ? pattern.slice(0, arrow) : pattern).replace('*', () => item),
  );
  if (!hasField) return entry?.type === 'string' ? entry.value : undefined;
  return entry?.type === 'hash' ? entry.value.find(([field]) => field === pattern.slice(arrow + 2))?.[1] : undefined;
}
