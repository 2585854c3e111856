import { describe, expect, test } from 'vitest';
import sources from '../recordings/sources.json';
import { casesOf, compareAll, recordingOf } from './compare.ts';
import { allRedisFates, readResults, resultOf } from './results.ts';
import { suites } from './suites.ts';

const kept = readResults();

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

  test('is told on the fidelity page as it is (else: npm run conformance -- --write)', () => {
    expect(kept.suites.find(({ suite: name }) => name === suite.name)).toEqual(resultOf(suite, report));
  });
});

test('the fidelity page tells every suite, and where and when its recordings were made', () => {
  expect(kept.suites.map(({ suite }) => suite)).toEqual(suites.map(({ name }) => name));
  expect(Object.keys(sources.kept).sort()).toEqual(suites.map(({ file }) => file).sort());
  const programs = new Set(kept.suites.flatMap(({ programs }) => Object.keys(programs)));
  expect(Object.keys(sources.programs).sort()).toEqual([...programs].sort());
});

test('the fidelity page tells every Redis command’s fate (else: npm run conformance -- --write)', async () => {
  expect(kept.redisCommands).toEqual(await allRedisFates());
});
