import { starts } from '../../../lessons/judge.ts';
import {
  boot,
  compiled,
  type EditedFiles,
  type Exercise,
  grade,
  type Note,
  type StartFailure,
  startFailuresOf,
  type Verdict,
  withFiles,
} from '../../../simulator/index.ts';
import type { Submission } from './submission.ts';

/** What came of one submission, as plain data. */
export interface Report {
  /** The folder as it was named. */
  folder: string;
  status: Status;
  score: { raw: number; max: number };
  verdicts: readonly Verdict[];
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

/** Grades one submission. Never throws: a mistake of the engine's own is a report as well, and others go on. */
export async function reportOn(exercise: Exercise, start: EditedFiles, submission: Submission): Promise<Report> {
  const { folder, files, diagnostics } = submission;
  const max = sum(exercise.checks);
  if (!files)
    return { folder, status: 'not-gradable', score: { raw: 0, max }, verdicts: untried(exercise), diagnostics };
  try {
    const whole = over(start, files);
    const verdicts = await grade(exercise, whole);
    const refused = verdicts.some(({ id, state }) => id === starts.id && state === 'failed')
      ? await refusals(exercise, whole)
      : [];
    return {
      folder,
      status: statusOf(verdicts, refused),
      score: { raw: sum(verdicts.filter(({ state }) => state === 'passed')), max },
      verdicts,
      diagnostics: [...diagnostics, ...refused],
    };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const mistake: Diagnostic = { level: 'error', code: 'engine', subject: '', text };
    return { folder, status: 'error', score: { raw: 0, max }, verdicts: untried(exercise), diagnostics: [mistake] };
  }
}

const sum = (checks: readonly { points: number }[]): number => checks.reduce((total, { points }) => total + points, 0);

const untried = ({ checks }: Exercise): Verdict[] =>
  checks.map(({ id, kind, points }) => ({ id, kind, points, state: 'untried' }));

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
