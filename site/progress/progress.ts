/** How a check stood when it was last tried. */
export type CheckState = 'untried' | 'passed' | 'failed';

/** What a learner has done in the course: plain data, as the browser keeps it and as a file holds it. Times are ms since 1970. */
export interface Progress {
  version: 1;
  /** Names this browser, from the last reset on: attempts are counted by whoever made them. */
  by: string;
  /** By exercise: `ip-hash`, or `ip-hash/transfer`. */
  exercises: Readonly<Record<string, ExerciseProgress>>;
}

export interface ExerciseProgress {
  /** When something was done in it for the first and for the last time. */
  first: number;
  last: number;
  /** How often its checks were run, by who counted: what comes back in a file is not counted twice. */
  attempts: Readonly<Record<string, number>>;
  /** By the check's id. */
  checks: Readonly<Record<string, CheckProgress>>;
  /** When all its checks passed together for the first time. */
  passed?: number;
  /** When its solution was shown for the first time. */
  revealed?: number;
  /** How many steps of the hints were taken, by mistake. */
  hints: Readonly<Record<string, number>>;
  /** The newest answer to each question, by the prediction's id. */
  predictions: Readonly<Record<string, Predicted>>;
}

export interface CheckProgress {
  state: CheckState;
  /** When it came to stand so. */
  at: number;
  /** When it passed for the first time. */
  passed?: number;
}

export interface Predicted {
  at: number;
  said: string;
  came: string;
}

/** What came of one check. */
export interface CheckedState {
  id: string;
  state: CheckState;
}

export const noProgress = (by: string): Progress => ({ version: 1, by, exercises: {} });

/** The entry of that name, if it is a record's own. */
export const entryOf = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** How often the checks of an exercise were run. */
export const attemptsOf = ({ attempts }: ExerciseProgress): number =>
  Object.values(attempts).reduce((sum, count) => sum + count, 0);

/** How many exercises are passed. */
export const passedIn = ({ exercises }: Progress): number =>
  Object.values(exercises).filter(({ passed }) => passed !== undefined).length;

/** All checks of an exercise were run: an attempt, and it is passed when every check has passed. */
export function withChecked(progress: Progress, exercise: string, states: readonly CheckedState[], at: number) {
  return changed(progress, exercise, at, (before) => {
    const checks = { ...before.checks };
    for (const { id, state } of states) {
      const passed = entryOf(checks, id)?.passed ?? (state === 'passed' ? at : undefined);
      checks[id] = { state, at, ...(passed === undefined ? {} : { passed }) };
    }
    const all = states.length > 0 && states.every(({ state }) => state === 'passed');
    return {
      checks,
      attempts: { ...before.attempts, [progress.by]: (entryOf(before.attempts, progress.by) ?? 0) + 1 },
      ...(all ? { passed: before.passed ?? at } : {}),
    };
  });
}

export const withRevealed = (progress: Progress, exercise: string, at: number) =>
  changed(progress, exercise, at, (before) => ({ revealed: before.revealed ?? at }));

/** `step`: which of the hints, counted from 1. */
export const withHinted = (progress: Progress, exercise: string, mistake: string, step: number, at: number) =>
  changed(progress, exercise, at, ({ hints }) => ({
    hints: { ...hints, [mistake]: Math.max(step, entryOf(hints, mistake) ?? 0) },
  }));

export const withPredicted = (progress: Progress, exercise: string, prediction: string, predicted: Predicted) =>
  changed(progress, exercise, predicted.at, ({ predictions }) => ({
    predictions: { ...predictions, [prediction]: predicted },
  }));

function changed(
  progress: Progress,
  exercise: string,
  at: number,
  change: (before: ExerciseProgress) => Partial<ExerciseProgress>,
): Progress {
  const before: ExerciseProgress = entryOf(progress.exercises, exercise) ?? {
    first: at,
    last: at,
    attempts: {},
    checks: {},
    hints: {},
    predictions: {},
  };
  const after = { ...before, last: Math.max(before.last, at), ...change(before) };
  return { ...progress, exercises: { ...progress.exercises, [exercise]: after } };
}
