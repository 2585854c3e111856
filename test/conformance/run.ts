// npm run conformance                              every suite on the project's own recordings
// npm run -s conformance -- SUITE                  one suite
// npm run -s conformance -- SUITE FILE.jsonl       one suite on any file of the same form
//   --json                                         the same as JSON; exit code 1 when below the floor, 2 on wrong usage
import { parseArgs } from 'node:util';
import { casesOf, compareAll, type Report, recordingOf } from './compare.ts';
import type { Case, Suite } from './suite.ts';
import { suites } from './suites.ts';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [name, file, ...rest] = positionals;
  if (rest.length > 0) return usage(`too many arguments: ${rest.join(' ')}`);
  const chosen = name === undefined ? suites : suites.filter((suite) => suite.name === name);
  if (chosen.length === 0) return usage(`no suite is called "${name}"`);
  const reports: Report[] = [];
  for (const suite of chosen) {
    let cases: Case[];
    try {
      cases = casesOf(file ?? recordingOf(suite));
    } catch (error) {
      return usage((error as Error).message);
    }
    const report = await compareAll(suite, cases);
    reports.push(report);
    if (!values.json) print(suite, report);
  }
  if (values.json) console.log(JSON.stringify(name === undefined ? reports : reports[0], undefined, 2));
  const belowFloor = file === undefined && chosen.some((suite, i) => (reports[i] as Report).percent < suite.floor);
  return belowFloor ? 1 : 0;
}

function usage(problem: string): number {
  console.error(
    `${problem}\nusage: conformance [SUITE [FILE.jsonl]] [--json]\nsuites: ${suites.map((suite) => suite.name).join(', ')}`,
  );
  return 2;
}

function print(suite: Suite, report: Report): void {
  for (const { id, differences, reason } of report.disagreements) {
    console.log(`\n${report.suite} ${id} disagrees${reason ? ` (known: ${reason})` : ''}`);
    for (const { at, expected, actual } of differences)
      console.log(`  ${at}\n    expected ${JSON.stringify(expected)}\n    actual   ${JSON.stringify(actual)}`);
  }
  console.log(
    `\n${report.suite}: ${report.agree} / ${report.total} agree (${report.percent} %, floor ${suite.floor} %)`,
  );
  for (const [group, { agree, total }] of Object.entries(report.groups).sort(([a], [b]) => a.localeCompare(b)))
    console.log(`  ${group.padEnd(18)} ${agree} / ${total}`);
  for (const [why, count] of tallied(report.skipped.map((skip) => skip.why)))
    console.log(`  not compared: ${count} (${why})`);
}

function tallied(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

process.exitCode = await main();
