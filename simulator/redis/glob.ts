/** Whether a text fits a glob pattern as Redis reads it (stringmatchlen of util.c): `*`, `?`, `[a-z]`, `[^a]`, `\x`. */
export function matches(pattern: string, text: string): boolean {
  if (pattern === '*') return true;
  // Where to go back to: the last star, and how much of the text it stands for so far.
  let star = -1;
  let taken = 0;
  let p = 0;
  let t = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      taken = t;
      continue;
    }
    const next = p < pattern.length ? matchOne(pattern, p, text[t] ?? '') : -1;
    if (next >= 0) {
      p = next;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++taken;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p >= pattern.length;
}

/** The place behind the one-character pattern at `p` if it fits, else -1. */
function matchOne(pattern: string, p: number, character: string): number {
  const c = pattern[p];
  if (c === '?') return p + 1;
  if (c === '[') return matchClass(pattern, p + 1, character);
  if (c === '\\' && p + 1 < pattern.length) return pattern[p + 1] === character ? p + 2 : -1;
  return c === character ? p + 1 : -1;
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
  return fits !== not ? Math.min(p + 1, pattern.length) : -1;
}
