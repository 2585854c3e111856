import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportsOf, pageOf } from '../../scripts/api/api.ts';

const all = exportsOf(join(import.meta.dirname, '../..'));

test('whatever the simulator exports says what it is', () => {
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(({ words }) => !/\w/.test(words)).map(({ name, file }) => `${file}: ${name}`)).toEqual([]);
});

test('the page has each with its words, its types and its file, and no bodies', () => {
  const page = pageOf(all);
  for (const { name, words } of all) expect(page).toContain(`### ${name}\n\n${words}\n`);
  expect(page).toContain('export declare function boot(lab: Lab');
  expect(page).not.toMatch(/^ +(?:return|for) /m);
});
