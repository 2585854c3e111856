import type { Verdict } from '../../../simulator/index.ts';
import type { LiveLab } from './live-lab.svelte.ts';

/** Remembers what came of the learner's own files. What came by a link is somebody else's. */
export async function keepVerdicts({ keeps, context: { exercise } }: LiveLab, verdicts: readonly Verdict[]) {
  if (!keeps || exercise === undefined) return;
  const { progress } = await import('../../progress/store.ts');
  progress.checked(exercise, verdicts);
}
