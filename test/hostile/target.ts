/**
 * Something that takes what others wrote. It must come to an end with any of it, in time linear in what it was given, and
 * throw nothing. `take` may check more than that, and throws where it does not hold.
 */
export type Target = TextTarget | DataTarget;

interface Named {
  name: string;
  /** The functions that are put to the test, for people. */
  what: string;
  /** It takes milliseconds for an input: tests put fewer to it. */
  slow?: true;
}

/** It takes a text. */
export interface TextTarget extends Named {
  /** Texts as they come in good order; inputs are made by damaging these. */
  good: readonly string[];
  /** What has a meaning to it, sign by sign or word by word. */
  words: readonly string[];
  take(text: string): unknown;
  /** How long a text is in a campaign at most, in characters (default: 60). */
  longest?: number;
  /** More characters than this it refuses unread: growth is measured up to there. */
  refuses?: number;
}

/** It takes data of any shape, such as a message. */
export interface DataTarget extends Named {
  /** Data in good order; inputs are made by damaging these. */
  good: readonly unknown[];
  takeData(data: unknown): unknown;
}

export const takesText = (target: Target): target is TextTarget => 'take' in target;
