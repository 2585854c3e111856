import type { EditedFiles } from '../lab/protocol.ts';
import { keep, keysOf, recall } from '../storage.ts';
import { type Draft, parseDraft, rewritten } from './draft.ts';

const BEGINNING = 'session-lab/draft/';
const keyOf = (lab: string) => `${BEGINNING}${lab}`;

/** The labs in which something was written that the browser keeps. */
export const drafted = (): string[] => keysOf(BEGINNING).map((key) => key.slice(BEGINNING.length));

/** What was written in a lab of that name when somebody was last here. Browsers may refuse to remember: then nothing. */
export function readDraft(lab: string): Draft | undefined {
  const kept = recall(keyOf(lab));
  return kept ? parseDraft(kept) : undefined;
}

/** Keeps a draft as it is; `undefined` forgets what was written in a lab of that name. */
export const keepDraft = (lab: string, draft: Draft | undefined) => keep(keyOf(lab), draft && JSON.stringify(draft));

/** Remembers the learner's own work, or forgets when there is none. Full or forbidden: it lives as long as the page. */
export function writeDraft(lab: string, work: EditedFiles, at = Date.now()): void {
  const before = readDraft(lab);
  const after = rewritten(before, work, at);
  if (after !== before) keepDraft(lab, after);
}
