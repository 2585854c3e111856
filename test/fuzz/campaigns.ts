import { readFileSync, writeFileSync } from 'node:fs';

/** All searches that were made, and all they found: `campaigns.json`. */
export interface Log {
  /** In the order in which they ended. */
  campaigns: Campaign[];
  findings: Finding[];
}

/** One search, as `npm run fuzz -- SUITE --log` writes it down when it ends. */
export interface Campaign {
  /** The suite whose kind of cases was made. */
  suite: string;
  /** The real program and its version, e.g. `Redis 7.0.15`. */
  program: string;
  /** The day it ended (UTC), e.g. `2026-11-27`. */
  date: string;
  seed: number;
  /** How long it took, with one decimal. */
  minutes: number;
  /** How many cases were given to both sides, those made while a disagreement was made smaller among them. */
  cases: number;
  /** How many of them reached something that the simulator says it does not have: not compared. */
  unmodelled: number;
  /** How many differed once and not when they were given again: decided by the machine's load. */
  unsteady: number;
  /** How many kinds of disagreement were seen. A kind may be seen again in a later campaign, until it is corrected. */
  disagreements: number;
}

/** One kind of disagreement, and what became of it. */
export interface Finding {
  suite: string;
  /** Its case in the recording of the suite's random cases (`test/recordings/fuzz/SUITE.jsonl`). */
  id: string;
  /** What was different. */
  what: { en: string; zh: string };
  /** Corrected in the simulator, or left as it is. */
  fate: 'fixed' | 'left';
  /** Why it is left. */
  reason?: { en: string; zh: string };
}

const file = new URL('campaigns.json', import.meta.url);

/** The log as it stands in the project. */
export const readLog = (): Log => JSON.parse(readFileSync(file, 'utf8')) as Log;

/** Writes a campaign down as the last one. */
export function addToLog(campaign: Campaign): void {
  const log = readLog();
  log.campaigns.push(campaign);
  writeFileSync(file, `${JSON.stringify(log, undefined, 2)}\n`);
}
