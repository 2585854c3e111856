// npm run fuzz -- TARGET --minutes 60         searches for cases in which the simulator and the real program differ
//   --seed N                                  begins elsewhere (default: 1); the same seed makes the same cases
//   --out FILE                                every disagreement, made as small as it gets, as a line of the suite's form
//   --log                                     writes the search down in campaigns.json
// Each kind of disagreement is told once. Exit code 1 when there was one, 2 on wrong usage, 3 when nothing can be recorded
// on this machine. Needs Linux and root (see `npm run record`).
import { appendFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import type { Case, Difference } from '../conformance/suite.ts';
import type { Recording } from '../record/recorder.ts';
import { alone, hindrance } from '../record/sandbox.ts';
import { addToLog } from './campaigns.ts';
import { kindOf } from './kind.ts';
import type { Target } from './target.ts';
import { targets } from './targets.ts';

interface Search {
  cases: number;
  /** How many of them reached something that the simulator says it does not have. */
  unmodelled: number;
  /** How many differed once, and not in the same way when they were given again: the machine's load, and no finding. */
  unsteady: number;
  /** The kinds of disagreement that were told, each with the case that shows it. */
  found: Map<string, { recorded: Case; differences: Difference[] }>;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      log: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const target = targets.find(({ recorder }) => recorder.suite.name === positionals[0]);
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  if (!target || positionals.length > 1) return usage('which target?');
  if (!(minutes > 0) || !Number.isInteger(seed)) return usage('--minutes and --seed want numbers');
  const hindered = hindrance(target.recorder.programs);
  if (hindered) {
    console.error(hindered);
    return 3;
  }
  const code = alone();
  if (code !== undefined) return code;
  if (values.out !== undefined) writeFileSync(values.out, '');
  const begun = Date.now();
  const { cases, unmodelled, unsteady, found } = await search(target, begun + minutes * 60_000, seed, values.out);
  const { suite, version } = target.recorder;
  console.log(
    `${suite.name}: ${cases} cases, ${found.size} kinds of disagreement (${unmodelled} not modelled, ${unsteady} unsteady)`,
  );
  if (values.log)
    addToLog({
      suite: suite.name,
      program: version(),
      date: new Date().toISOString().slice(0, 10),
      seed,
      minutes: Math.round((Date.now() - begun) / 6000) / 10,
      cases,
      unmodelled,
      unsteady,
      disagreements: found.size,
    });
  return found.size > 0 ? 1 : 0;
}

async function search(target: Target, until: number, seed: number, out: string | undefined): Promise<Search> {
  const search: Search = { cases: 0, unmodelled: 0, unsteady: 0, found: new Map() };
  const recording = target.recorder.open();
  try {
    for (let round = 0; Date.now() < until; round++) {
      const kinds = await batch(target, recording, seed + round, until, search);
      for (const kind of kinds) tell(target, kind, search, out);
    }
  } finally {
    await recording.close();
  }
  return search;
}

/** Tries one batch; where it finds a new kind of disagreement, it is made small. Returns the new kinds. */
async function batch(
  target: Target,
  recording: Recording,
  seed: number,
  until: number,
  search: Search,
): Promise<string[]> {
  const { suite } = target.recorder;
  const fresh: Search['found'] = new Map();
  const isAgreed = async (given: Case): Promise<boolean> => {
    search.cases++;
    const recorded = await recording.record(given);
    const comparison = await suite.compare(recorded);
    if ('skipped' in comparison || comparison.differences.length === 0) return true;
    if (saysSo(comparison.differences[0])) {
      search.unmodelled++;
      return true;
    }
    const kind = kindOf(comparison.differences);
    if (search.found.has(kind)) return true;
    if (!(await isSteady(target, recording, given, kind))) {
      search.unsteady++;
      return true;
    }
    fresh.set(kind, { recorded, differences: comparison.differences });
    return false;
  };
  let last: Promise<boolean> | undefined;
  const agrees = fc.asyncProperty(target.given, (given) => {
    last = isAgreed(given);
    return last;
  });
  await fc.check(agrees, { seed, numRuns: target.batch, interruptAfterTimeLimit: Math.max(0, until - Date.now()) });
  // Time may have been up in the middle of a case.
  await last;
  for (const [kind, shown] of fresh) search.found.set(kind, shown);
  return [...fresh.keys()];
}

/** The simulator's own word for what it does not have: from there on, the two go different ways. */
const saysSo = (first: Difference | undefined) => String(first?.actual).startsWith('-UNMODELLED ');

/** Whether the real program, given a case again, differs in the same way. */
async function isSteady({ recorder }: Target, recording: Recording, given: Case, kind: string): Promise<boolean> {
  const comparison = await recorder.suite.compare(await recording.record(given));
  return 'differences' in comparison && kindOf(comparison.differences) === kind;
}

function tell({ recorder }: Target, kind: string, { found, cases }: Search, out: string | undefined): void {
  const shown = found.get(kind);
  if (!shown) return;
  const id = `${recorder.suite.name}-${[...found.keys()].indexOf(kind) + 1}`;
  console.log(`\nafter ${cases} cases, ${id}: ${kind}`);
  for (const { at, expected, actual } of shown.differences.slice(0, 3))
    console.log(`  ${at}\n    real      ${shortly(expected)}\n    simulated ${shortly(actual)}`);
  if (out !== undefined) appendFileSync(out, `${JSON.stringify({ ...shown.recorded, id })}\n`);
}

const shortly = (value: unknown) => String(JSON.stringify(value)).slice(0, 500);

function usage(problem: string): number {
  const names = targets.map(({ recorder }) => recorder.suite.name).join(', ');
  console.error(`${problem}\nusage: fuzz TARGET [--minutes N] [--seed N] [--out FILE] [--log]\ntargets: ${names}`);
  return 2;
}

process.exitCode = await main();
