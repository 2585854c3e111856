import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';

// A lesson is begun in a copy of the project, and must pass there what every lesson has to pass.

const project = join(import.meta.dirname, '../../..');
const copy = mkdtempSync(join(tmpdir(), 'session-lab-new-lesson-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
  cwd: project,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => !path.startsWith('test/') || path.startsWith('test/lessons/') || path.startsWith('test/support/'));
for (const path of files) {
  if (!path || !existsSync(join(project, path))) continue;
  mkdirSync(join(copy, dirname(path)), { recursive: true });
  cpSync(join(project, path), join(copy, path));
}
symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');

const run = (...words: string[]) => spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' });
const begin = (...words: string[]) => run('scripts/new-lesson/main.ts', ...words);

test.each([
  ['No Id', '"No Id" is no id'],
  ['failover', 'There is a lesson "failover" already'],
  ['teach', '"teach" is the address of another page'],
  ['new-one --after nowhere', 'There is no lesson "nowhere" to come after'],
  ['', 'npm run new-lesson -- ID'],
])('%j: %s', (words, message) => {
  const { status, stderr } = begin(...(words === 'No Id' ? [words] : words.split(' ').filter(Boolean)));
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  expect(existsSync(join(copy, 'lessons/new-one'))).toBe(false);
});

test('it stands in the course where it was wanted, under its titles', () => {
  const made = begin(
    'slow-tomcat',
    '--after',
    'failover',
    '--title',
    'A "slow" Tomcat',
    '--title-zh',
    '慢吞吞的 Tomcat',
  );
  expect(made, made.stderr).toMatchObject({ status: 0, stderr: '' });
  expect(read('lessons/course.ts')).toContain("'failover', 'slow-tomcat']");
  expect(read('lessons/slow-tomcat/lesson.en.mdx')).toMatch(/^---\ntitle: "A \\"slow\\" Tomcat"\n/);
  expect(read('lessons/slow-tomcat/lesson.zh-cn.mdx')).toMatch(/^---\ntitle: "慢吞吞的 Tomcat"\n/);
});

test('it passes what lessons have to pass', () => {
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const suites = ['lessons', 'beats', 'quotes'].map((name) => `test/lessons/${name}.test.ts`);
  const report = join(copy, 'report.json');
  const { status, stdout, stderr } = run(
    vitest,
    'run',
    ...suites,
    '--reporter=json',
    `--outputFile=${report}`,
    '-t',
    'slow-tomcat|the course has|teaching',
  );
  expect(status, stdout + stderr).toBe(0);
  const { numPassedTests } = JSON.parse(readFileSync(report, 'utf8'));
  expect(numPassedTests).toBeGreaterThanOrEqual(40);
});

test('the compiler and the style check have nothing to say', () => {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(copy, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    copy,
  );
  const written = ['lessons/slow-tomcat', 'lessons/course.ts', 'test/lessons/beats-said.ts'];
  const sources = ts.sys.readDirectory(join(copy, 'lessons/slow-tomcat'), ['.ts']);
  expect(sources).toHaveLength(6);
  const program = ts.createProgram([...sources, join(copy, 'test/lessons/beats-said.ts')], options);
  const faults = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
  expect(faults).toEqual([]);
  const biome = join(project, 'node_modules/@biomejs/biome/bin/biome');
  const style = run(biome, 'check', '--error-on-warnings', '--vcs-enabled=false', ...written);
  expect(style, style.stderr).toMatchObject({ status: 0 });
});

const read = (path: string) => readFileSync(join(copy, path), 'utf8');
