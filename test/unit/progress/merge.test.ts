import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge } from '../../../site/progress/merge.ts';
import { attemptsOf, noProgress, type Progress, withChecked } from '../../../site/progress/progress.ts';
import { readProgress } from '../../../site/progress/read.ts';
import { someProgress } from './some-progress.ts';

const differBy = ({ exercises }: Progress) => exercises;

test('what is merged in again changes nothing', () => {
  fc.assert(
    fc.property(someProgress, someProgress, (a, b) => {
      expect(merge(a, a)).toEqual(a);
      expect(merge(merge(a, b), b)).toEqual(merge(a, b));
    }),
  );
});

test('the order does not matter, but for whose attempts go on being counted', () => {
  fc.assert(
    fc.property(someProgress, someProgress, someProgress, (a, b, c) => {
      expect(differBy(merge(a, b))).toEqual(differBy(merge(b, a)));
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      expect(merge(a, b).by).toBe(a.by);
    }),
  );
});

test('nothing that passed, was tried, hinted or counted is lost', () => {
  fc.assert(
    fc.property(someProgress, someProgress, (a, b) => {
      const both = merge(a, b).exercises;
      for (const [id, before] of [...Object.entries(a.exercises), ...Object.entries(b.exercises)]) {
        const after = both[id];
        if (!after) throw new Error(`${id} is gone`);
        expect(after.first).toBeLessThanOrEqual(before.first);
        expect(after.last).toBeGreaterThanOrEqual(before.last);
        expect(attemptsOf(after)).toBeGreaterThanOrEqual(attemptsOf(before));
        if (before.passed !== undefined) expect(after.passed).toBeLessThanOrEqual(before.passed);
        for (const [check, { passed }] of Object.entries(before.checks))
          if (passed !== undefined) expect(after.checks[check]?.passed).toBeLessThanOrEqual(passed);
        for (const [mistake, step] of Object.entries(before.hints))
          expect(after.hints[mistake]).toBeGreaterThanOrEqual(step);
      }
    }),
  );
});

test('attempts on two machines add up, and count once however often the file comes', () => {
  const failed = [{ id: 'pages', state: 'failed' as const }];
  const passed = [{ id: 'pages', state: 'passed' as const }];
  const here = withChecked(withChecked(noProgress('here'), 'ip-hash', failed, 10), 'ip-hash', failed, 20);
  const there = withChecked(noProgress('there'), 'ip-hash', passed, 15);
  const both = merge(merge(here, there), there);
  expect(both.exercises['ip-hash'] && attemptsOf(both.exercises['ip-hash'])).toBe(3);
  expect(both.exercises['ip-hash']).toMatchObject({
    first: 10,
    last: 20,
    passed: 15,
    checks: { pages: { state: 'failed', at: 20, passed: 15 } },
  });
});

test('an exercise is passed when all its checks pass together', () => {
  const states = (...each: ('passed' | 'failed' | 'untried')[]) =>
    each.map((state, index) => ({ id: `check${index}`, state }));
  const halves = withChecked(
    withChecked(noProgress('here'), 'x', states('passed', 'failed'), 1),
    'x',
    states('failed', 'passed'),
    2,
  );
  expect(halves.exercises['x']?.passed).toBeUndefined();
  const whole = withChecked(halves, 'x', states('passed', 'passed'), 3);
  expect(whole.exercises['x']?.passed).toBe(3);
  const later = withChecked(whole, 'x', states('failed', 'untried'), 4);
  expect(later.exercises['x']).toMatchObject({
    passed: 3,
    last: 4,
    checks: { check0: { state: 'failed', passed: 1 } },
  });
  expect(withChecked(noProgress('here'), 'x', [], 1).exercises['x']?.passed).toBeUndefined();
});

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(someProgress, (progress) => {
      expect(readProgress(JSON.parse(JSON.stringify(progress)), 'other')).toEqual({ value: progress, damaged: [] });
    }),
  );
});

test('whatever stands there is read without a fault, and what was read is sound', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    // Sound, but for one place.
    fc.tuple(someProgress, fc.nat(), fc.jsonValue()).map(([progress, at, value]) => spoilt(progress, at, value)),
  );
  fc.assert(
    fc.property(anything, (kept) => {
      const { value } = readProgress(kept, 'here');
      expect(readProgress(value, 'other')).toEqual({ value, damaged: [] });
    }),
  );
});

test('one damaged place costs only what stands there, and is named', () => {
  const sound = withChecked(withChecked(noProgress('here'), 'a', [], 1), 'b', [], 2);
  const { value, damaged } = readProgress(
    { ...sound, exercises: { ...sound.exercises, a: { ...sound.exercises['a'], first: 'long ago' } } },
    'here',
  );
  expect(damaged).toEqual(['exercises.a.first']);
  expect(value.exercises).toEqual({ b: sound.exercises['b'] });
});

/** A copy in which the leaf or branch of that number is another value. */
function spoilt(whole: unknown, at: number, value: unknown): unknown {
  const copy = structuredClone(whole);
  const places: [Record<string, unknown>, string][] = [];
  const walk = (one: unknown) => {
    if (typeof one !== 'object' || one === null) return;
    for (const [key, inside] of Object.entries(one)) {
      places.push([one as Record<string, unknown>, key]);
      walk(inside);
    }
  };
  walk(copy);
  const [record, key] = places[at % places.length] as [Record<string, unknown>, string];
  Object.defineProperty(record, key, { value, enumerable: true });
  return copy;
}
