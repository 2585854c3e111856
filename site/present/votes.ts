/** What an answer is called when hands are raised: A, B, C … */
export const letterOf = (nth: number): string => String.fromCharCode(65 + nth);

/** The share of an answer in percent, whole; 0 where nobody voted. */
export function shareOf(counts: readonly number[], nth: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : Math.round(((counts[nth] ?? 0) * 100) / all);
}
