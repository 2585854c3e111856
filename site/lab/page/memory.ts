import { readDraft, writeDraft } from '../../progress/drafts.ts';
import { ownWork } from './files.ts';
import type { LiveLab } from './live-lab.svelte.ts';

/** Puts back what the learner had written when he was last here. */
export function recallWork(lab: LiveLab): void {
  const draft = readDraft(lab.id);
  if (!draft) return;
  lab.hasOlderDraft = draft.older !== undefined;
  lab.send({ type: 'draft.found', files: draft.files });
}

/** Keeps the learner's work in the browser. */
export function rememberWork({ id, keeps, failed, snapshot, start, context: { draft, own } }: LiveLab): void {
  // What the editor shows of an earlier moment is not what the learner has.
  if (keeps && !failed && !snapshot.timeline.past) writeDraft(id, ownWork(start, draft, own));
}
