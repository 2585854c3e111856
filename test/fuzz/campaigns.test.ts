import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLog } from './campaigns.ts';
import { targets } from './targets.ts';

const log = readLog();
const suites = targets.map(({ recorder }) => recorder.suite.name);

test('every search is of a kind that can be made again, and its figures fit each other', () => {
  expect(log.campaigns.length).toBeGreaterThan(0);
  for (const { suite, date, minutes, cases, unmodelled, unsteady, disagreements } of log.campaigns) {
    expect(suites).toContain(suite);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(minutes).toBeGreaterThan(0);
    expect(cases).toBeGreaterThanOrEqual(unmodelled + unsteady + disagreements);
  }
});

test.each(log.findings)('$suite $id is recorded, and its fate is told', ({ suite, id, fate, reason }) => {
  const recording = readFileSync(new URL(`../recordings/fuzz/${suite}.jsonl`, import.meta.url), 'utf8');
  expect(recording).toContain(`"id": "${id}"`);
  expect(reason !== undefined).toBe(fate === 'left');
});
