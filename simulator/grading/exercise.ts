import type { Note, Planned } from '../engine/world.ts';
import type { Lab } from '../lab/lab.ts';

/** An exercise: a lab to start from, what may be edited, and what must hold in the end. Holds no prose. */
export interface Exercise {
  id: string;
  lab: Lab;
  /** The files that the learner edits. */
  edits: readonly HostFile[];
  checks: readonly RunCheck[];
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
  plan: readonly Planned[];
  /** How long to play, in ms. */
  until: number;
  judge(notes: readonly Note[]): Judgement;
}

/** Whether it held, and the notes that show it. */
export interface Judgement {
  passed: boolean;
  evidence: readonly Note[];
}

/** What a check says, with the run that shows it. */
export interface Verdict extends Judgement {
  check: string;
  /** The run, to play it back. */
  plan: readonly Planned[];
}
