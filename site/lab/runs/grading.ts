import { BOOTED_AT, grade, shrunk, type Verdict } from '../../../simulator/index.ts';
import { exerciseNamed } from '../engine/exercises.ts';
import { fromStart } from '../engine/telling.ts';
import { solutionTo } from '../solutions.ts';
import type { Tasks } from './tasks.ts';
import type { Pace } from './work.ts';

/** What the checks of an exercise say of a learner's files. Long searches tell how far they are. */
export async function graded({ exercise: id, files, kind }: Tasks['grade']['asks'], pace: Pace): Promise<Verdict[]> {
  const exercise = await exerciseNamed(id);
  const checks = kind ? exercise.checks.filter((check) => check.kind === kind) : exercise.checks;
  const verdicts = await grade({ ...exercise, checks }, files, async ({ check, states, limit }) => {
    const done = checks.findIndex(({ id }) => id === check);
    await pace.rest((done + states / limit) / checks.length);
    return true;
  });
  return verdicts.map(told);
}

/** A verdict whose failing run has only what is needed to show the mistake. */
export async function shrink({ exercise: id, files, verdict }: Tasks['shrink']['asks']): Promise<Verdict> {
  const less = await shrunk(await exerciseNamed(id), verdict, files, await solutionTo(id));
  return less === verdict ? verdict : told(less);
}

/** With the times of labs on a page, which begin when the servers are up. */
const told = (verdict: Verdict): Verdict =>
  verdict.state === 'untried'
    ? verdict
    : { ...verdict, evidence: verdict.evidence.map((note) => fromStart(note, BOOTED_AT)) };
