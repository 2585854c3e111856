// npm run record -- SUITE                     the suite's own cases, from the program that is installed here
// npm run record -- SUITE CASES.jsonl         any cases of the same form; only what was given is read
//   --sample N                                only N of them, spread evenly
//   --out FILE                                the new recording, as lines of the same form
//   --steady                                  only cases in which nothing hangs on time, compared with their recording
// Says where the program that runs here differs from the recording (of the suite's own cases), and where the simulator
// differs from it. Exit code 1 when the simulator is below the suite's floor (--steady: when any case is not as recorded),
// 2 on wrong usage, 3 when nothing can be recorded on this machine. Needs Linux and root.
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { casesOf, compareAll, recordingOf } from '../conformance/compare.ts';
import { print } from '../conformance/print.ts';
import type { Case } from '../conformance/suite.ts';
import { sayAgain } from './again.ts';
import type { Recorder } from './recorder.ts';
import { recorders } from './recorders.ts';
import { alone, hindrance } from './sandbox.ts';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { sample: { type: 'string' }, out: { type: 'string' }, steady: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [name, file, ...rest] = positionals;
  const recorder = recorders.find(({ suite }) => suite.name === name);
  if (!recorder || rest.length > 0) return usage(name ? `nothing called "${name}" can be recorded` : 'which suite?');
  const size = values.sample === undefined ? Number.POSITIVE_INFINITY : Number(values.sample);
  if (!(size >= 1)) return usage('--sample wants a number from 1 up');
  const hindered = hindrance(recorder.programs);
  if (hindered) {
    console.error(hindered);
    return 3;
  }
  const code = alone();
  if (code !== undefined) return code;
  const able = repeatable(recorder, casesOf(file ?? recordingOf(recorder.suite)));
  const cases = sampleOf(values.steady ? able.filter((given) => recorder.steady(given)) : able, size);
  const recorded = await recordAll(recorder, cases, values.out);
  const same = file !== undefined || sayAgain(recorder, cases, recorded);
  if (values.steady) return same ? 0 : 1;
  const report = await compareAll(recorder.suite, recorded);
  print(recorder.suite, report);
  return report.percent < recorder.suite.floor ? 1 : 0;
}

/** The cases that can be repeated here. How many cannot, and why, is said. */
function repeatable(recorder: Recorder, cases: readonly Case[]): Case[] {
  const left = new Map<string, number>();
  const able = cases.filter((given) => {
    const why = recorder.hindrance(given);
    if (why !== undefined) left.set(why, (left.get(why) ?? 0) + 1);
    return why === undefined;
  });
  for (const [why, count] of left) console.log(`not recorded: ${count} (${why})`);
  return able;
}

/** So many cases, spread evenly over all. */
function sampleOf(cases: readonly Case[], size: number): Case[] {
  const step = Math.max(1, cases.length / size);
  return Array.from({ length: Math.min(size, cases.length) }, (_, i) => cases[Math.floor(i * step)] as Case);
}

async function recordAll(recorder: Recorder, cases: readonly Case[], out: string | undefined): Promise<Case[]> {
  const [here, before] = [recorder.version(), recorder.recordedFrom];
  const other = here === before ? '' : `; the recording is of ${before}`;
  console.log(`${cases.length} cases of ${recorder.suite.name}, from ${here}${other}`);
  const file = out === undefined ? undefined : openSync(out, 'w');
  const recording = recorder.open();
  const recorded: Case[] = [];
  try {
    for (const [i, given] of cases.entries()) {
      const came = await recording.record(given);
      recorded.push(came);
      if (file !== undefined) writeSync(file, `${JSON.stringify(came)}\n`);
      if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} of ${cases.length}`);
    }
  } finally {
    await recording.close();
    if (file !== undefined) closeSync(file);
  }
  return recorded;
}

function usage(problem: string): number {
  const names = recorders.map(({ suite }) => suite.name).join(', ');
  console.error(`${problem}\nusage: record SUITE [CASES.jsonl] [--sample N] [--steady] [--out FILE]\nsuites: ${names}`);
  return 2;
}

process.exitCode = await main();
