import type { Difference } from '../conformance/suite.ts';

/**
 * What two disagreements of one cause share: the first place where real and simulated part, without the names, numbers
 * and lines in it.
 */
export function kindOf(differences: readonly Difference[]): string {
  const [first] = differences;
  if (!first) return '';
  const [real, simulated] = [first.expected, first.actual].map(linesOf) as [string[], string[]];
  const at = real.findIndex((line, i) => line !== simulated[i]);
  const where = first.at.replace(/\d+.*?(?=\w+$)/, '* ');
  return `${where}: ${plain(real[at] ?? real.at(-1))} | ${plain(simulated[at] ?? simulated.at(-1))}`;
}

function linesOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).map(String);
  return String(value ?? '').split('\n');
}

const plain = (line = ''): string =>
  line
    .replace(/"[^"]*"|'[^']*'/g, '""')
    .replace(/\d+/g, '0')
    .slice(0, 120);
