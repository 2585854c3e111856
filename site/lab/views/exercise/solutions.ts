import type { EditedFiles } from '../../protocol.ts';
import { hunksBetween } from '../../runs/hunks.ts';
import type { Hunk } from '../../runs/tasks.ts';

const files = import.meta.glob<string>(['../../../../lessons/**/solution/**/*', '../../../../lessons/**/accept/**/*'], {
  query: '?raw',
  import: 'default',
});

/** An answer to an exercise that passes, and the way to it from a learner's files. */
export interface Answer {
  files: EditedFiles;
  hunks: Hunk[];
}

/** The exercise's own solution. */
export async function solutionTo(exercise: string, from: EditedFiles): Promise<Answer> {
  const solution = await answerIn(`${exercise}/solution/`);
  return { files: solution, hunks: hunksBetween(from, solution) };
}

/** Of all answers that come with the exercise the one that is nearest to the learner's files. */
export async function nearestAnswer(exercise: string, from: EditedFiles): Promise<Answer> {
  const beginning = `../../../../lessons/${exercise}/accept/`;
  const names = Object.keys(files).flatMap((path) =>
    path.startsWith(beginning) ? [path.slice(beginning.length).split('/')[0] ?? ''] : [],
  );
  const folders = [`${exercise}/solution/`, ...[...new Set(names)].map((name) => `${exercise}/accept/${name}/`)];
  return nearestTo(from, await Promise.all(folders.map(answerIn)));
}

/** The answer with the fewest lines to change; of equals, the first. */
export function nearestTo(from: EditedFiles, answers: readonly EditedFiles[]): Answer {
  const ways = answers.map((files) => ({ files, hunks: hunksBetween(from, files) }));
  return ways.reduce((best, way) => (linesIn(way) < linesIn(best) ? way : best));
}

const linesIn = ({ hunks }: Answer): number =>
  hunks.reduce((sum, { removed, added }) => sum + removed.length + added.length, 0);

/** `ip-hash/solution/nginx/nginx.conf` is the file `nginx.conf` of the host `nginx`. */
async function answerIn(folder: string): Promise<EditedFiles> {
  const beginning = `../../../../lessons/${folder}`;
  const answer: EditedFiles = {};
  for (const [path, load] of Object.entries(files)) {
    if (!path.startsWith(beginning)) continue;
    const [host = '', ...rest] = path.slice(beginning.length).split('/');
    answer[host] = { ...answer[host], [rest.join('/')]: await load() };
  }
  return answer;
}
