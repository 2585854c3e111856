import { type Lab, withFiles } from '../../../simulator/index.ts';
import { takeHome } from '../../take-home/bundle.ts';
import { exerciseRuns } from '../../take-home/exercise-runs.ts';
import { learnersRun } from '../../take-home/learners-run.ts';
import { exerciseNamed } from '../engine/exercises.ts';
import type { EditedFiles } from '../protocol.ts';
import type { Tasks } from './tasks.ts';

type Asked = Tasks['take-home']['asks'];

/** What is taken home from a page. */
export async function homeOf({
  id,
  history,
  files,
  exercise: named,
  language,
}: Asked): Promise<Record<string, string>> {
  const run = learnersRun(history.actions, history.at);
  const exercise = run || named === undefined ? undefined : await exerciseNamed(named);
  const lab = installed(withFiles({ ...history.lab, ...exercise?.graded }, real(files)));
  const runs = run ? [run] : exercise ? exerciseRuns(exercise, lab) : [{ id: 'run', plan: [], until: 0 }];
  return takeHome({ id, lab, runs, language });
}

/** The source that tells the editor Redis's version is the page's own. */
function real({ redis, ...others }: EditedFiles): EditedFiles {
  if (!redis) return others;
  const { 'src/version.h': _, ...own } = redis;
  return { ...others, redis: own };
}

/** Whoever takes a Redis home has not to compile it first. */
const installed = (lab: Lab): Lab =>
  lab.terminals ? { ...lab, terminals: { ...lab.terminals, redis: 'running' } } : lab;
