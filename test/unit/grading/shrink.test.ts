import { describe, expect, test } from 'vitest';
import { exerciseOf, filesOf, variantsOf } from '../../../lessons/folders.ts';
import { type Exercise, grade, type Planned, shrunk, type Verdict } from '../../../simulator/index.ts';

type Failed = Extract<Verdict, { state: 'failed' }>;

const failing = (verdicts: readonly Verdict[]) =>
  verdicts.filter((verdict): verdict is Failed => verdict.state === 'failed' && verdict.kind === 'run');

/** The exercise with one check, which plays another plan. */
function playing(exercise: Exercise, id: string, plan: readonly Planned[], until: number): Exercise {
  const checks = exercise.checks.flatMap((check) =>
    check.id === id && check.kind === 'run' ? [{ ...check, plan, until }] : [],
  );
  return { ...exercise, checks };
}

describe.each(['failover', 'capstone'])('a failing run of %s is shown with as little as shows it', async (lesson) => {
  const exercise = await exerciseOf(lesson);
  const solution = filesOf(lesson, 'solution');

  test.each(['start', ...variantsOf(lesson, 'wrong').map((name) => `wrong/${name}`)])('%s', async (variant) => {
    const files = filesOf(lesson, variant);
    const failed = failing(await grade(exercise, files));
    for (const verdict of failed) {
      const least = (await shrunk(exercise, verdict, files, solution)) as Failed;
      if (!verdict.run || !least.run) throw new Error('a run is not shown');
      const { plan, until, decisive } = least.run;
      expect(verdict.run.plan).toEqual(expect.arrayContaining([...plan]));
      expect(plan.length).toBeLessThan(5);
      expect(until).toBeLessThanOrEqual(verdict.run.until);
      expect(decisive).toBeLessThanOrEqual(until);
      const smaller = playing(exercise, verdict.id, plan, until);
      expect(await grade(smaller, files)).toMatchObject([{ state: 'failed', feedback: least.feedback }]);
      expect(least.feedback.id).toBe(verdict.feedback.id);
      expect(await grade(smaller, solution)).toMatchObject([{ state: 'passed' }]);
    }
    for (const verdict of failed)
      expect(await shrunk(exercise, verdict, files, solution)).toEqual(
        await shrunk(exercise, verdict, files, solution),
      );
  });

  test('what has not failed stays as it is, and so does what the solution fails too', async () => {
    for (const verdict of await grade(exercise, solution))
      expect(await shrunk(exercise, verdict, solution, solution)).toBe(verdict);
    const files = filesOf(lesson, 'start');
    for (const verdict of failing(await grade(exercise, files)))
      expect(await shrunk(exercise, verdict, files, files)).toBe(verdict);
  });
});
