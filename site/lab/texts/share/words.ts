import type { LinkProblemCode } from '../../../../simulator/index.ts';

/** Why a link or a file could not be taken, or not whole. */
export type ShareProblem = LinkProblemCode | 'no-share-file';

/** All words of sharing. A language that lacks one does not compile. */
export interface ShareWords {
  about: string;
  what: string;
  withRun: string;
  withRunHint(time: string, actions: number): string;
  filesOnly: string;
  filesOnlyHint: string;
  link: string;
  length(characters: number): string;
  tooLong(characters: number): string;
  copy: string;
  copied: string;
  /** The browser does not let pages copy. */
  copyYourself: string;
  save: string;
  open: string;
  openHint: string;
  banner: {
    label: string;
    reading: string;
    asks: string;
    shown(time: string | undefined): string;
    mine: string;
    kept: string;
    nothing: string;
    show: string;
    keepMine: string;
    back: string;
    keep: string;
    undo: string;
    close: string;
    differs: string;
    problems(count: number): string;
    more(count: number): string;
  };
  /** The lab on real programs. */
  home: {
    title: string;
    about: string;
    make: string;
    making: string;
    made(name: string, files: number): string;
    failed: string;
  };
  problems: Record<ShareProblem, string>;
}
