import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What npm packs: the simulator, the exercises and the command line, as JavaScript with types. */
const OUTPUT = 'lib';

/** What is begun with; whatever it imports comes along. */
const entries = [
  'simulator/index.ts',
  'lessons/folders.ts',
  'scripts/session-lab/main.ts',
  'scripts/session-lab/grade/worker.ts',
];

/** Parts of an exercise that are looked up by its name: modules, folders of files, and the prose for its title. */
const modules = ['exercise.ts', 'texts.ts'];
const texts = ['start', 'solution', 'lesson.en.mdx', 'lesson.zh-cn.mdx'];

/** The folders of exercises, `lessons/<id>` and `lessons/<id>/transfer`. */
const exercises = readdirSync(join(root, 'lessons'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => [join('lessons', name), join('lessons', name, 'transfer')])
  .filter((folder) => existsSync(join(root, folder, 'exercise.ts')));

/** Writes the modules as any Node from 20 up reads them. Their types are checked elsewhere. */
function emit(): void {
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile).config.compilerOptions,
      lib: ['ES2024', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
      types: ['node'],
      rootDir: root,
      outDir: OUTPUT,
      noEmit: false,
      noCheck: true,
      declaration: true,
      rewriteRelativeImportExtensions: true,
    },
    root,
  );
  const parts = exercises.flatMap((folder) => modules.map((name) => join(folder, name)));
  const program = ts.createProgram(
    [...entries, ...parts].map((path) => join(root, path)),
    options,
  );
  const { diagnostics, emitSkipped } = program.emit();
  if (diagnostics.length === 0 && !emitSkipped) return;
  throw new Error(
    ts.formatDiagnostics(diagnostics, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    }),
  );
}

rmSync(join(root, OUTPUT), { recursive: true, force: true });
emit();
for (const folder of exercises)
  for (const name of texts)
    if (existsSync(join(root, folder, name)))
      cpSync(join(root, folder, name), join(root, OUTPUT, folder, name), { recursive: true });
