import { isRecord } from '../is-record.ts';
import { type Entry, type Message, PROTOCOL_VERSION, parts, wishes } from './messages.ts';

/** What cannot be taken. `foreign`: it is none of ours; `other-version`: it is, but of another; `bad`: it breaks its own form. */
export interface Refusal {
  refused: 'foreign' | 'other-version' | 'bad';
}

/** A message has at most so many entries, and a text of one at most so many characters. */
export const MOST_ENTRIES = 500;
const LONGEST_ACT = 400_000;
const LONGEST_NAME = 100;
/** More answers than this no question has; more hands no room. */
const MOST_ANSWERS = 12;
const MOST_HANDS = 100_000;
/** Virtual ms, as in links. */
const LATEST = 1e9;
const MOST_SEQ = 1e6;

/** What came in, if it is a message. Looks at anything, and never throws. */
export function messageIn(data: unknown): Message | Refusal {
  try {
    if (!isRecord(data) || typeof data['v'] !== 'number' || !isName(data['type'])) return { refused: 'foreign' };
    if (data['v'] !== PROTOCOL_VERSION) return { refused: 'other-version' };
    const is = Object.hasOwn(bodies, data['type']) ? bodies[data['type'] as Message['type']] : undefined;
    return is?.(data) && isName(data['from']) ? (data as unknown as Message) : { refused: 'bad' };
  } catch {
    // Getters and proxies can do anything.
    return { refused: 'foreign' };
  }
}

/** Whether this is a list of entries of a log, numbered from `fromSeq` on. */
export const areEntries = (value: unknown, fromSeq: number): value is Entry[] =>
  Array.isArray(value) && areAll(value, (entry, nth) => isEntry(entry) && entry.seq === fromSeq + nth);

type Fields = Record<string, unknown>;

const bodies: Record<Message['type'], (fields: Fields) => boolean> = {
  hello: ({ role, log, lastSeq }) =>
    (role === 'desk' || role === 'stage') && (log === undefined || isName(log)) && (lastSeq === -1 || isSeq(lastSeq)),
  log: ({ log, fromSeq, entries }) =>
    isName(log) &&
    isSeq(fromSeq) &&
    Array.isArray(entries) &&
    entries.length <= MOST_ENTRIES &&
    areEntries(entries, fromSeq),
  cursor: ({ log, turn, seq, end, at, playing, speed, hash }) =>
    isName(log) &&
    isWhole(turn, Number.MAX_SAFE_INTEGER) &&
    isSeq(seq) &&
    isTime(end) &&
    isTime(at) &&
    at <= end &&
    typeof playing === 'boolean' &&
    isNumber(speed, 1000) &&
    (hash === undefined || isName(hash)),
  wish: ({ wish }) => isOneOf(wishes, wish),
  standing: ({ log, seq, inStep }) => isName(log) && isSeq(seq) && typeof inStep === 'boolean',
};

const inputs: Record<Entry['kind'], (fields: Fields) => boolean> = {
  begin: ({ lesson }) => isName(lesson),
  act: ({ act }) => typeof act === 'string' && act.length <= LONGEST_ACT,
  seek: ({ keep }) => isSeq(keep),
  beat: ({ beat }) => isName(beat),
  run: ({ beat }) => isName(beat),
  reveal: ({ part, shown }) => isOneOf(parts, part) && typeof shown === 'boolean',
  recount: ({ beat }) => isName(beat),
  votes: ({ beat, round, counts }) =>
    isName(beat) &&
    (round === 1 || round === 2) &&
    Array.isArray(counts) &&
    counts.length <= MOST_ANSWERS &&
    areAll(counts, (count) => isWhole(count, MOST_HANDS)),
};

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || !isSeq(value['seq']) || !isTime(value['at'])) return false;
  const { kind } = value;
  return isName(kind) && Object.hasOwn(inputs, kind) && inputs[kind as Entry['kind']](value);
}

/** A place that was left empty is looked at as well: `every` would pass it over. */
const areAll = (list: readonly unknown[], is: (item: unknown, nth: number) => boolean): boolean =>
  list.findIndex((item, nth) => !is(item, nth)) < 0;
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME;
const isNumber = (value: unknown, most: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= most;
const isWhole = (value: unknown, most: number) => isNumber(value, most) && Number.isInteger(value);
const isSeq = (value: unknown): value is number => isWhole(value, MOST_SEQ);
const isTime = (value: unknown): value is number => isNumber(value, LATEST);
const isOneOf = (list: readonly unknown[], value: unknown) => list.includes(value);
