import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { find, put, read, remove } from '../keyspace.ts';
import { readNumber } from '../numbers.ts';
import { notify } from '../publish.ts';
import { error, integer, NOT_AN_INTEGER, SYNTAX_ERROR, WRONG_TYPE, ZERO } from '../replies.ts';
import { bitAt } from './bits.ts';

/** Counting, finding and combining bits (bitops.c). */
export const bitStringCommands: Record<string, Handler> = { bitcount, bitpos, bitop };

/** A range of a text in bits, both ends among them; what lies behind the text is cut off. */
interface Span {
  from: number;
  to: number;
  /** An end was named. */
  ends: boolean;
}

/** The range in the words from `at` on, `[start [end [BYTE | BIT]]]`: one word alone is none where `whole` is set. */
function readSpan(call: Call, at: number, text: string, whole: boolean): Span | Reply {
  const { argv, host } = call;
  const given = argv.length - at;
  const most = host.version === '3.2.1' ? 2 : 3;
  if (given === 0) return { from: 0, to: text.length * 8 - 1, ends: false };
  if (given > most || (given === 1 && whole)) return SYNTAX_ERROR;
  const start = readNumber(host.version, arg(call, at));
  // 7.0.15 looks at the unit of BITPOS before the end, at that of BITCOUNT after it.
  const unit = given === 3 ? arg(call, at + 2).toLowerCase() : 'byte';
  const known = unit === 'byte' || unit === 'bit';
  if (start === null) return NOT_AN_INTEGER;
  if (!known && !whole) return SYNTAX_ERROR;
  const end = given > 1 ? readNumber(host.version, arg(call, at + 1)) : -1;
  if (end === null) return NOT_AN_INTEGER;
  const ends = given > 1;
  if (whole && host.version === '7.0.15' && isReversed(start, end)) return { from: 0, to: -1, ends };
  if (!known) return SYNTAX_ERROR;
  return spanOf({ start, end, step: unit === 'bit' ? 1 : 8, ends }, text);
}

/** BITCOUNT of 7.0.15: two places counted from the end in the wrong order are nothing at all, whatever the unit. */
const isReversed = (start: number, end: number) => start < 0 && end < 0 && start > end;

/** Negative places count from the end. */
function spanOf(
  { start, end, step, ends }: { start: number; end: number; step: number; ends: boolean },
  text: string,
): Span {
  const count = (text.length * 8) / step;
  const place = (index: number) => Math.max(index < 0 ? index + count : index, 0);
  return { from: place(start) * step, to: (Math.min(place(end), count - 1) + 1) * step - 1, ends };
}

/** BITCOUNT key [start end [BYTE | BIT]]; a key that is not there ends it before its range is read. */
function bitcount(call: Call): Reply {
  const entry = read(call, arg(call, 1));
  if (!entry) return ZERO;
  if (entry.type !== 'string') return WRONG_TYPE;
  const span = readSpan(call, 2, entry.value, true);
  if ('type' in span) return span;
  let bits = 0;
  for (let offset = span.from; offset <= span.to; offset++) bits += bitAt(entry.value, offset);
  return integer(bits);
}

/** BITPOS key bit [start [end [BYTE | BIT]]]. */
function bitpos(call: Call): Reply {
  const bit = readNumber(call.host.version, arg(call, 2));
  if (bit === null) return NOT_AN_INTEGER;
  if (bit !== 0 && bit !== 1) return error('ERR The bit argument must be 1 or 0.');
  const entry = read(call, arg(call, 1));
  if (!entry) return integer(bit ? -1 : 0);
  if (entry.type !== 'string') return WRONG_TYPE;
  const span = readSpan(call, 3, entry.value, false);
  if ('type' in span) return span;
  const { from, to, ends } = span;
  for (let offset = from; offset <= to; offset++) if (bitAt(entry.value, offset) === bit) return integer(offset);
  // Behind the text there are noughts without end, unless one was named.
  return integer(bit === 0 && !ends && from <= to ? to + 1 : -1);
}

const operations: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ['and', (a, b) => a & b],
  ['or', (a, b) => a | b],
  ['xor', (a, b) => a ^ b],
  ['not', (a) => ~a & 0xff],
]);

/** BITOP AND | OR | XOR | NOT destination key …: shorter texts go on with noughts. */
function bitop(call: Call): Reply {
  const { argv, server, db, out } = call;
  const name = arg(call, 1).toLowerCase();
  const operation = operations.get(name);
  if (!operation) return SYNTAX_ERROR;
  if (name === 'not' && argv.length !== 4) return error('ERR BITOP NOT must be called with a single source key.');
  const texts: string[] = [];
  for (const key of argv.slice(3)) {
    const entry = find(call, key);
    if (entry && entry.type !== 'string') return WRONG_TYPE;
    texts.push(entry?.value ?? '');
  }
  const target = arg(call, 2);
  const length = Math.max(...texts.map((text) => text.length));
  if (length > 0) {
    let value = '';
    for (let i = 0; i < length; i++) {
      let byte = name === 'not' ? operation(byteAt(texts[0], i), 0) : byteAt(texts[0], i);
      for (let other = 1; other < texts.length; other++) byte = operation(byte, byteAt(texts[other], i));
      value += String.fromCharCode(byte);
    }
    put(call, target, { type: 'string', value, raw: true }, null);
    notify(server, db, '$', 'set', target, out);
  } else if (remove(call, target)) notify(server, db, 'g', 'del', target, out);
  return integer(length);
}

const byteAt = (text = '', at: number) => (at < text.length ? text.charCodeAt(at) : 0);
