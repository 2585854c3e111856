import { starts } from '../../../lessons/judge.ts';
import {
  boot,
  compiled,
  type EditedFiles,
  type Exercise,
  grade,
  type Note,
  type StartFailure,
  shrunk,
  startFailuresOf,
  type Verdict,
  withFiles,
} from '../../../simulator/index.ts';
import { linkTo } from './link.ts';
import type { Submission } from './submission.ts';

/** What came of one submission, as plain data. */
export interface Report {
  /** The folder as it was named. */
  folder: string;
  status: Status;
  score: { raw: number; max: number };
  verdicts: readonly Verdict[];
  /** Links to the runs that show what failed, by check. */
  links: Readonly<Record<string, string>>;
  diagnostics: readonly Diagnostic[];
}

/** `not-gradable`: nothing could be tried. `error`: a mistake of the engine's own. */
export type Status = 'pass' | 'fail' | 'not-gradable' | 'error';

/** What there is to say of a file or a server, beside the checks. */
export interface Diagnostic {
  level: 'error' | 'warning';
  /** `refused`: a program did not come to work with its files; the text is its own. The others are about the folder. */
  code: 'refused' | 'no-files' | 'stranger' | 'unreadable' | 'engine';
  /** The server that refused, or the file in the folder. */
  subject: string;
  text: string;
}

/** The files of an exercise itself: those that a learner begins with, and those that pass. */
export interface OwnFiles {
  start: EditedFiles;
  solution: EditedFiles;
}

/** Grades one submission, and shows what fails with as little as shows it. Never throws: a mistake of the engine's own is a report as well, and others go on. */
export async function reportOn(exercise: Exercise, own: OwnFiles, submission: Submission): Promise<Report> {
  const { folder, files, diagnostics } = submission;
  if (!files) return { ...blank(exercise, folder), status: 'not-gradable', diagnostics };
  try {
    const whole = over(own.start, files);
    const verdicts: Verdict[] = [];
    for (const verdict of await grade(exercise, whole))
      verdicts.push(await shrunk(exercise, verdict, whole, over(own.start, own.solution)));
    const refused = verdicts.some(({ id, state }) => id === starts.id && state === 'failed')
      ? await refusals(exercise, whole)
      : [];
    return {
      folder,
      status: statusOf(verdicts, refused),
      score: { raw: sum(verdicts.filter(({ state }) => state === 'passed')), max: sum(exercise.checks) },
      verdicts,
      links: await linksOf(exercise, own.start, whole, verdicts),
      diagnostics: [...diagnostics, ...refused],
    };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const mistake: Diagnostic = { level: 'error', code: 'engine', subject: '', text };
    return { ...blank(exercise, folder), status: 'error', diagnostics: [mistake] };
  }
}

const sum = (checks: readonly { points: number }[]): number => checks.reduce((total, { points }) => total + points, 0);

/** Of a submission of which nothing was tried. */
const blank = ({ checks }: Exercise, folder: string) => ({
  folder,
  score: { raw: 0, max: sum(checks) },
  verdicts: checks.map(({ id, kind, points }): Verdict => ({ id, kind, points, state: 'untried' })),
  links: {},
});

function statusOf(verdicts: readonly Verdict[], refused: readonly Diagnostic[]): Status {
  if (refused.length > 0) return 'not-gradable';
  return verdicts.every(({ state }) => state === 'passed') ? 'pass' : 'fail';
}

/** The learner's files, and those of the start for what he left alone. */
function over(start: EditedFiles, own: EditedFiles): EditedFiles {
  const hosts = new Set([...Object.keys(start), ...Object.keys(own)]);
  return Object.fromEntries([...hosts].map((host) => [host, { ...start[host], ...own[host] }]));
}

/** What the programs that refuse their files say of them. */
async function refusals(exercise: Exercise, files: EditedFiles): Promise<Diagnostic[]> {
  const notes: Note[] = [];
  boot(await compiled(withFiles({ ...exercise.lab, ...exercise.graded }, files)), (note) => notes.push(note));
  return startFailuresOf(notes).map(refusalText);
}

const refusalText = ({ host, message }: StartFailure): Diagnostic => ({
  level: 'error',
  code: 'refused',
  subject: host,
  text: message,
});

async function linksOf(
  exercise: Exercise,
  start: EditedFiles,
  files: EditedFiles,
  verdicts: readonly Verdict[],
): Promise<Record<string, string>> {
  const links: Record<string, string> = {};
  for (const verdict of verdicts)
    if (verdict.state === 'failed' && verdict.run)
      links[verdict.id] = await linkTo(verdict.run, exercise, start, files);
  return links;
}
