/**
 * Whether a name fits a pattern in which `*` is any text. `fitsOne` gives the offset after the one sign of the pattern at
 * an offset, `*` aside, when it fits a character, else 0. Time: name × pattern, however many `*` there are.
 */
export function fitsStars(
  pattern: string,
  name: string,
  fitsOne: (pattern: string, at: number, character: string) => number,
): boolean {
  let [p, n, star, mark] = [0, 0, -1, 0];
  while (n < name.length) {
    const next = p < pattern.length && pattern[p] !== '*' ? fitsOne(pattern, p, name[n] as string) : 0;
    if (next > 0) {
      p = next;
      n++;
    } else if (pattern[p] === '*') {
      star = p++;
      mark = n;
    } else if (star >= 0) {
      p = star + 1;
      n = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p >= pattern.length;
}
