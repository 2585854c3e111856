import { exerciseOf, filesOf } from '../../lessons/folders.ts';
import { type Exercise, grade } from '../../simulator/index.ts';

/** A file of an exercise's solution with one edit. */
export interface Task {
  exercise: string;
  host: string;
  file: string;
  text: string;
}

/** The check that refuses a solution with the edit; `undefined`: none does. The quick ones are asked first. */
export async function refusedBy({ exercise: id, host, file, text }: Task): Promise<string | undefined> {
  const exercise = await exerciseOf(id);
  const solution = filesOf(id, 'solution');
  const files = { ...solution, [host]: { ...solution[host], [file]: text } };
  for (const checks of [quick(exercise), exercise.checks]) {
    const verdicts = await grade({ ...exercise, checks }, files);
    const failed = verdicts.find(({ state }) => state !== 'passed');
    if (failed) return failed.id;
    if (checks.length === exercise.checks.length) return undefined;
  }
  return undefined;
}

const quick = ({ checks }: Exercise) => checks.filter(({ kind }) => kind !== 'always');
