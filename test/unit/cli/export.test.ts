import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { typed } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'session-lab-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('an exercise with somebody’s files is written as a zip', async () => {
  const out = join(folder, 'failover.zip');
  const { code, out: said } = await typed(['export', 'failover', 'lessons/failover/solution', '--out', out]);
  expect(code).toBe(0);
  expect(said).toContain(out);
  const files = unzipSync(readFileSync(out));
  const conf = files['session-lab-failover/nginx/nginx.conf'];
  expect(conf && strFromU8(conf)).toBe(readFileSync('lessons/failover/solution/nginx/nginx.conf', 'utf8'));
  expect(Object.keys(files)).toContain('session-lab-failover/replay.sh');
});

test.each([
  ['which exercise is not said', ['export'], 'which exercise?'],
  ['there is none of that name', ['export', 'nothing'], 'nothing'],
  ['there is no such folder', ['export', 'failover', join(folder, 'nowhere')], 'nowhere'],
  ['the folder holds none of its files', ['export', 'failover', folder], 'none of the exercise’s files'],
  ['one word too many', ['export', 'failover', folder, 'more'], 'more'],
  [
    'it cannot be written there',
    ['export', 'failover', '--out', join(folder, 'nowhere', 'x.zip')],
    'cannot be written',
  ],
])('%s: nothing is written', async (_, argv, told) => {
  const { code, err } = await typed([...argv, '--lang', 'en']);
  expect(code).toBe(3);
  expect(err).toContain(told);
  expect(existsSync('session-lab-failover.zip')).toBe(false);
});
