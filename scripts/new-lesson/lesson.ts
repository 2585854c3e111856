import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { course } from '../../lessons/course.ts';

/** A lesson that is to be begun. */
export interface NewLesson {
  /** Its folder and its address. */
  id: string;
  /** The lesson that it comes after. */
  after: string;
  title: string;
  titleZh: string;
}

const template = join(import.meta.dirname, 'template');

/** Why there can be no lesson like this in the project at `root`; undefined: there can. */
export function refusalOf({ id, after }: NewLesson, root: string): string | undefined {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) return `"${id}" is no id: small letters, and hyphens between words`;
  if (existsSync(join(root, 'lessons', id))) return `There is a lesson "${id}" already`;
  const pages = [join(root, 'site/pages/[locale]'), join(root, 'site/content')].flatMap((path) => readdirSync(path));
  if (pages.some((name) => name.split('.')[0] === id)) return `"${id}" is the address of another page`;
  if (!course.some(({ lessons }) => lessons.includes(after))) return `There is no lesson "${after}" to come after`;
  return undefined;
}

/** Writes the lesson's folder, its place in the course and what its beats come to. The files written, from `root`. */
export function writeLesson(lesson: NewLesson, root: string): string[] {
  const written = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => {
      const target = join('lessons', lesson.id, relative(template, path).replace(/\.txt$/, ''));
      mkdirSync(dirname(join(root, target)), { recursive: true });
      writeFileSync(join(root, target), filled(readFileSync(path, 'utf8'), lesson));
      return target;
    });
  const said = filled(readFileSync(join(import.meta.dirname, 'said.txt'), 'utf8'), lesson);
  change(join(root, 'lessons/course.ts'), `'${lesson.after}'`, (found) => `${found}, '${lesson.id}'`);
  change(join(root, 'test/lessons/beats-said.ts'), /};\n$/, (found) => `${said}${found}`);
  return [...written, 'lessons/course.ts', 'test/lessons/beats-said.ts'];
}

/** A text with its gaps filled. Titles stand in YAML, whose quoted strings are JSON's. */
const filled = (text: string, { id, title, titleZh }: NewLesson): string =>
  text
    .replaceAll('%id%', id)
    .replaceAll('%title%', () => JSON.stringify(title))
    .replaceAll('%titleZh%', () => JSON.stringify(titleZh));

/** @throws when what is to be changed is not there: the file is built otherwise than it was. */
function change(path: string, what: string | RegExp, how: (found: string) => string): void {
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(what, how);
  if (changed === text) throw new Error(`${path} has no ${what}`);
  writeFileSync(path, changed);
}
