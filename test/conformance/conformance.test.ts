import { describe, expect, test } from 'vitest';
import { casesOf, compareAll, recordingOf } from './compare.ts';
import { suites } from './suites.ts';

describe.each(suites.map((suite) => ({ name: suite.name, suite })))('$name', async ({ suite }) => {
  const report = await compareAll(suite, casesOf(recordingOf(suite)));

  test('agrees with the real program at least as often as before', () => {
    expect(report.total).toBeGreaterThan(0);
    expect(report.percent, JSON.stringify(report.disagreements.slice(0, 3), undefined, 2)).toBeGreaterThanOrEqual(
      suite.floor,
    );
  });

  test('every known disagreement is one', () => {
    const disagreeing = new Set(report.disagreements.map(({ id }) => id));
    expect(Object.keys(suite.known).filter((id) => !disagreeing.has(id))).toEqual([]);
  });
});
