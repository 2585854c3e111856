/**
 * Programs count, cut and send bytes; editors count UTF-16. A byte that is no UTF-8 (GBK in a comment, half a
 * character) is the lone surrogate U+DC80–U+DCFF, as Python's `surrogateescape` writes it.
 */

const notAscii = /[^\0-\x7f]/;

/** The bytes of a text as a byte string: one character (U+0000–U+00FF) is one byte. */
export function bytesOf(text: string): string {
  if (!notAscii.test(text)) return text;
  return encode(text).reduce((bytes, byte) => bytes + String.fromCharCode(byte), '');
}

/** A byte string read as text. */
export function textOf(bytes: string): string {
  if (!notAscii.test(bytes)) return bytes;
  return decode(Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

/** The bytes of a file as text. */
export function decode(bytes: ArrayLike<number>): string {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0) text += String.fromCharCode(0xdc00 + (bytes[i] as number));
    else text += String.fromCodePoint(codePoint(bytes, i, length));
    i += length || 1;
  }
  return text;
}

/** The bytes of a text. */
export function encode(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

/** Length of the valid UTF-8 sequence at `i`, or 0. Overlong forms and surrogates are no UTF-8. */
function sequenceLength(bytes: ArrayLike<number>, i: number): number {
  const first = bytes[i] as number;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let k = 1; k < length; k++) {
    const next = bytes[i + k];
    if (next === undefined || (next & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[i + 1] as number;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

function codePoint(bytes: ArrayLike<number>, i: number, length: number): number {
  const first = bytes[i] as number;
  let code = length === 1 ? first : first & (0xff >> (length + 1));
  for (let k = 1; k < length; k++) code = (code << 6) | ((bytes[i + k] as number) & 63);
  return code;
}
