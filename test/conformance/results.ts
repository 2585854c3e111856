import { readFileSync, writeFileSync } from 'node:fs';
import type { Reason, Skip, SuiteName } from '../../site/fidelity/texts/words.ts';
import type { Report } from './compare.ts';
import { type CommandFate, redisFates } from './redis-fates.ts';
import type { Suite } from './suite.ts';

/** What the fidelity page shows: `results.json`, written by `npm run conformance -- --write`. */
export interface Results {
  /** In the order in which they are reported. */
  suites: SuiteResult[];
  /** Every command of each version of Redis. */
  redisCommands: Record<string, Record<string, CommandFate>>;
}

export interface SuiteResult {
  suite: SuiteName;
  /** Its recording, relative to `test/recordings/`. */
  file: string;
  agree: number;
  total: number;
  /** The share in percent that must not fall. */
  floor: number;
  /** How many of the compared cases are recordings of each program. */
  programs: Record<string, number>;
  /** Why the others differ, by case id. */
  differing: Record<string, Reason>;
  /** Why cases are not compared, by case id. */
  skipped: Record<string, Skip>;
}

const file = new URL('results.json', import.meta.url);

/** The results as they stand in the project. */
export const readResults = (): Results => JSON.parse(readFileSync(file, 'utf8')) as Results;

/** Writes the results down. */
export const writeResults = (results: Results): void =>
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);

/** What is kept of a report. */
export const resultOf = (suite: Suite, { agree, total, programs, disagreements, skipped }: Report): SuiteResult => ({
  suite: suite.name,
  file: suite.file,
  agree,
  total,
  floor: suite.floor,
  programs,
  differing: Object.fromEntries(disagreements.map(({ id, reason = 'unexplained' }) => [id, reason])),
  skipped: Object.fromEntries(skipped.map(({ id, why }) => [id, why])),
});

/** The fates of every version's commands. */
export const allRedisFates = async (): Promise<Results['redisCommands']> => ({
  '3.2.1': await redisFates('3.2.1'),
  '7.0.15': await redisFates('7.0.15'),
});
