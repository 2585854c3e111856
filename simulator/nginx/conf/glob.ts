import { fitsStars } from '../../core/wildcard.ts';

/** The names that match a shell pattern, sorted, as glob(3) gives them to nginx's `include`. */
export function glob(pattern: string, names: readonly string[]): string[] {
  const parts = pattern.split('/');
  return names
    .filter((name) => {
      const folders = name.split('/');
      return folders.length === parts.length && folders.every((folder, i) => fits(parts[i] ?? '', folder));
    })
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Whether a name without `/` fits; a leading dot only fits a dot. */
function fits(pattern: string, name: string): boolean {
  if (name.startsWith('.') && /^(?:[*?]|\[.[^\]]*\])/.test(pattern)) return false;
  return fitsStars(pattern, name, fitsOne);
}

/** The offset after the one sign of the pattern at `p` if it fits, else 0. */
function fitsOne(pattern: string, p: number, character: string): number {
  if (pattern[p] === '?') return p + 1;
  const end = pattern[p] === '[' ? pattern.indexOf(']', p + 2) : -1;
  if (end < 0) return pattern[p] === character ? p + 1 : 0;
  const not = pattern[p + 1] === '!' || pattern[p + 1] === '^';
  return isIn(pattern.slice(p + (not ? 2 : 1), end), character) !== not ? end + 1 : 0;
}

/** Whether a set such as `a-z_` has a character. */
function isIn(set: string, character: string): boolean {
  for (let i = 0; i < set.length; i++) {
    const to = set[i + 1] === '-' ? set[i + 2] : undefined;
    if (to === undefined ? set[i] === character : (set[i] as string) <= character && character <= to) return true;
    if (to !== undefined) i += 2;
  }
  return false;
}
