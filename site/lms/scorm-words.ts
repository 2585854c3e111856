import type { CheckResult } from '../embed/protocol.ts';

/** An id that the strictest LMS takes, in either version of SCORM: `^\w{1,255}$`. */
export const wordId = (id: string): string => id.replaceAll(/\W/g, '_').slice(0, 255) || '_';

/** A score from 0 to 100 with at most two decimals, as text. */
export const percent = (scaled: number): string => String(Math.round(scaled * 10_000) / 100);

/** What a check found, as the learner's response: `passed`, or the id of the mistake. */
export const responseOf = ({ passed, feedbackId = 'failed' }: CheckResult): string =>
  (passed ? 'passed' : feedbackId).slice(0, 250);

/** The first trouble that a list of steps meets; the others are taken nevertheless. */
export const firstOf = <T>(troubles: readonly (T | undefined)[]): T | undefined =>
  troubles.find((trouble) => trouble !== undefined);
