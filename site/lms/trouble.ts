/** What stands between a result and the LMS. */
export type TroubleCode =
  /** No window around this one holds the LMS's interface. */
  | 'missing'
  /** The LMS does not begin a session, or this page was not opened from it. */
  | 'not-opened'
  /** A launch can be used once, and this one was. */
  | 'used-up'
  /** The LMS does not take what it was sent. */
  | 'refused'
  /** The LMS's interface threw an exception. */
  | 'threw'
  /** Nothing came back over the network. */
  | 'unreachable'
  /** The session is over. */
  | 'over';

/** Why something was not recorded; `said`: the LMS's own words about it. */
export interface Trouble {
  code: TroubleCode;
  said?: string;
}

/** Whether an answer of the LMS is a trouble. */
export const isTrouble = (answer: unknown): answer is Trouble =>
  typeof answer === 'object' && answer !== null && 'code' in answer;
