import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Glance, glanceAt, nextLesson, type Standing } from '../../../site/progress/glance.ts';
import { noProgress, withChecked, withHinted } from '../../../site/progress/progress.ts';
import { someProgress } from './some-progress.ts';

const lessons = ['a', 'b', 'c', 'd'];
const glance = (...entries: [id: string, standing: Standing, last: number][]): Glance =>
  new Map(entries.map(([id, standing, last]) => [id, { standing, last }]));

test('who has written, tried or asked for a hint has begun; who has passed has passed', () => {
  const begun = withHinted(noProgress('here'), 'b', 'login-lost', 1, 5);
  const progress = withChecked(begun, 'c', [{ id: 'pages', state: 'passed' }], 7);
  expect(glanceAt(progress, ['a', 'c'])).toEqual(glance(['a', 'begun', 0], ['b', 'begun', 5], ['c', 'passed', 7]));
});

test('whatever is kept, a look at it does no harm, and tells what the store would', () => {
  fc.assert(fc.property(fc.jsonValue(), (kept) => void glanceAt(kept, [])));
  expect(glanceAt({ exercises: { a: null, b: 5, c: { last: 'x' }, d: { last: 1, passed: 'x' } } }, [])).toEqual(
    glance(['d', 'begun', 1]),
  );
  fc.assert(
    fc.property(someProgress, (progress) => {
      const seen = glanceAt(progress, []);
      for (const [id, { passed }] of Object.entries(progress.exercises))
        expect(seen.get(id)?.standing).toBe(passed === undefined ? 'begun' : 'passed');
    }),
  );
});

test.each([
  ['nothing was begun: the first', glance(), 'a'],
  ['the one that was worked on last', glance(['a', 'passed', 1], ['c', 'begun', 3]), 'c'],
  ['something was written in it, and that is all', glance(['b', 'begun', 0]), 'b'],
  ['it is passed: the next', glance(['a', 'passed', 1], ['b', 'passed', 3]), 'c'],
  ['the next is passed, too', glance(['a', 'passed', 3], ['b', 'passed', 1]), 'c'],
  ['nothing is left after it: what was left out before', glance(['c', 'passed', 1], ['d', 'passed', 3]), 'a'],
  [
    'everything is passed',
    glance(['a', 'passed', 1], ['b', 'passed', 2], ['c', 'passed', 3], ['d', 'passed', 4]),
    undefined,
  ],
])('the lesson to go on with: %s', (_, seen, next) => {
  expect(nextLesson(lessons, seen)).toBe(next);
});
