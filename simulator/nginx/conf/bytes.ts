import { decode, encode } from '../../core/utf8.ts';

// nginx counts and cuts bytes; everywhere in this folder text is UTF-16 (`core/utf8.ts` says how strays are kept).

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
