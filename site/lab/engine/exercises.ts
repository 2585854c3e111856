import type { Exercise } from '../../../simulator/index.ts';

const modules = import.meta.glob<{ default: Exercise }>([
  '../../../lessons/*/exercise.ts',
  '../../../lessons/*/transfer/exercise.ts',
]);

/** The exercise of a lesson, or the one that follows it (`<lesson>/transfer`), loaded when it is first asked for. */
export async function exerciseNamed(id: string): Promise<Exercise> {
  const load = modules[`../../../lessons/${id}/exercise.ts`];
  if (!load) throw new Error(`no lesson "${id}" has an exercise.ts`);
  return (await load()).default;
}
