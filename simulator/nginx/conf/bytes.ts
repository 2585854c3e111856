/**
 * nginx counts and cuts bytes; editors count UTF-16. Everywhere in this folder text is UTF-16, and a
 * byte that is no UTF-8 (GBK in a comment, half a character) is the lone surrogate U+DC80–U+DCFF,
 * as Python's `surrogateescape` writes it.
 */

const notAscii = /[^\0-\x7f]/;

/** How many bytes the text takes in a file. */
export function byteLength(text: string): number {
  return notAscii.test(text) ? encode(text).length : text.length;
}

/** The first `length` bytes, read again as text; a character cut in two leaves stray bytes. */
export function cutBytes(text: string, length: number): string {
  if (text.length <= length && !notAscii.test(text)) return text;
  return decode(encode(text).slice(0, length));
}

/** The text as nginx would see it in C: up to the first NUL. */
export function cString(text: string): string {
  const nul = text.indexOf('\0');
  return nul < 0 ? text : text.slice(0, nul);
}

/** As a terminal log shows it: stray bytes written `\xNN`. */
export function printable(text: string): string {
  return text.replace(/[\udc80-\udcff]/g, (unit, index: number) => {
    const before = text.charCodeAt(index - 1);
    return before >= 0xd800 && before <= 0xdbff ? unit : `\\x${(unit.charCodeAt(0) - 0xdc00).toString(16)}`;
  });
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
