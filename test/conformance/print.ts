import { words } from '../../site/fidelity/texts/en.ts';
import type { Reason } from '../../site/fidelity/texts/words.ts';
import type { Report } from './compare.ts';
import type { Suite } from './suite.ts';

/** Writes a report to the terminal: every disagreement, then the tallies. */
export function print(suite: Suite, report: Report): void {
  for (const { id, differences, reason } of report.disagreements) {
    console.log(`\n${report.suite} ${id} disagrees${reason ? ` (known: ${reasonOf(reason)})` : ''}`);
    for (const { at, expected, actual } of differences)
      console.log(`  ${at}\n    expected ${JSON.stringify(expected)}\n    actual   ${JSON.stringify(actual)}`);
  }
  console.log(
    `\n${report.suite}: ${report.agree} / ${report.total} agree (${report.percent} %, floor ${suite.floor} %)`,
  );
  for (const [group, { agree, total }] of Object.entries(report.groups).sort(([a], [b]) => a.localeCompare(b)))
    console.log(`  ${group.padEnd(18)} ${agree} / ${total}`);
  for (const [why, count] of tallied(
    report.skipped.map(({ why, what }) => [words.skips[why], what].filter(Boolean).join(': ')),
  ))
    console.log(`  not compared: ${count} (${why})`);
}

function reasonOf(reason: Reason): string {
  const { title, why } = words.reasons[reason];
  return `${title}. ${why}`;
}

function tallied(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
