import { describe, expect, test } from 'vitest';
import { exerciseOf, filesOf, variantsOf } from '../../../lessons/folders.ts';
import { exerciseIds } from '../../../scripts/session-lab/exercises.ts';
import { grade } from '../../../simulator/index.ts';
import { type Graded, typed } from './terminal.ts';

// The lessons' own tests say of every folder what `grade` makes of it; here the command line must say the same.
describe.each(exerciseIds)('%s', (id) => {
  const passing = ['solution', ...variantsOf(id, 'accept').map((name) => `accept/${name}`)];
  const failing = variantsOf(id, 'wrong').map((name) => `wrong/${name}`);

  test('solution and accept/ pass, each of wrong/ fails as its mistake', async () => {
    const folders = [...passing, ...failing].map((name) => `lessons/${id}/${name}`);
    const { code, out } = await typed(['grade', id, ...folders, '--format', 'json', '--jobs', '1']);
    const graded: Graded[] = JSON.parse(out);
    expect(graded.map(({ folder }) => folder)).toEqual(folders);
    const told = graded.map(({ status, checks }) => ({
      passed: status === 'pass',
      mistakes: [...new Set(checks.flatMap(({ feedback }) => feedback?.id ?? []))],
    }));
    expect(told).toEqual([
      ...passing.map(() => ({ passed: true, mistakes: [] })),
      ...failing.map((name) => ({ passed: false, mistakes: [name.slice('wrong/'.length).split('.')[0]] })),
    ]);
    expect(code).toBe(graded.some(({ status }) => status === 'not-gradable') ? 2 : 1);
    for (const { status, checks } of graded)
      if (status === 'not-gradable') expect(checks.some((check) => check.status === 'not-tried')).toBe(true);
  });
});

test.each(['class-changes', 'capstone'])('%s, check by check as grade() has it', async (id) => {
  const [name = ''] = variantsOf(id, 'wrong');
  const variant = `wrong/${name}`;
  const verdicts = await grade(await exerciseOf(id), {
    ...filesOf(id, 'start'),
    ...Object.fromEntries(
      Object.entries(filesOf(id, variant)).map(([host, files]) => [host, { ...filesOf(id, 'start')[host], ...files }]),
    ),
  });
  const { out } = await typed(['grade', id, `lessons/${id}/${variant}`, '--format', 'json']);
  const { checks, score }: Graded = JSON.parse(out);
  const names = { passed: 'pass', failed: 'fail', untried: 'not-tried' };
  expect(checks.map((check) => [check.id, check.status, check.points, check.feedback?.id])).toEqual(
    verdicts.map((verdict) => [
      verdict.id,
      names[verdict.state],
      verdict.points,
      verdict.state === 'failed' ? verdict.feedback.id : undefined,
    ]),
  );
  const sum = (points: number[]) => points.reduce((total, one) => total + one, 0);
  expect(score).toEqual({
    raw: sum(verdicts.flatMap(({ state, points }) => (state === 'passed' ? points : []))),
    max: sum(verdicts.map(({ points }) => points)),
  });
});
