import { BOOTED_AT, grade, type Verdict } from '../../../simulator/index.ts';
import { exerciseNamed } from '../engine/exercises.ts';
import { fromStart } from '../engine/telling.ts';
import type { Tasks } from './tasks.ts';

/** What the checks of an exercise say of a learner's files. */
export async function graded({ exercise: id, files, kind }: Tasks['grade']['asks']): Promise<Verdict[]> {
  const exercise = await exerciseNamed(id);
  const checks = kind ? exercise.checks.filter((check) => check.kind === kind) : exercise.checks;
  const verdicts = await grade({ ...exercise, checks }, files);
  return verdicts.map((verdict) =>
    verdict.state === 'untried'
      ? verdict
      : { ...verdict, evidence: verdict.evidence.map((note) => fromStart(note, BOOTED_AT)) },
  );
}
