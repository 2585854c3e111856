import type { Result } from '../embed/protocol.ts';

/** How far a learner has come, over all sessions; it never goes back. */
export interface Standing {
  /** The best score, from 0 to 1; `undefined`: nothing was checked yet. */
  best: number | undefined;
  passed: boolean;
}

/** Scores are sums of points and mastery a decimal: what differs by less is the same. */
const HAIR = 1e-9;

/** The standing after one more result. `mastery`: the least score that passes, from 0 to 1. */
export function after({ best, passed }: Standing, { score }: Pick<Result, 'score'>, mastery: number): Standing {
  return { best: Math.max(best ?? 0, score.scaled), passed: passed || score.scaled >= mastery - HAIR };
}
