import type { EditedFiles } from '../lab/protocol.ts';
import { type Keeping, keep, recall } from '../storage.ts';
import { type Draft, parseDraft, rewritten } from './draft.ts';
import { DRAFT } from './key.ts';

const keyOf = (lab: string) => `${DRAFT}${lab}`;

/** What was written in a lab of that name when somebody was last here. Browsers may refuse to remember: then nothing. */
export function readDraft(lab: string): Draft | undefined {
  const kept = recall(keyOf(lab));
  return kept ? parseDraft(kept) : undefined;
}

/** Keeps a draft as it is; `undefined` forgets what was written in a lab of that name. */
export const keepDraft = (lab: string, draft: Draft | undefined): Keeping =>
  keep(keyOf(lab), draft && JSON.stringify(draft));

/** Remembers the learner's own work, or forgets when there is none. Full or forbidden: it lives as long as the page. */
export function writeDraft(lab: string, work: EditedFiles, at = Date.now()): void {
  const before = readDraft(lab);
  const after = rewritten(before, work, at);
  if (after !== before) keepDraft(lab, after);
}
