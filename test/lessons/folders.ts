import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EditedFiles, Exercise } from '../../simulator/index.ts';

const lessons = fileURLToPath(new URL('../../lessons/', import.meta.url));

/** The folders of `lessons/`: one per lesson. */
export const lessonIds: string[] = foldersIn(lessons);

export async function exerciseOf(lesson: string): Promise<Exercise> {
  const module: { default: Exercise } = await import(`${lessons}${lesson}/exercise.ts`);
  return module.default;
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
        const path = `${parentPath.replace(/\/?$/, '/')}${name}`;
        return [path.slice(folder.length), readFileSync(path, 'utf8')];
      }),
  );
}
