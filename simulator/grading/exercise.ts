import type { Note, Planned, World } from '../engine/world.ts';
import type { Lab } from '../lab/lab.ts';

/** An exercise: a lab to start from, what may be edited, and what must hold in the end. Holds no prose. */
export interface Exercise {
  id: string;
  lab: Lab;
  /** The files that the learner edits. */
  edits: readonly HostFile[];
  checks: readonly RunCheck[];
  /** What differs in the lab that checks play in from the learner's own: what he has still to install, a check finds done. */
  graded?: Partial<Lab>;
}

/** A file of a host of the lab, e.g. `{ host: 'nginx', file: 'nginx.conf' }`. */
export interface HostFile {
  host: string;
  file: string;
}

/** A check that plays a plan on the learner's files and looks at what happened. */
export interface RunCheck {
  kind: 'run';
  /** Stable: texts and links refer to it. */
  id: string;
  /** What happens, and when (ms). The servers are up at 0. */
  plan: readonly Planned[] | ((lab: Lab) => readonly Planned[]);
  /** How long to play, in ms. */
  until: number;
  judge(notes: readonly Note[], end: World): Judgement;
}

/** Whether it held, and the notes that show it; where it did not, what to tell the learner. */
export type Judgement =
  | { passed: true; evidence: readonly Note[] }
  | { passed: false; feedback: Feedback; evidence: readonly Note[] };

/** What to tell a learner, as data: the lesson has the words, with gaps named like the values. */
export interface Feedback {
  /** Names a kind of mistake, e.g. `comeback-flap`. */
  id: string;
  values: Readonly<Record<string, string | number>>;
}

/** What a check says, with the run that shows it. */
export type Verdict = Judgement & {
  check: string;
  /** The run, to play it back. */
  plan: readonly Planned[];
};
