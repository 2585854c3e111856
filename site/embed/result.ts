import type { Verdict } from '../../simulator/index.ts';
import type { CheckResult, Result } from './protocol.ts';

/** What the verdicts of an exercise's checks come to. */
export function resultOf(
  verdicts: readonly Verdict[],
  about: Pick<Result, 'exercise' | 'attempt' | 'seed' | 'permalink'>,
): Result {
  const max = pointsOf(verdicts);
  const raw = pointsOf(verdicts.filter(({ state }) => state === 'passed'));
  return {
    ...about,
    passed: verdicts.every(({ state }) => state === 'passed'),
    score: { raw, min: 0, max, scaled: max === 0 ? 0 : raw / max },
    checks: verdicts.map(checkOf),
  };
}

function checkOf(verdict: Verdict): CheckResult {
  const { id, points, state } = verdict;
  if (state !== 'failed') return { id, passed: state === 'passed', points };
  return { id, passed: false, feedbackId: verdict.feedback.id, points };
}

const pointsOf = (verdicts: readonly Verdict[]) => verdicts.reduce((sum, { points }) => sum + points, 0);
