import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { find, LONGEST_TEXT, read, setText } from '../keyspace.ts';
import { readNumber } from '../numbers.ts';
import { error, ONE, WRONG_TYPE, ZERO } from '../replies.ts';

/** Single bits of texts (bitops.c). */
export const bitCommands: Record<string, Handler> = { setbit, getbit };

const BAD_OFFSET = error('ERR bit offset is not an integer or out of range');
const BAD_BIT = error('ERR bit is not an integer or out of range');

function offsetIn(call: Call): number | null {
  const offset = readNumber(call.host.version, arg(call, 2));
  return offset === null || offset < 0 || offset >= 2 ** 32 ? null : offset;
}

/** The bit at a place, the first one of a byte its highest; 0 behind the end. */
export const bitAt = (text: string, offset: number) =>
  offset >> 3 < text.length ? (text.charCodeAt(Math.floor(offset / 8)) >> (7 - (offset % 8))) & 1 : 0;

function setbit(call: Call): Reply {
  const offset = offsetIn(call);
  if (offset === null) return BAD_OFFSET;
  const bit = arg(call, 3);
  if (bit !== '0' && bit !== '1') return BAD_BIT;
  const key = arg(call, 1);
  const entry = find(call, key);
  if (entry && entry.type !== 'string') return WRONG_TYPE;
  const place = Math.floor(offset / 8);
  if (place >= LONGEST_TEXT) return BAD_OFFSET;
  const text = (entry?.value ?? '').padEnd(place + 1, '\0');
  const before = bitAt(text, offset);
  const byte = text.charCodeAt(place) & ~(1 << (7 - (offset % 8)));
  const changed = byte | (Number(bit) << (7 - (offset % 8)));
  setText(call, key, entry, text.slice(0, place) + String.fromCharCode(changed) + text.slice(place + 1), true);
  return before ? ONE : ZERO;
}

function getbit(call: Call): Reply {
  const offset = offsetIn(call);
  if (offset === null) return BAD_OFFSET;
  const entry = read(call, arg(call, 1));
  if (entry && entry.type !== 'string') return WRONG_TYPE;
  return bitAt(entry?.value ?? '', offset) ? ONE : ZERO;
}
