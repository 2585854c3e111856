import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { exerciseOf, wordsOf } from '../../../lessons/folders.ts';
import type { Command } from '../cli.ts';
import { exerciseIds } from '../exercises.ts';
import { isLink } from '../run/opened.ts';
import { exits, type Terminal } from '../terminal.ts';
import type { Words } from '../words/words.ts';
import { type Format, formats, type Page } from './formats.ts';
import { gradeAll } from './pool.ts';
import { Progress } from './progress.ts';
import type { Report, Status } from './report.ts';

/** `session-lab grade`: checks solutions of an exercise. */
export const grade: Command = {
  options: { format: 'value', jobs: 'value', output: 'value' },
  async perform({ values, words: [id, ...folders] }, words, terminal) {
    const format = values['format'] ?? 'text';
    const jobs = values['jobs'] === undefined ? availableParallelism() : Number(values['jobs']);
    const wrong =
      wrongExercise(id, words) ??
      wrongFolders(folders, words) ??
      (Object.hasOwn(formats, format) ? undefined : words.badFormat(format, Object.keys(formats))) ??
      (formats[format as Format].oneFolder && folders.length > 1 ? words.oneFolder(format) : undefined) ??
      wrongOutput(values['output'], format as Format, words) ??
      (Number.isSafeInteger(jobs) && jobs > 0 ? undefined : words.badJobs(values['jobs'] ?? ''));
    if (id === undefined || wrong !== undefined) {
      terminal.complain(`session-lab: ${wrong}\n`);
      return exits.error;
    }
    const reports = await graded(id, folders, jobs, words, terminal);
    const exercise = { ...(await exerciseOf(id)), words: (await wordsOf(id))[words.language] };
    await tell(reports, format as Format, values['output'], { exercise, words, paint: terminal.paint }, terminal);
    const code = exitOf(reports);
    return formats[format as Format].toldByFilesOnly && code !== exits.error ? exits.good : code;
  },
};

const wrongExercise = (id: string | undefined, words: Words): string | undefined =>
  id === undefined ? words.missingExercise : exerciseIds.includes(id) ? undefined : words.noExercise(id, exerciseIds);

function wrongFolders(folders: readonly string[], words: Words): string | undefined {
  if (folders.length === 0) return words.missingFolders;
  const path = folders.find((folder) => !isLink(folder) && !statSync(folder, { throwIfNoEntry: false })?.isDirectory());
  return path === undefined ? undefined : words.noFolder(path);
}

/** Makes the folder, so that nothing is graded in vain. */
function wrongOutput(output: string | undefined, format: Format, words: Words): string | undefined {
  if (output === undefined) return undefined;
  if (!formats[format].files) return words.noOutput(format);
  try {
    mkdirSync(output, { recursive: true });
    return undefined;
  } catch {
    return words.noFolder(output);
  }
}

async function tell(
  reports: readonly Report[],
  format: Format,
  output: string | undefined,
  page: Page,
  terminal: Terminal,
): Promise<void> {
  const { write, files } = formats[format];
  if (output === undefined || !files) return terminal.print(await write(reports, page));
  for (const [name, text] of Object.entries(await files(reports, page))) writeFileSync(join(output, name), text);
}

async function graded(
  exercise: string,
  folders: readonly string[],
  jobs: number,
  words: Words,
  terminal: Terminal,
): Promise<Report[]> {
  const progress = terminal.redraws ? new Progress(folders.length, words, terminal) : undefined;
  try {
    const tasks = folders.map((folder) => ({ exercise, folder, language: words.language }));
    return await gradeAll(tasks, jobs, (done) => progress?.tell(done));
  } finally {
    progress?.end();
  }
}

const exitOfStatus: Record<Status, number> = {
  pass: exits.good,
  fail: exits.bad,
  'not-gradable': exits.ungradable,
  error: exits.error,
};

const exitOf = (reports: readonly Report[]): number => Math.max(...reports.map(({ status }) => exitOfStatus[status]));
