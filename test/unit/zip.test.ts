import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipOf } from '../../scripts/zip.ts';

test('the zip holds the site and how to serve it, and is the same for the same site', () => {
  const dist = mkdtempSync(join(tmpdir(), 'session-lab-'));
  expect(() => zipOf(dist)).toThrow('npm run build');
  mkdirSync(join(dist, 'en'));
  writeFileSync(join(dist, 'index.html'), '<p>door');
  writeFileSync(join(dist, 'en/index.html'), '<p>course');
  const zip = zipOf(dist);
  const files = unzipSync(zip);
  expect(Object.keys(files).sort()).toEqual(['README.txt', 'en/index.html', 'index.html']);
  expect(strFromU8(files['en/index.html'] as Uint8Array)).toBe('<p>course');
  for (const said of ['python3 -m http.server', 'npx serve', 'nginx', '教室'])
    expect(strFromU8(files['README.txt'] as Uint8Array)).toContain(said);
  expect(Buffer.from(zipOf(dist))).toEqual(Buffer.from(zip));
  rmSync(dist, { recursive: true });
});
