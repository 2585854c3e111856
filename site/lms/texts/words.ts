import type { TroubleCode } from '../trouble.ts';

/** What the page around an exercise in an LMS says. */
export interface LmsWords {
  /** The name of the frame, for those who cannot see it. */
  frame(title: string): string;
  waiting: string;
  /** A session has begun; `best` in percent, `undefined`: nothing was checked yet. */
  begun(best: number | undefined, passed: boolean): string;
  /** The same in a package that has no LMS to tell. */
  begunAlone: string;
  viewing: string;
  unheard(why: string): string;
  recorded(best: number, passed: boolean): string;
  recordedAlone(best: number, passed: boolean): string;
  unrecorded(why: string): string;
  troubles: Record<TroubleCode, string>;
  /** Behind a sentence: what the LMS itself said. */
  said(words: string): string;
  keptHere: string;
  notKept: string;
  lost: Record<'elsewhere' | 'edition', string>;
  again: string;
  end: string;
  /** The page was opened by itself, outside a package. */
  unpacked: string;
  ended: string;
  noscript: string;
}
