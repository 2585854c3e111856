import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// What `npm pack` makes is unpacked into an empty folder, as `npm install` does it, and used by somebody else.

const consumer = mkdtempSync(join(tmpdir(), 'session-lab-consumer-'));
const installed = join(consumer, 'node_modules', 'session-lab');
const manifest: { dependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

beforeAll(() => {
  const npm = { encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', consumer], npm));
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(consumer, packed.filename), '-C', installed, '--strip-components=1']);
  for (const name of Object.keys(manifest.dependencies)) {
    const [scope, own] = name.split('/');
    if (own !== undefined) mkdirSync(join(consumer, 'node_modules', scope ?? ''), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(consumer, 'node_modules', name), 'junction');
  }
  writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }');
}, 300_000);
afterAll(() => rmSync(consumer, { recursive: true, force: true }));

/** The Node that runs the tests, and the machine's own where there is another: the package has to please both. */
const nodes = [process.execPath, ...machinesOwn()];

function machinesOwn(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const [own] = folders.map((folder) => join(folder, 'node')).filter((path) => existsSync(path));
  return own === undefined ? [] : [own];
}

/** The files of the package with this ending. */
const filesWith = (ending: string): string[] =>
  readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending));

describe('what is in it', () => {
  test('JavaScript, types, files of exercises, licence and words; nothing of site, tests or sources', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(readdirSync(installed).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'lib',
      'package.json',
      'scripts',
      'simulator',
    ]);
    expect(files.filter((path) => /(?<!\.d)\.ts$|\.svelte$|\.astro$|\.test\./.test(path))).toEqual([]);
    expect(files).toContain(join('lib', 'lessons', 'failover', 'transfer', 'solution', 'nginx', 'nginx.conf'));
  });

  test('it imports what it brings along, and nothing else', () => {
    const imported = filesWith('.js').flatMap((path) =>
      ts
        .preProcessFile(readFileSync(join(installed, path), 'utf8'), true, true)
        .importedFiles.map(({ fileName }) => fileName)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name)),
    );
    const names = new Set(
      imported.map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
    );
    // Its own version is read by its own name.
    expect([...names].filter((name) => !Object.hasOwn(manifest.dependencies, name))).toEqual([]);
  });
});

describe('the examples of the simulator’s README', () => {
  const readme = readFileSync('simulator/README.md', 'utf8');
  const examples = [...readme.slice(readme.indexOf('## As a package')).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
    ([, text = '']) => text,
  );

  beforeAll(() => {
    examples.forEach((text, index) => {
      writeFileSync(join(consumer, `example${index}.ts`), text);
    });
  });

  test('are accepted by a strict compiler, with the package’s types', () => {
    expect(examples.length).toBeGreaterThan(3);
    const options: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      noUncheckedIndexedAccess: true,
      types: [],
      outDir: consumer,
    };
    const paths = examples.map((_, index) => join(consumer, `example${index}.ts`));
    const program = ts.createProgram(paths, options);
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => [file?.fileName, messageText]);
    expect(problems).toEqual([]);
    program.emit();
  });

  test.each(examples.map((text, index) => [index, text] as const))('number %i prints what it says', (index, text) => {
    const said = [...text.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => `${line}\n`).join('');
    expect(said).not.toBe('');
    for (const node of nodes) {
      const { stdout, stderr } = spawnSync(node, [`example${index}.js`], { cwd: consumer, encoding: 'utf8' });
      expect({ stdout, stderr }, node).toEqual({ stdout: said, stderr: '' });
    }
  });
});

test.each(nodes)('its command line grades, on %s', (node) => {
  const bin = join(installed, JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).bin['session-lab']);
  const run = (...argv: string[]) => {
    const { FORCE_COLOR: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(node, [bin, ...argv], {
      cwd: consumer,
      encoding: 'utf8',
      env: { ...env, LC_ALL: 'C' },
    });
    return { status, stdout, stderr };
  };
  const exercise = join(installed, 'lib', 'lessons', 'two-tomcats');
  const folders = ['solution', 'start'].map((name) => join(exercise, name));
  expect(run('--version')).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
  // Two folders: in threads of their own.
  const graded = run('grade', 'two-tomcats', ...folders, '--jobs', '2', '--format', 'tap');
  expect(graded).toMatchObject({ status: 1, stderr: '' });
  expect(graded.stdout).toMatch(/^TAP version 14\n1\.\.2\n/);
  expect(graded.stdout).toMatch(/^ok 1 - .*solution$/m);
  expect(graded.stdout).toMatch(/^not ok 2 - .*start$/m);
});
