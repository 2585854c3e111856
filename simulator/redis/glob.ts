import { fitsStars } from '../core/wildcard.ts';

/** Whether a text fits a glob pattern as Redis reads it (stringmatchlen of util.c): `*`, `?`, `[a-z]`, `[^a]`, `\x`. */
export const matches = (pattern: string, text: string): boolean => fitsStars(pattern, text, fitsOne);

/** The place behind the one-character pattern at `p` if it fits, else 0. */
function fitsOne(pattern: string, p: number, character: string): number {
  const c = pattern[p];
  if (c === '?') return p + 1;
  if (c === '[') return matchClass(pattern, p + 1, character);
  if (c === '\\' && p + 1 < pattern.length) return pattern[p + 1] === character ? p + 2 : 0;
  return c === character ? p + 1 : 0;
}

function matchClass(pattern: string, start: number, character: string): number {
  let p = start;
  const not = pattern[p] === '^';
  if (not) p++;
  let fits = false;
  for (; p < pattern.length && pattern[p] !== ']'; p++) {
    if (pattern[p] === '\\' && p + 1 < pattern.length) {
      p++;
      if (pattern[p] === character) fits = true;
    } else if (pattern[p + 1] === '-' && p + 2 < pattern.length) {
      const [from = '', to = ''] = [pattern[p], pattern[p + 2]].sort();
      p += 2;
      if (character >= from && character <= to) fits = true;
    } else if (pattern[p] === character) fits = true;
  }
  return fits !== not ? Math.min(p + 1, pattern.length) : 0;
}
