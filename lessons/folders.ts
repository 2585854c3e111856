import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EditedFiles, Exercise } from '../simulator/index.ts';
import type { Beat, SaidBeat } from './beats.ts';
import type { Hints, Language } from './texts.ts';

// The folders of the course as they lie on the disk, for whoever runs in Node: the command line and the tests. The
// site finds them through its bundler.

/** The words of an exercise in one language, as they are looked up by id. */
export interface ExerciseWords {
  /** Only those for near transfer have a title and a task of their own; the others, their lesson. */
  title?: string;
  task?: string;
  checks: Record<string, string>;
  feedback: Record<string, string>;
  hints: Record<string, Hints>;
  predictions: Record<string, string>;
}

const lessons = fileURLToPath(new URL('./', import.meta.url));
/** TypeScript here, JavaScript in the npm package. */
const script = extname(import.meta.url);

/** The folders of `lessons/`: one per lesson. */
export const lessonIds: string[] = foldersIn(lessons);

/** The exercises of all lessons, and those for near transfer: `<lesson>` and `<lesson>/transfer`. */
export const exerciseIds: string[] = lessonIds.flatMap((lesson) =>
  foldersIn(`${lessons}${lesson}/`).includes('transfer') ? [lesson, `${lesson}/transfer`] : [lesson],
);

/** Loads the exercise of a lesson, or of `<lesson>/transfer`. */
export async function exerciseOf(lesson: string): Promise<Exercise> {
  const module: { default: Exercise } = await import(new URL(`./${lesson}/exercise${script}`, import.meta.url).href);
  return module.default;
}

/** Loads what an exercise says, in both languages. */
export async function wordsOf(lesson: string): Promise<Record<Language, ExerciseWords>> {
  const module: { default: Record<Language, ExerciseWords> } = await import(
    new URL(`./${lesson}/texts${script}`, import.meta.url).href
  );
  return module.default;
}

/** Loads the beats in which a lesson is taught, and what they say. */
export async function beatsOf(
  lesson: string,
): Promise<{ beats: readonly Beat[]; texts: Record<Language, Record<string, SaidBeat>> }> {
  const load = (file: string) => import(new URL(`./${lesson}/${file}`, import.meta.url).href);
  const beats: { default: readonly Beat[] } = await load('beats.ts');
  const texts: { default: Record<Language, Record<string, SaidBeat>> } = await load('beats-texts.ts');
  return { beats: beats.default, texts: texts.default };
}

/** The learner's files as `start`, `solution`, `accept/<name>` or `wrong/<mistake>` has them: `<host>/<file>`. */
export function filesOf(lesson: string, variant: string): EditedFiles {
  const folder = `${lessons}${lesson}/${variant}/`;
  return Object.fromEntries(foldersIn(folder).map((host) => [host, readFiles(`${folder}${host}/`)]));
}

/** The names in `accept/` or `wrong/` of a lesson. */
export function variantsOf(lesson: string, kind: 'accept' | 'wrong'): string[] {
  return foldersIn(`${lessons}${lesson}/${kind}/`);
}

/** The text of a lesson's own file, e.g. `lesson.en.mdx`. */
export const textOf = (lesson: string, file: string): string => readFileSync(`${lessons}${lesson}/${file}`, 'utf8');

function foldersIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function readFiles(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')];
      }),
  );
}
