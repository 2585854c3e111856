import type { Verdict } from '../../../simulator/index.ts';
import { writeDraft } from '../../progress/drafts.ts';
import { ownWork } from './files.ts';
import type { LiveLab } from './live-lab.svelte.ts';

/** Keeps the learner's work in the browser. */
export function rememberWork({ id, keeps, failed, snapshot, start, context: { draft, own } }: LiveLab): void {
  // What the editor shows of an earlier moment is not what the learner has.
  if (keeps && !failed && !snapshot.timeline.past) writeDraft(id, ownWork(start, draft, own));
}

/** Remembers what came of the learner's own files. What came by a link is somebody else's. */
export async function rememberVerdicts({ keeps, context: { exercise } }: LiveLab, verdicts: readonly Verdict[]) {
  if (!keeps || exercise === undefined) return;
  const { progress } = await import('../../progress/store.ts');
  progress.checked(exercise, verdicts);
}
