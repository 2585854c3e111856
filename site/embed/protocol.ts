/**
 * What a lab in a frame and the page around it say to each other, by `postMessage`: plain data, told apart from the
 * messages of others by `sessionlab`, the protocol's version. The documented form of this is the page `embed`.
 */
export const VERSION = 1;

/** The languages that a frame can speak. */
export const frameLocales = ['en', 'zh-cn'] as const;
export type FrameLocale = (typeof frameLocales)[number];

/** `auto`: as the reader's system has it. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What a learner is shown of his results: nothing, which checks passed, or also why not, hints and a solution. */
export const feedbacks = ['none', 'result', 'full'] as const;
export type Feedback = (typeof feedbacks)[number];

/** What whoever sets an exercise decides. */
export interface Options {
  feedback: Feedback;
  /** How often the checks may be run; 0: as often as one likes. */
  maxAttempts: number;
  /** No solution is offered, nor the hint that shows the lines to change. */
  hideSolution: boolean;
  /** The page wants to hear `change`. */
  changes: boolean;
  /** The page wants to hear `xapi`. */
  statements: boolean;
}

/** Where nobody decides. */
export const usualOptions: Options = {
  feedback: 'full',
  maxAttempts: 0,
  hideSolution: false,
  changes: false,
  statements: false,
};

/** All that a page has to keep to let a learner go on another day. Fit for JSON. */
export interface State {
  /** The learner's files (and lab) as the part of a link after `#`; empty: as the exercise begins. */
  link: string;
  /** So often the checks were run. */
  attempts: number;
}

/** Files of the lab by host and name: those that the learner changed. */
export type Files = Record<string, Record<string, string>>;

export interface CheckResult {
  /** Of the exercise, e.g. `keeps-logins`: letters, digits and hyphens. */
  id: string;
  passed: boolean;
  /** Why not, as the exercise names its mistakes, e.g. `login-lost`. Absent: passed, or the programs did not even start. */
  feedbackId?: string;
  points: number;
}

export interface Score {
  raw: number;
  min: 0;
  max: number;
  /** From 0 to 1. */
  scaled: number;
}

/** What came of one run of all checks. Sent by a browser, so no proof of anything: who must be sure grades `permalink` again. */
export interface Result {
  exercise: string;
  /** Counted from 1. */
  attempt: number;
  passed: boolean;
  score: Score;
  checks: CheckResult[];
  /** Of the lab on the page; the checks play their own. */
  seed: number;
  /** Opens the very files that were checked in the full course. */
  permalink: string;
}

/** Why something could not be done. The text beside it is for people, in the frame's language. */
export const errorCodes = [
  /** `sessionlab` is another version than this one. */
  'unknown-version',
  /** A message of ours with something missing or out of bounds. */
  'bad-message',
  /** Something else than `init` was said first. */
  'no-init',
  /** The page says that it is from elsewhere than the browser says. */
  'wrong-origin',
  /** More messages than anybody needs; some were not read. */
  'too-many-messages',
  /** The link after `#`, or that of a state, cannot be used, or not all of it. */
  'bad-link',
  /** `maxAttempts` is used up. */
  'no-attempts-left',
  /** A check was given up by the learner, or another one runs. */
  'not-checked',
  /** The lab itself has stopped by a mistake of ours. */
  'lab-failed',
  /** Only said by the element `session-lab`: there is no such exercise, or nothing came. */
  'not-loaded',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** `id`: the message that it answers. */
interface Envelope {
  sessionlab: typeof VERSION;
  id?: string;
}

/** What a frame says to the page around it. */
export type FromFrame = Envelope & FrameWord;

export type FrameWord =
  /** It listens. Said when it has loaded, and in answer to nothing. */
  | { type: 'ready'; exercise: string; locale: FrameLocale; seed: number; apiVersion: typeof VERSION }
  /** So many CSS pixels high it would like to be. */
  | { type: 'resize'; height: number }
  /** The learner has changed files; not more often than twice a second, and only if `changes` is wished for. */
  | { type: 'change'; files: Files }
  | ({ type: 'checked' } & Result)
  /** The same as a statement of the Experience API without its actor; only if `statements` is wished for. */
  | { type: 'xapi'; statement: Readonly<Record<string, unknown>> }
  /** The answer to `getState`, and to what has changed it: `setState`, `reset`. */
  | { type: 'state'; state: State }
  | { type: 'error'; code: ErrorCode; message: string };

/** What the page says to a frame in it. */
export type ToFrame = Envelope & HostWord;

export type HostWord =
  /**
   * Who embeds the frame and how. Until then the frame says nothing about what its learner does. May be said again, e.g.
   * with another theme; what is left out stays as it is. `origin`: the page's own, as a check.
   */
  | {
      type: 'init';
      origin?: string;
      locale?: FrameLocale;
      theme?: Theme;
      state?: State;
      options?: Partial<Options>;
    }
  | { type: 'getState' }
  | { type: 'setState'; state: State }
  /** The files as the exercise begins. Attempts stay counted. */
  | { type: 'reset' }
  | { type: 'check' }
  | { type: 'play' }
  | { type: 'pause' }
  /** Looks at the moment `t` ms after the servers came up. */
  | { type: 'seek'; t: number };

/** A message as it is posted. */
export const toFrame = (word: HostWord, id?: string): ToFrame => ({ sessionlab: VERSION, ...named(id), ...word });
export const fromFrame = (word: FrameWord, id?: string): FromFrame => ({ sessionlab: VERSION, ...named(id), ...word });

const named = (id: string | undefined) => (id === undefined ? {} : { id });
