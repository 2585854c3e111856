import type { Value } from '../host.ts';
import { isInt64 } from '../numbers.ts';
import type { RedisVersion } from './table.ts';

/** How the server would keep a value in memory, as OBJECT ENCODING tells (object.c, with the limits of the defaults). */
export function encodingOf(version: RedisVersion, entry: Value): string {
  const packed = version === '3.2.1' ? 'ziplist' : 'listpack';
  const short = (text: string) => text.length <= 64;
  switch (entry.type) {
    case 'string':
      return textEncoding(entry.value, entry.raw === true);
    case 'list':
      return 'quicklist';
    case 'set':
      return entry.value.length <= 512 && entry.value.every(isInteger) ? 'intset' : 'hashtable';
    case 'hash':
      return entry.value.length <= 512 && entry.value.every(([field, value]) => short(field) && short(value))
        ? packed
        : 'hashtable';
    case 'zset':
      return entry.value.length <= 128 && entry.value.every(([member]) => short(member)) ? packed : 'skiplist';
  }
}

function textEncoding(text: string, raw: boolean): string {
  if (raw) return 'raw';
  if (isInteger(text)) return 'int';
  return text.length <= 44 ? 'embstr' : 'raw';
}

/** The one spelling of a 64-bit integer. */
function isInteger(text: string): boolean {
  if (text.length > 20 || !/^(?:0|-?[1-9]\d*)$/.test(text)) return false;
  return isInt64(BigInt(text));
}
