import type { Result } from '../embed/protocol.ts';
import type { Standing } from './standing.ts';
import type { Trouble } from './trouble.ts';

/** What the LMS knows when a session begins. */
export interface Session {
  /** What was kept by `keep` in an earlier session; empty: nothing. */
  kept: string;
  standing: Standing;
  /** Tells learners who share a browser apart; empty where the LMS does not say. */
  learner: string;
  /** `false`: opened to look at only, by a teacher or after the end. */
  records: boolean;
  /** The least score that passes, where the LMS decides it. */
  mastery?: number;
  /** Where the learner is to be sent at the end, if the LMS says. */
  returnUrl?: string;
}

/** Whoever the results are told to: one of the standards, spoken to one LMS. */
export interface Recorder {
  /** How many characters `keep` takes at most. */
  readonly room: number;
  /** Begins a session, once. */
  open(): Promise<Session | Trouble>;
  /** Tells a result, and what is to be kept with it; telling it again after a trouble sends what was not taken. */
  record(result: Result, standing: Standing, kept: string | undefined): Promise<Trouble | undefined>;
  /** Has the LMS keep a text for the next session. */
  keep(text: string): Promise<Trouble | undefined>;
  /** Keeps a last text and ends the session, at once: the page may be gone a moment later. Nothing is sent any more. */
  close(kept: string | undefined): void;
}

/** What an exercise's package says of itself to the page that plays it. */
export interface PackageData {
  /** `<lesson>` or `<lesson>/transfer`. */
  exercise: string;
  title: string;
  /** Where the exercise's frame is, from the package's first page. */
  frame: string;
  /** The least score that passes, from 0 to 1. */
  mastery: number;
  /** The files that every learner begins with, as a link has them: what is kept of a learner is told in differences. */
  beginning: string;
  /** What each check asks for, by its id, for those who read the results. */
  checks: Readonly<Record<string, string>>;
}
