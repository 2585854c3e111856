import { keep, recall } from '../storage.ts';
import { keepDraft, readDraft } from './drafts.ts';
import { fileText, isExercise, type ProgressFile, type Refusal, readFile } from './file.ts';
import { drafted, UNREADABLE } from './key.ts';
import { merge } from './merge.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { passedIn } from './progress.ts';
import type { ProgressStore } from './store.ts';

/** Puts things back as they were. */
export type Undo = () => void;

/** What a file brought. */
export interface TakenIn {
  /** How many exercises are passed that were not before. */
  passed: number;
  /** How many drafts came that are newer than those here. */
  drafts: number;
  /** How many drafts the browser would not keep. */
  unkept: number;
  undo: Undo;
}

/** Everything the browser knows of the learner's progress, drafts included, as the text of a file. */
export const exported = ({ progress }: ProgressStore): string => fileText({ progress, drafts: draftsKept() });

/** Takes in such a file. Nothing that is here is lost by it: passes stay, the newer of two drafts goes first. */
export function takeIn(store: ProgressStore, text: string): TakenIn | Refusal {
  const file = readFile(text);
  if ('why' in file) return file;
  const before = { progress: store.progress, drafts: draftsKept() };
  const taken = { passed: 0, drafts: 0, unkept: 0 };
  // Whoever looks when progress changes finds the drafts in their places.
  for (const [id, draft] of Object.entries(file.drafts)) {
    const own = readDraft(id);
    const merged = own ? mergeDrafts(own, draft) : draft;
    if (keepDraft(id, merged) !== 'kept') taken.unkept++;
    else if (merged.at !== own?.at) taken.drafts++;
  }
  store.change((progress) => merge(progress, file.progress));
  taken.passed = passedIn(store.progress) - passedIn(before.progress);
  const undo = () => {
    for (const id of Object.keys(file.drafts)) keepDraft(id, before.drafts[id]);
    store.change(() => before.progress);
  };
  return { ...taken, undo };
}

/** Forgets everything: progress and drafts. */
export function beginAnew(store: ProgressStore): Undo {
  const { progress } = store;
  const drafts = draftsKept();
  const unreadable = recall(UNREADABLE);
  for (const id of Object.keys(drafts)) keepDraft(id, undefined);
  store.reset();
  return () => {
    for (const [id, draft] of Object.entries(drafts)) {
      const now = readDraft(id);
      keepDraft(id, now ? mergeDrafts(now, draft) : draft);
    }
    if (unreadable) keep(UNREADABLE, unreadable);
    // What other tabs have added in the meantime stays.
    store.change((now) => merge(now, progress));
  };
}

const draftsKept = (): ProgressFile['drafts'] =>
  Object.fromEntries(
    drafted()
      .filter(isExercise)
      .flatMap((id) => {
        const draft = readDraft(id);
        return draft ? [[id, draft]] : [];
      }),
  );
