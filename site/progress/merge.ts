import type { CheckProgress, CheckState, ExerciseProgress, Predicted, Progress } from './progress.ts';

/**
 * What both have done. Whatever passed in either stays passed; the order does not matter, nor how often the same is
 * merged in again. Attempts go on being counted as `own`.
 */
export const merge = (own: Progress, other: Progress): Progress => ({
  ...own,
  exercises: union(own.exercises, other.exercises, mergeExercises),
});

const mergeExercises = (a: ExerciseProgress, b: ExerciseProgress): ExerciseProgress => ({
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  attempts: union(a.attempts, b.attempts, Math.max),
  checks: union(a.checks, b.checks, mergeChecks),
  ...earliest('passed', a, b),
  ...earliest('revealed', a, b),
  hints: union(a.hints, b.hints, Math.max),
  predictions: union(a.predictions, b.predictions, newestPrediction),
});

/** Of two that are equally old, what says more. */
const weight: Record<CheckState, number> = { untried: 0, failed: 1, passed: 2 };

function mergeChecks(a: CheckProgress, b: CheckProgress): CheckProgress {
  const newer = a.at - b.at || weight[a.state] - weight[b.state];
  const { state, at } = newer > 0 ? a : b;
  return { state, at, ...earliest('passed', a, b) };
}

function newestPrediction(a: Predicted, b: Predicted): Predicted {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify([a.said, a.came]) > JSON.stringify([b.said, b.came]) ? a : b;
}

function earliest<Key extends 'passed' | 'revealed'>(
  key: Key,
  a: { [key in Key]?: number },
  b: { [key in Key]?: number },
): { [key in Key]?: number } {
  const times = [a[key], b[key]].filter((time) => time !== undefined);
  return times.length > 0 ? ({ [key]: Math.min(...times) } as { [key in Key]: number }) : {};
}

function union<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  both: (a: T, b: T) => T,
): Record<string, T> {
  const entries = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const known = entries.get(key);
    entries.set(key, known === undefined ? value : both(known, value));
  }
  return Object.fromEntries(entries);
}
