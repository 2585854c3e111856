import { keysOf } from '../storage.ts';

/** Under which name the browser keeps the progress; and what of it could not be read, for whoever can. */
export const KEY = 'session-lab/progress';
export const UNREADABLE = 'session-lab/progress-unreadable';

/** Told to the window, with the progress, after every change on this page. */
export const CHANGED = 'session-lab-progress';

/** How the names begin under which it keeps drafts. */
export const DRAFT = 'session-lab/draft/';

/** The labs in which something was written that the browser keeps. */
export const drafted = (): string[] => keysOf(DRAFT).map((key) => key.slice(DRAFT.length));
