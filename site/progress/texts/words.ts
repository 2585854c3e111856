import type { Refusal } from '../file.ts';
import type { Trouble } from '../store.ts';

/** What is said of the learner's progress: by its tools on the course page, and in a lab. */
export interface ProgressWords {
  /** Where it is kept, and what the tools are for. */
  about: string;
  save: string;
  open: string;
  reset: string;
  undo: string;
  trouble: Record<Trouble, string>;
  saveUnreadable: string;
  saved: string;
  /** So many exercises and drafts came; so many drafts could not be kept. */
  takenIn(passed: number, drafts: number, unkept: number): string;
  refused: Record<Exclude<Refusal['why'], 'damaged'>, string> & { damaged(at: string): string };
  unreadFile: string;
  begunAnew: string;
  undone: string;
  /** In a lab: there are two drafts, one of which is shown. */
  olderDraft: string;
  otherDraft: string;
}
