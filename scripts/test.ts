import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';

// Everything that must hold, in one command, cheapest first. A static check counts as one test; a skipped test counts
// as failed. `npm test -- unit e2e` runs only what is named. The last line is the sum.

interface Count {
  passed: number;
  failed: number;
}

/** One part of the test run: an npm script, and how its outcome is counted. */
interface Part {
  name: string;
  script: string;
  words?: string[];
  env?: Record<string, string>;
  /** Reads what the script wrote. Without it, the script's exit code is the one test. */
  count?(): Count;
}

const results = 'test-results';
const unitReport = `${results}/unit.json`;
const e2eReport = `${results}/e2e.json`;

const parts: Part[] = [
  { name: 'style', script: 'check:style' },
  { name: 'simulator-types', script: 'check:simulator' },
  { name: 'types', script: 'check:types' },
  { name: 'svelte', script: 'check:svelte' },
  { name: 'unused', script: 'check:unused' },
  {
    name: 'unit',
    script: 'test:unit',
    words: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: countUnit,
  },
  { name: 'build', script: 'build' },
  {
    name: 'e2e',
    script: 'test:e2e',
    words: ['--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
    count: countE2e,
  },
];

function countUnit(): Count {
  const { numTotalTests, numPassedTests } = JSON.parse(readFileSync(unitReport, 'utf8'));
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
}

function countE2e(): Count {
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(e2eReport, 'utf8')).stats;
  return { passed: expected, failed: unexpected + flaky + skipped };
}

/** Runs one part with its output shown as it comes. */
async function run({ name, script, words = [], env, count }: Part): Promise<Count> {
  console.log(styleText('bold', `\n── ${name}: npm run ${script} ──`));
  const started = performance.now();
  const code = await exitCode(['run', '--silent', script, '--', ...words], env);
  const counted = count ? outcome(code, count) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const colour = counted.failed ? 'red' : 'green';
  console.log(styleText(colour, `${name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`));
  return counted;
}

/** A runner that fails without a failed test (it could not load a file, found no tests) is itself one failure. */
function outcome(code: number, count: () => Count): Count {
  try {
    const counted = count();
    const silent = counted.failed === 0 && (code !== 0 || counted.passed === 0);
    return silent ? { ...counted, failed: 1 } : counted;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function exitCode(words: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('npm', words, {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const counts: Count[] = [];
for (const part of parts) if (!wanted.length || wanted.includes(part.name)) counts.push(await run(part));
const sum = (pick: (count: Count) => number) => counts.reduce((total, count) => total + pick(count), 0);
const failed = sum((count) => count.failed);
console.log(`\n${sum((count) => count.passed)} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
