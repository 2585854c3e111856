import type { ErrorCode } from '../protocol.ts';

/** All words of a frame that are not the lab's. A language that lacks one does not compile. */
export interface FrameWords {
  open: string;
  task: string;
  /** The id of the section of a lesson that says what is to be done. */
  section: string;
  lab: string;
  /** What the address asks for and cannot be. */
  wrongLink: string;
  wrongOptions: string;
  more(count: number): string;
  errors: Record<ErrorCode, string>;
}
