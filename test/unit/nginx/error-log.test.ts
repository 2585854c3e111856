import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { play, type Scenario } from '../../conformance/nginx-scenario.ts';

const scenarios = readFileSync(join(import.meta.dirname, '../../recordings/nginx/routing.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Scenario)
  .filter(({ deterministic }) => deterministic);

/**
 * The recording led connections to ::1 through a shim that refuses at once, so nginx named the address; a connection that
 * is refused a moment later, as on any real machine, is logged without it.
 */
const withoutShim = (line: string) => line.replace(/connect\(\) to \[::1\]:\d+ failed/, 'connect() failed');

test('error.log has the recorded lines, warn and above, in their order', () => {
  const different = scenarios.filter((scenario) => {
    const lines = play(scenario).errorLog;
    return JSON.stringify(lines) !== JSON.stringify(scenario.error_log.map(withoutShim));
  });
  expect(different.map(({ id }) => id)).toEqual([]);
  expect(scenarios.flatMap(({ error_log }) => error_log).length).toBeGreaterThan(1000);
});
