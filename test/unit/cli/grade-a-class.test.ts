import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readElements } from './xml.ts';

// The workflows of the example, command by command, as a runner of GitHub Actions performs them.

const example = 'examples/grade-a-class';
const machine = mkdtempSync(join(tmpdir(), 'session-lab-class-'));
afterAll(() => rmSync(machine, { recursive: true, force: true }));

interface Step {
  name: string;
  command: string;
  always: boolean;
}

/** The steps of a workflow that are commands. Reads YAML as far as these two files use it. */
function stepsOf(workflow: string): Step[] {
  const text = readFileSync(join(example, workflow), 'utf8');
  return text
    .slice(text.indexOf('    steps:\n'))
    .split(/^ {6}- /m)
    .flatMap((step) => {
      const block = /^ {8}run: \|\n((?: {10}.*\n|\n)+)/m.exec(step)?.[1]?.replace(/^ {10}/gm, '');
      const command = block ?? /^ {8}run: (.*)$/m.exec(step)?.[1];
      const name = /^name: (.*)$/m.exec(step)?.[1] ?? '';
      return command === undefined ? [] : [{ name, command, always: /^ {8}if: always\(\)$/m.test(step) }];
    });
}

const git = (folder: string, ...argv: string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...argv], { cwd: folder, stdio: 'pipe' });

/** A repository that holds an exercise's files. */
function repository(name: string, files: string | undefined): string {
  const folder = join(machine, 'hosted', name);
  mkdirSync(folder, { recursive: true });
  if (files !== undefined) cpSync(files, folder, { recursive: true });
  writeFileSync(join(folder, 'README.md'), name);
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'handed in');
  return folder;
}

/** A checkout in which `npm install` has been done already: what it brings is tested by itself. */
function checkout(name: string): string {
  const folder = join(machine, name);
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
  symlinkSync(resolve('scripts/session-lab/session-lab.js'), join(folder, 'node_modules', '.bin', 'session-lab'));
  return folder;
}

/** An npm that only says what it was asked for. */
const tools = join(machine, 'tools');
mkdirSync(tools);
writeFileSync(join(tools, 'npm'), '#!/bin/sh\necho "$@" >> npm.log\n');
chmodSync(join(tools, 'npm'), 0o755);

/** Performs the steps in a folder; says which failed, and with what. */
function perform(steps: readonly Step[], folder: string, exercise: string): Record<string, number> {
  const env = {
    ...process.env,
    PATH: [tools, process.env['PATH']].join(delimiter),
    HOME: machine,
    LC_ALL: 'C',
    CI: 'true',
    EXERCISE: exercise,
    CLASS_TOKEN: 'a-token',
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  };
  const failed: Record<string, number> = {};
  for (const { name, command, always } of steps) {
    if (Object.keys(failed).length > 0 && !always) continue;
    const { status } = spawnSync('bash', ['-e', '-c', command], { cwd: folder, env });
    if (status !== 0) failed[name] = status ?? -1;
  }
  return failed;
}

const exercise = 'two-tomcats';
const solution = `lessons/${exercise}/solution`;

describe('the teacher’s', () => {
  const folder = checkout('teacher');
  const steps = stepsOf('grade-class.yml');

  test('grades whoever is on the list, and goes on where a repository is not there', () => {
    const here = readFileSync(join(example, 'class.txt'), 'utf8').split('\n')[0];
    const lines = [
      `zhang ${repository('zhang', solution)}`,
      `li\t${repository('li', `lessons/${exercise}/start`)}`,
      `wang ${join(machine, 'hosted', 'nobody')}`,
      `../out ${repository('out', solution)}`,
    ];
    writeFileSync(join(folder, 'class.txt'), [here, ...lines, ''].join('\n'));
    expect(steps.map(({ name }) => name)).toEqual(['Bring Session Lab', 'Fetch what was handed in', 'Grade', 'Tell']);
    expect(perform(steps, folder, exercise)).toEqual({ Grade: 2 });
    expect(readFileSync(join(folder, 'npm.log'), 'utf8')).toBe('install --no-save ./session-lab.tgz\n');
    expect(readdirSync(join(folder, 'submissions'))).toEqual(['li', 'wang', 'zhang']);
    const suites = readElements(readFileSync(join(folder, 'report.xml'), 'utf8')).filter(
      ({ name }) => name === 'testsuite',
    );
    expect(suites.map(({ attributes: { name, failures, errors } }) => [name, failures, errors])).toEqual([
      ['submissions/li', expect.stringMatching(/[1-9]/), '0'],
      ['submissions/wang', '0', '1'],
      ['submissions/zhang', '0', '0'],
    ]);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toMatch(
      /^```\nsubmissions\/li: failed, [\s\S]*\n1 passed, 1 failed, 1 cannot be graded\n```\n$/,
    );
  });

  test('the token goes to GitHub only', () => {
    expect(readFileSync(join(machine, '.gitconfig'), 'utf8')).toContain(
      '[url "https://x-access-token:a-token@github.com/"]\n\tinsteadOf = https://github.com/\n',
    );
  });
});

test.each([
  [solution, {}],
  [`lessons/${exercise}/start`, { Grade: 1 }],
])('the learner’s own: %s', (files, failed) => {
  const folder = checkout(`learner-${Object.keys(failed).length}`);
  cpSync(files, folder, { recursive: true });
  expect(perform(stepsOf('grade-mine.yml'), folder, exercise)).toEqual(failed);
});

test('both READMEs say the same: the same files, commands and exit codes', () => {
  const [en = '', zh = ''] = ['README.md', 'README.zh-CN.md'].map((name) => readFileSync(join(example, name), 'utf8'));
  const codes = (text: string) => [...text.matchAll(/`([^`]*)`/g)].map(([, code = '']) => code.replace(/<.*?>/g, '<>'));
  expect(new Set(codes(zh))).toEqual(new Set(codes(en)));
});
