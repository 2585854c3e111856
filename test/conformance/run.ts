// npm run conformance                              every suite on the project's own recordings
// npm run -s conformance -- SUITE                  one suite
// npm run -s conformance -- SUITE FILE.jsonl       one suite on any file of the same form
//   --write                                        keeps what came of every suite: results.json, which the fidelity page shows
//   --json                                         the same as JSON; exit code 1 when below the floor, 2 on wrong usage
import { parseArgs } from 'node:util';
import { casesOf, compareAll, type Report, recordingOf } from './compare.ts';
import { print } from './print.ts';
import { allRedisFates, resultOf, writeResults } from './results.ts';
import type { Case } from './suite.ts';
import { suites } from './suites.ts';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [name, file, ...rest] = positionals;
  if (rest.length > 0) return usage(`too many arguments: ${rest.join(' ')}`);
  if (values.write && name !== undefined) return usage('--write keeps what came of every suite');
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
  if (values.write) {
    const results = chosen.map((suite, i) => resultOf(suite, reports[i] as Report));
    writeResults({ suites: results, redisCommands: await allRedisFates() });
  }
  const belowFloor = file === undefined && chosen.some((suite, i) => (reports[i] as Report).percent < suite.floor);
  return belowFloor ? 1 : 0;
}

function usage(problem: string): number {
  console.error(
    `${problem}\nusage: conformance [SUITE [FILE.jsonl]] [--json] [--write]\nsuites: ${suites.map((suite) => suite.name).join(', ')}`,
  );
  return 2;
}

process.exitCode = await main();
