import type {
  Act,
  Bucket,
  Chain,
  CompletedLine,
  Expiry,
  HostName,
  Lab,
  LinkField,
  Planned,
  ReadLink,
  Totals,
} from '../../simulator/index.ts';
import type { ChartView } from './charts.ts';
import type { EditedFiles } from './protocol.ts';
import type { SpaceTime, SpaceTimeWindow } from './space-time.ts';
import type { Mark } from './timeline.ts';
import type { TranscriptPage, TranscriptWindow } from './transcript.ts';
import type { NotFound, Xray, XrayOf } from './xray.ts';

/** What the views ask of the engine about the run, each with its answer. Only data: the engine may live in a worker. */
export interface Questions {
  /** What Tab makes of a line in a window, with the cursor at `at`. */
  complete: { ask: { host: HostName; line: string; at: number }; answer: CompletedLine };
  /** What ends by itself next: at most a few, the next first. */
  expiries: { ask: object; answer: readonly Expiry[] };
  /** The run as far as it is shown, as it can be repeated. */
  history: { ask: object; answer: History };
  /** The files on the hosts' disks at the newest moment of a branch; `undefined`: there is none of that number. */
  'branch-files': { ask: { branch: number }; answer: EditedFiles | undefined };
  /** What is worth a look in the whole branch; those too close to be told apart among `most` come as one. */
  marks: { ask: { most: number }; answer: Mark[] };
  /** One session in every place that has it or could have it, and its life. */
  xray: { ask: { of: XrayOf }; answer: Xray };
  /** Why Tomcats did not find the session of a request, by the number of the note that says so. */
  'not-found': { ask: { chain: Chain }; answer: Record<number, NotFound> };
  /** Who sent whom what, and what happened, in a part of the run. */
  'space-time': { ask: SpaceTimeWindow; answer: SpaceTime };
  /** A page of the run in words. */
  transcript: { ask: TranscriptWindow; answer: TranscriptPage };
  /** The charts of what a host is doing. */
  charts: { ask: { host: HostName }; answer: ChartView[] };
  /** The run with the moment that is shown as a link, or only the learner's files. */
  link: { ask: { base: LinkBase; files: EditedFiles; withRun: boolean }; answer: LinkField[] };
  /** What a link's text tells. */
  'read-link': { ask: { base: LinkBase; text: string }; answer: ReadLink };
  /** A short name for how everything stands at the run's end. */
  'state-hash': { ask: object; answer: string };
  /** The run as others can follow it; of the branch named, only the acts after the first so many. `hashed`: with its `state-hash`. */
  told: { ask: { known: Pick<ToldRun, 'run' | 'branch'> & { acts: number }; hashed: boolean }; answer: ToldRun };
  /** What came of all requests so far, and in each of so many parts of the `last` ms. */
  counts: { ask: { last: number; parts: number }; answer: Counts };
}

/** Times in virtual ms since the servers came up. */
export interface Counts {
  now: number;
  totals: Totals;
  parts: Bucket[];
}

/** What a run was begun with and what was done to it: the command `load` repeats it. Times are virtual ms since the servers came up. */
export interface History extends Past {
  lab: Lab;
}

export interface Past {
  /** What was done, each at its time. */
  actions: readonly Planned[];
  /** The moment until which time has passed. */
  at: number;
}

/** A run as it is told to those who follow it. Times are virtual ms since the servers came up. */
export interface ToldRun {
  /** How often the lab was begun, and the branch. */
  run: number;
  branch: number;
  /** What was done, from the act of that number on. */
  from: number;
  acts: readonly Act[];
  /** How far the branch has come, and the moment that is shown. */
  end: number;
  at: number;
  hash: string | undefined;
}

/** The lab that links of a page are told in differences from. */
export interface LinkBase {
  id: string;
  lab: Lab;
}

export type Question = { [Kind in keyof Questions]: { type: Kind } & Questions[Kind]['ask'] }[keyof Questions];

export type AnswerTo<Q extends Question> = Questions[Q['type']]['answer'];

/** Asks the engine; the answer is about the moment that it shows by then. */
export type Ask = <Q extends Question>(question: Q) => Promise<AnswerTo<Q>>;
