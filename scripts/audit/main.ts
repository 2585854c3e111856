import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judged } from './judge.ts';
import { shippedPaths } from './shipped.ts';

// Asks the registry for advisories about what is installed. Exit code 1: a grave one is about something that reaches
// readers. Where the registry cannot be asked, that is said, and nothing is wrong.

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => JSON.parse(readFileSync(`${root}${name}`, 'utf8'));
const shipped = shippedPaths(read('package-lock.json').packages, Object.keys(read('package.json').dependencies));
const { stdout } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 60_000,
});
const judgement = judged(stdout ?? '', shipped);
if (judgement.kind === 'unasked') console.log(`The registry could not be asked for advisories: ${judgement.reason}`);
else {
  for (const line of judgement.shipped) console.log(`✕ ${line}`);
  for (const line of judgement.others) console.log(`! only where the site is built: ${line}`);
  console.log(`${judgement.shipped.length} grave advisories about the ${shipped.size} packages that reach readers`);
  process.exitCode = judgement.shipped.length > 0 ? 1 : 0;
}
