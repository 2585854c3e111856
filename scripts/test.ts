import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters, styleText } from 'node:util';

// Everything that must hold, in one command, cheapest first. A static check counts as one test; a skipped test counts
// as failed. `npm test -- unit e2e` runs only what is named. At the end stand the names of what failed; the last line is
// the sum.

/** What came of one part: how many tests passed, and which did not, each with the first line of its reason. */
interface Outcome {
  passed: number;
  failed: string[];
}

/** One part of the test run: an npm script, and how its outcome is read. */
interface Part {
  name: string;
  script: string;
  words?: string[];
  env?: Record<string, string>;
  /** Reads what the script wrote. Without it, the script's exit code is the one test. */
  read?(): Outcome;
}

const home = fileURLToPath(new URL('..', import.meta.url));
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
    read: readUnit,
  },
  { name: 'build', script: 'build' },
  {
    name: 'e2e',
    script: 'test:e2e',
    words: ['--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
    read: readE2e,
  },
];

function readUnit(): Outcome {
  const { numPassedTests: passed, testResults }: UnitReport = JSON.parse(readFileSync(unitReport, 'utf8'));
  const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status !== 'passed');
    const file = relative(home, name);
    if (status === 'failed' && !tests.length) return told(file, message || 'failed outside of its tests');
    return tests.map((test) => told(`${file} ${test.fullName}`, test.failureMessages?.[0] ?? test.status));
  });
  return { passed, failed };
}

/** What is read of vitest's JSON report. A file can fail without its tests: it could not be loaded, say. */
interface UnitReport {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

function readE2e(): Outcome {
  const report: E2eReport = JSON.parse(readFileSync(e2eReport, 'utf8'));
  const specs = report.suites.flatMap(specsOf);
  const failed = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected')
      .map(({ status, results }) => told(`${file} ${title}`, results.at(-1)?.error?.message ?? status)),
  );
  return {
    passed: report.stats.expected,
    failed: [...failed, ...report.errors.map(({ message }) => told('', message))],
  };
}

/** What is read of Playwright's JSON report. */
interface E2eReport {
  suites: Suite[];
  stats: { expected: number };
  errors: { message: string }[];
}

interface Suite {
  suites?: Suite[];
  specs: Spec[];
}

interface Spec {
  file: string;
  title: string;
  tests: { status: string; results: { error?: { message: string } }[] }[];
}

function specsOf({ suites = [], specs }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** A failed test on one line. */
function told(name: string, reason: string): string {
  return `${name.trim()}: ${stripVTControlCharacters(reason).trim().split('\n', 1)[0]}`;
}

/** Runs one part with its output shown as it comes. */
async function run({ name, script, words = [], env, read }: Part): Promise<Outcome> {
  console.log(styleText('bold', `\n── ${name}: npm run ${script} ──`));
  const started = performance.now();
  const code = await exitCode(['run', '--silent', script, '--', ...words], env);
  const outcome = read ? whole(code, read) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? [] : [`code ${code}`] };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { passed, failed } = outcome;
  const colour = failed.length ? 'red' : 'green';
  console.log(styleText(colour, `${name}: ${passed} passed, ${failed.length} failed (${seconds} s)`));
  return { passed, failed: failed.map((test) => `${name}: ${test}`) };
}

/** A runner that fails without a failed test (it could not load a file, found no tests) is itself one failure. */
function whole(code: number, read: () => Outcome): Outcome {
  try {
    const outcome = read();
    const silent = outcome.failed.length === 0 && (code !== 0 || outcome.passed === 0);
    return silent ? { ...outcome, failed: [`code ${code}, ${outcome.passed} passed, none failed`] } : outcome;
  } catch (error) {
    return { passed: 0, failed: [`code ${code}, and no report: ${error}`] };
  }
}

function exitCode(words: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('npm', words, {
      cwd: home,
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
const outcomes: Outcome[] = [];
for (const part of parts) if (!wanted.length || wanted.includes(part.name)) outcomes.push(await run(part));
const passed = outcomes.reduce((total, outcome) => total + outcome.passed, 0);
const failed = outcomes.flatMap((outcome) => outcome.failed);
if (failed.length) console.log(styleText('red', `\n${failed.join('\n')}`));
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length ? 1 : 0;
