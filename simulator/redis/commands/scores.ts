import type { RedisVersion } from './table.ts';

/**
 * A number with a fraction as `strtod` reads all of a text; null where it does not, and for NaN. Blanks before it count
 * as nothing here, and so does nothing at all.
 */
function readDouble(text: string): number | null {
  const trimmed = text.replace(/^[ \t\n\v\f\r]+/, '');
  if (trimmed === '') return text === '' ? 0 : null;
  const [, sign, rest = ''] = /^([+-]?)(.*)$/s.exec(trimmed) ?? [];
  const size = /^inf(?:inity)?$/i.test(rest)
    ? Number.POSITIVE_INFINITY
    : /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(rest)
      ? Number(rest)
      : hexadecimal(rest);
  return size === null ? null : sign === '-' ? -size : size;
}

/** `0x` with a fraction and a power of two, as C has them. */
function hexadecimal(text: string): number | null {
  const [, whole = '', fraction = '', power = '0'] =
    /^0x([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d+))?$/i.exec(text) ?? [];
  if (whole + fraction === '') return null;
  return Number.parseInt(whole + fraction, 16) * 2 ** (Number(power) - 4 * fraction.length);
}

/**
 * A score or an increment (getDoubleFromObject of object.c): not one that begins with a blank, nor what is too large or
 * too small for a double. No text at all is 0 for 3.2.1, and refused by 7.0.15.
 */
export function readScore(version: RedisVersion, text: string): number | null {
  if (/^[ \t\n\v\f\r]/.test(text)) return null;
  const score = readDouble(text);
  if (score === null) return null;
  const lost =
    (Math.abs(score) === Number.POSITIVE_INFINITY && !/inf/i.test(text)) ||
    (score === 0 && /[1-9]/.test(text.replace(/e.*$/i, '')));
  return lost || (text === '' && version === '7.0.15') ? null : score;
}

/** One end of a range, and whether it is left out itself. */
export interface End<T> {
  value: T;
  open: boolean;
}

/** A range of scores (zslParseRange of t_zset.c): `(` leaves the end itself out. */
export function readScoreEnd(text: string): End<number> | null {
  const open = text.startsWith('(');
  const value = readDouble(open ? text.slice(1) : text);
  return value === null ? null : { value, open };
}

/** Before all and after all letters. */
export type Letters = string | typeof FIRST | typeof LAST;
const FIRST = -1;
const LAST = 1;

/** A range by letters (zslParseLexRangeItem): `[` and `(` before a text, `-` and `+` alone. */
export function readLetterEnd(text: string): End<Letters> | null {
  if (text === '-') return { value: FIRST, open: false };
  if (text === '+') return { value: LAST, open: false };
  return /^[[(]/.test(text) ? { value: text.slice(1), open: text.startsWith('(') } : null;
}

/** Which of two comes first: less than 0 the first one. */
export function compareLetters(a: Letters, b: Letters): number {
  if (typeof a === 'number' || typeof b === 'number')
    return (typeof a === 'number' ? a : 0) - (typeof b === 'number' ? b : 0);
  return a < b ? -1 : a > b ? 1 : 0;
}
