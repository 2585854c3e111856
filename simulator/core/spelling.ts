/** The known words one or two typing errors away, the closest first. */
export function nearest(name: string, known: Iterable<string>): string[] {
  if (name.length > 40) return [];
  return [...known]
    .filter((word) => Math.abs(word.length - name.length) <= 2)
    .map((word) => ({ word, steps: distance(name.toLowerCase(), word) }))
    .filter(({ steps }) => steps <= (name.length < 6 ? 1 : 2))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, 2)
    .map(({ word }) => word);
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The same text with the ASCII twins of its full-width characters; `undefined` where there are none. */
export function halfWidth(text: string): string | undefined {
  const half = text.replace(/[\uff01-\uff5e\u3000]/g, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  return half === text ? undefined : half;
}
