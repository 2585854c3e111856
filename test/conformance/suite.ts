import type { Reason, Skip, SuiteName } from '../../site/fidelity/texts/words.ts';

/** One recorded case of the real program, as a line of a `.jsonl` file. */
export interface Case {
  id: string;
  group?: string;
}

/** Where the simulator and the recording differ. */
export interface Difference {
  /** Which part, e.g. `stderr[0]` or `picks[3].upstream_addr`. */
  at: string;
  expected: unknown;
  actual: unknown;
}

/** What a suite says of one case: its differences (none: they agree), or why it is not compared, and what of it. */
export type Comparison = { differences: Difference[] } | { skipped: Skip; what?: string };

/** Compares the simulator with recordings of one kind. Drives the public simulator only; never looks an answer up. */
export interface Suite<C extends Case = Case> {
  name: SuiteName;
  /** The project's own recording, relative to `test/recordings/`. */
  file: string;
  /** The real programs that a case is a recording of: `Redis 3.2.1`. */
  programs(recorded: C): readonly string[];
  /** The share of agreeing cases, in percent, that must not fall. */
  floor: number;
  group(recorded: C): string;
  compare(recorded: C): Comparison | Promise<Comparison>;
  /** Disagreements that are understood: why, by case id. Told on the fidelity page; they still count as disagreements. */
  known: Readonly<Record<string, Reason>>;
}

/** The differences of two plain values, deep, as one list. */
export function differencesOf(at: string, expected: unknown, actual: unknown): Difference[] {
  return JSON.stringify(expected) === JSON.stringify(actual) ? [] : [{ at, expected, actual }];
}
