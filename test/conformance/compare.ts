import { readFileSync } from 'node:fs';
import type { Reason, Skip } from '../../site/fidelity/texts/words.ts';
import type { Case, Difference, Suite } from './suite.ts';

/** How many cases of a group agree. */
export interface Tally {
  agree: number;
  total: number;
}

export interface Disagreement {
  id: string;
  group: string;
  differences: Difference[];
  /** Why, where it is understood. */
  reason?: Reason;
}

export interface Report {
  suite: string;
  agree: number;
  total: number;
  /** Percent, one decimal, rounded down: what a floor is compared with. */
  percent: number;
  groups: Record<string, Tally>;
  /** How many of the compared cases are recordings of a program; one of two programs counts for both. */
  programs: Record<string, number>;
  disagreements: Disagreement[];
  skipped: { id: string; why: Skip; what?: string }[];
}

/** The cases of a `.jsonl` file. @throws with file and line where a line is not JSON. */
export function casesOf(path: string | URL): Case[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as Case];
    } catch (error) {
      throw new Error(`${path}:${index + 1}: not JSON: ${(error as Error).message}`);
    }
  });
}

/** The project's own recording for a suite. */
export const recordingOf = (suite: Suite) => new URL(`../recordings/${suite.file}`, import.meta.url);

/** Compares every case. A simulator that throws disagrees; it does not end the comparison. */
export async function compareAll(suite: Suite, cases: readonly Case[]): Promise<Report> {
  const report: Report = {
    suite: suite.name,
    agree: 0,
    total: 0,
    percent: 100,
    groups: {},
    programs: {},
    disagreements: [],
    skipped: [],
  };
  for (const recorded of cases) {
    const comparison = await compareOne(suite, recorded);
    if ('skipped' in comparison) {
      const { skipped: why, what } = comparison;
      report.skipped.push({ id: recorded.id, why, ...(what === undefined ? {} : { what }) });
      continue;
    }
    const group = suite.group(recorded);
    const tally = (report.groups[group] ??= { agree: 0, total: 0 });
    for (const program of new Set(suite.programs(recorded)))
      report.programs[program] = (report.programs[program] ?? 0) + 1;
    const { differences } = comparison;
    tally.total++;
    report.total++;
    if (differences.length === 0) {
      tally.agree++;
      report.agree++;
      continue;
    }
    const reason = suite.known[recorded.id];
    report.disagreements.push({ id: recorded.id, group, differences, ...(reason === undefined ? {} : { reason }) });
  }
  if (report.total > 0) report.percent = Math.floor((report.agree / report.total) * 1000) / 10;
  return report;
}

async function compareOne(suite: Suite, recorded: Case) {
  try {
    return await suite.compare(recorded);
  } catch (error) {
    const actual = error instanceof Error ? error.stack : String(error);
    return { differences: [{ at: 'the simulator threw', expected: undefined, actual }] };
  }
}
