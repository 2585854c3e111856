import type { ExerciseWords } from '../../lessons/folders.ts';
import {
  type EditedFiles,
  type Exercise,
  type HostFile,
  type Lab,
  type Prediction,
  withFiles,
} from '../../simulator/index.ts';
import { href, type Locale } from '../locale.ts';
import { LabSession } from './engine/session.ts';
import type { LabExercise } from './page/live-lab.svelte.ts';
import type { Snapshot } from './protocol.ts';

/** Everything a lab's page is rendered from, as plain data. */
export interface LessonLab {
  id: string;
  lab: Lab;
  edits: readonly HostFile[];
  exercise: LabExercise;
  /** The first moment, without what happened before: the engine tells that again. */
  first: Snapshot;
}

const exercises = import.meta.glob<{ default: Exercise }>(
  ['../../lessons/*/exercise.ts', '../../lessons/*/transfer/exercise.ts'],
  { eager: true },
);
const texts = import.meta.glob<{ default: Record<Locale, ExerciseWords> }>(
  ['../../lessons/*/texts.ts', '../../lessons/*/transfer/texts.ts'],
  { eager: true },
);
const starts = import.meta.glob<string>(['../../lessons/*/start/**/*', '../../lessons/*/transfer/start/**/*'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/**
 * The lab of a lesson's exercise, or of the one that follows it (`<lesson>/transfer`), with the files that its learner begins from.
 * @throws when no lesson has that id: a page asks for a lab that is not there.
 */
export async function lessonLab(id: string, locale: Locale, onward: LabExercise['onward']): Promise<LessonLab> {
  const folder = `../../lessons/${id}`;
  const exercise = exercises[`${folder}/exercise.ts`]?.default;
  const words = wordsOf(id, locale);
  if (!exercise || !words)
    throw new Error(`<SessionLab lab="${id}">: there is no such lesson, or it lacks texts in ${locale}`);
  const lab = withFiles(exercise.lab, startOf(id));
  const session = new LabSession();
  await session.load(lab);
  const first = { ...session.snapshot(), notes: [], lines: [] };
  return { id, lab, edits: exercise.edits, exercise: { id, texts: words, onward }, first };
}

/** What is asked in a lesson before a run shows it. */
export const predictionsOf = (id: string): readonly Pick<Prediction, 'id' | 'ask'>[] =>
  exercises[`../../lessons/${id}/exercise.ts`]?.default.predictions ?? [];

/** The lessons that have a second exercise: the same idea under another fault, or with other servers. */
export const lessonsWithTransfer: readonly string[] = Object.keys(texts).flatMap(
  (path) => /lessons\/([^/]+)\/transfer\//.exec(path)?.[1] ?? [],
);

/** The second exercise of a lesson, if there is one. `task`: what is asked for. */
export function transferOf(lesson: string, locale: Locale): { title: string; task: string; href: string } | undefined {
  const { title, task } = wordsOf(`${lesson}/transfer`, locale) ?? {};
  return title && task ? { title, task, href: href(`/${locale}/${lesson}/transfer/`) } : undefined;
}

/** What a lesson's exercise says in one language. */
export const wordsOf = (id: string, locale: Locale): ExerciseWords | undefined =>
  texts[`../../lessons/${id}/texts.ts`]?.default[locale];

/** The files that the learner of an exercise begins with: `start/nginx/nginx.conf` is the file `nginx.conf` of the host `nginx`. */
export function startOf(id: string): EditedFiles {
  const folder = `../../lessons/${id}/start/`;
  const files: Record<string, Record<string, string>> = {};
  for (const [path, text] of Object.entries(starts)) {
    if (!path.startsWith(folder)) continue;
    const [host = '', ...rest] = path.slice(folder.length).split('/');
    files[host] = { ...files[host], [rest.join('/')]: text };
  }
  return files;
}
