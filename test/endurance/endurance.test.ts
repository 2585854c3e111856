import { describe, expect, test } from 'vitest';
import { guideLab, redisLab } from '../support/labs.ts';
import { endured, growth } from './endure.ts';

const HALF_AN_HOUR = 30 * 60_000;

// In short what `npm run endurance` does at length: five and a half hours of one visit a second.
describe.each([
  ['sessions in memory', guideLab()],
  ['sessions in Redis', redisLab()],
])('a lab that is left running, with edits, reloads and faults: %s', (_, lab) => {
  const slices = [
    ...endured({ lab, seed: 7, rate: 1, time: 11 * HALF_AN_HOUR, slice: HALF_AN_HOUR, disturbances: 200 }),
  ];

  test('serves on to the end', () => {
    const [before, last] = [slices.at(-2), slices.at(-1)];
    expect(last?.deeds).toBeGreaterThanOrEqual(200);
    expect(last?.requests).toBeGreaterThan(19_000);
    expect((last?.pages ?? 0) - (before?.pages ?? 0)).toBe((last?.requests ?? 0) - (before?.requests ?? 0));
  });

  test('is the very same world when any half hour is played again, by whom nobody listens to', () => {
    expect(slices.filter(({ same }) => !same)).toEqual([]);
  });

  // A Tomcat remembers the newest ids of sessions that ended, and a map keeps the pages that it once needed: not more.
  test('is about as large at the end as before anybody disturbed it', () => {
    const weights = slices.map(({ world }) => world);
    expect(growth(weights, HALF_AN_HOUR).end).toBeGreaterThan(0.8);
    expect(growth(weights, HALF_AN_HOUR).end).toBeLessThan(1.25);
  });
});

test('a world that grows is noticed', () => {
  expect(growth([1, 100, 300, 100, 110], HALF_AN_HOUR)).toEqual({ end: 1.1, peak: 3 });
});
