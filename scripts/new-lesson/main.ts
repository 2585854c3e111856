import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { course } from '../../lessons/course.ts';
import { type NewLesson, refusalOf, writeLesson } from './lesson.ts';

// `npm run new-lesson -- slow-tomcat`: a lesson that passes every check, to be written over piece by piece.

const usage = `npm run new-lesson -- ID [--after LESSON] [--title "…"] [--title-zh "…"]

Writes a lesson that works and passes every check of lessons, to be written over piece by piece.

  ID          its folder and its address: small letters, with hyphens between words
  --after     the lesson it comes after; else it is the last
  --title     its title in English; --title-zh: in Chinese`;

const root = join(import.meta.dirname, '../..');
const lesson = asked(process.argv.slice(2));
const refusal = lesson && refusalOf(lesson, root);
if (!lesson || refusal) {
  console.error(refusal ? `${refusal}.\n\n${usage}` : usage);
  process.exitCode = 2;
} else begin(lesson);

/** What the command line asks for; undefined: nothing that makes sense, or help. */
function asked(words: string[]): NewLesson | undefined {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: { after: text, title: text, 'title-zh': text },
      allowPositionals: true,
    });
    const [id, more] = positionals;
    if (id === undefined || more !== undefined) return undefined;
    const title = values.title ?? `New: ${id}`;
    const last = course.flatMap(({ lessons }) => lessons).at(-1) ?? '';
    return { id, after: values.after ?? last, title, titleZh: values['title-zh'] ?? `新课：${id}` };
  } catch {
    return undefined;
  }
}

function begin(lesson: NewLesson): void {
  const written = writeLesson(lesson, root);
  // An id more may be a line too long.
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  spawnSync(process.execPath, [biome, 'format', '--write', ...written.filter((path) => path.endsWith('.ts'))], {
    cwd: root,
  });
  const { id } = lesson;
  console.log(`lessons/${id}/ is a lesson that works: a second Tomcat behind nginx. Make it yours, in this order:

  start/ solution/     what the learner begins with, and what passes
  exercise.ts          what happens in the checks, and what must hold
  texts.ts             what the checks say
  wrong/ accept/       mistakes that people make, and other right answers
  lesson.*.mdx         the prose, in both languages
  transfer/            the same idea elsewhere
  beats.ts beats-texts.ts   how it is taught; what the pages come to: test/lessons/beats-said.ts

See it:   npm run dev, then /en/${id}/
Check it: npm run test:unit -- test/lessons -t ${id}
How:      lessons/README.md`);
}
