import type { Language } from '../../../lessons/texts.ts';
import type {
  Bucket,
  Chain,
  Check,
  Comparison,
  HostName,
  Lab,
  Note,
  PlayOutcome,
  Scenario,
  Totals,
  Traffic,
  Verdict,
} from '../../../simulator/index.ts';
import type { EditedFiles } from '../protocol.ts';
import type { History } from '../questions.ts';

/** What can be worked out beside the lab on the page, in runs that nobody watches: each task with its outcome. Only data. */
export interface Tasks {
  /** Plays a scenario. */
  play: { asks: { lab: Lab; scenario: Scenario }; outcome: PlayOutcome };
  /** Lets a run go on for `more` ms and counts what comes of its requests then. `begun`: a traffic that begins with it. */
  forecast: { asks: { history: History; more: number; begun: Traffic | undefined; parts: number }; outcome: Forecast };
  /** Plays it in two labs and compares what came of it. */
  compare: { asks: Sides; outcome: Compared };
  /** Finds out what each changed place of the files does, by playing it alone. */
  effects: { asks: Sides; outcome: Effects };
  /** Looks at a learner's files with the checks of an exercise; `kind`: with those only. Times count from when the servers are up. */
  grade: { asks: { exercise: string; files: EditedFiles; kind: Check['kind'] | undefined }; outcome: Verdict[] };
  /** Leaves out of a failing run what is not needed to show the mistake. */
  shrink: { asks: { exercise: string; files: EditedFiles; verdict: Verdict }; outcome: Verdict };
  /** Tells all that happened to one request in both labs; times count as in the scenario. */
  stories: { asks: Sides & { chain: Chain }; outcome: { a: Note[]; b: Note[] } };
  /**
   * The lab on real programs, with these files: what was done in it so far or, where nobody has visited it, what the
   * exercise's checks do. The outcome: the files by name.
   */
  'take-home': {
    asks: { id: string; history: History; files: EditedFiles; exercise: string | undefined; language: Language };
    outcome: Record<string, string>;
  };
}

export type TaskType = keyof Tasks;
export type Task = { [T in TaskType]: { type: T } & Tasks[T]['asks'] }[TaskType];

export interface Forecast {
  totals: Totals;
  /** The same for each of so many equal parts of the time; times count as in the run. */
  parts: Bucket[];
}

/** Two labs with the same hosts and other files, and what happens in both. */
export interface Sides {
  a: Lab;
  b: Lab;
  scenario: Scenario;
}

export interface Compared extends Comparison {
  /** Programs that did not come up, on each side. */
  failures: { a: PlayOutcome['failures']; b: PlayOutcome['failures'] };
}

/** What the differences between two labs' files do, place by place. */
export interface Effects {
  hunks: HunkEffect[];
  /** So many more places differ, and were not tried. */
  more: number;
  a: Variant;
  b: Variant;
}

/** Lines of a file that one side has instead of others. */
export interface Hunk {
  host: HostName;
  file: string;
  /** The number of its first line in A and in B, from 1 on. */
  lineA: number;
  lineB: number;
  /** Without their ends. */
  removed: string[];
  added: string[];
}

export interface HunkEffect extends Hunk {
  /** A with this change alone. */
  alone: Variant;
  /** B with all changes but this. */
  without: Variant;
}

/** What came of the scenario with some of the changes. */
export interface Variant {
  totals: Totals;
  failures: PlayOutcome['failures'];
}

/** What the page says to a thread that works on tasks; `id` is the page's own number for each. */
export type Order = { type: 'begin'; id: number; task: Task } | { type: 'cancel'; id: number };

/** What it hears: how far a task is (0 to 1) from time to time, then one of the others. */
export type Word =
  | { type: 'progress'; id: number; share: number }
  | { type: 'done'; id: number; outcome: Tasks[TaskType]['outcome'] }
  | { type: 'failed'; id: number; message: string };
