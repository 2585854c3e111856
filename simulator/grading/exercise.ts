import type { HostName, Note, Planned, Visit, World } from '../engine/world.ts';
import type { Lab } from '../lab/lab.ts';

/** An exercise: a lab to start from, what may be edited, and what must hold in the end. Holds no prose. */
export interface Exercise {
  /** The lesson's id, or `<lesson>/transfer`. */
  id: string;
  lab: Lab;
  /** What differs in the lab that checks play in from the learner's own: what he has still to install, a check finds done. */
  graded?: Partial<Lab>;
  /** The files that the learner edits. */
  edits: readonly HostFile[];
  /** What must hold, those that say what the files are before those that play with them. */
  checks: readonly Check[];
  /** What is asked before a run shows it. */
  predictions: readonly Prediction[];
}

/** A file of a host of the lab, e.g. `{ host: 'nginx', file: 'nginx.conf' }`. */
export interface HostFile {
  host: string;
  file: string;
}

/** What must hold of the learner’s files, or of what comes of them. */
export type Check = SettingsCheck | RunCheck | AlwaysCheck;

interface CheckBase {
  /** Stable: texts and links refer to it. */
  id: string;
  /** What passing it is worth. */
  points: number;
}

/**
 * A check of what the programs made of the learner's files when they started: it needs no visitor. While one fails,
 * the checks that play are not tried.
 */
export interface SettingsCheck extends CheckBase {
  kind: 'settings';
  /** Looks at a lab whose servers have just been started, and at the notes of that start. */
  judge(notes: readonly Note[], booted: World): Judgement;
}

/** A check that plays a plan on the learner's files and looks at what happened. */
export interface RunCheck extends CheckBase {
  kind: 'run';
  /** What happens, and when (ms). The servers are up at 0. */
  plan: readonly Planned[] | ((lab: Lab) => readonly Planned[]);
  /** How long to play, in ms. */
  until: number;
  judge(notes: readonly Note[], end: World): Judgement;
}

/**
 * A check of what must hold in every order: visitors make their visits one after the other, each in his own order, and
 * between all of them in any; faults strike at any moment, in the middle of a request as well. The shortest way to break it
 * is what the learner is shown.
 */
export interface AlwaysCheck extends CheckBase {
  kind: 'always';
  /** What each visitor asks for, the next thing once he has an answer. He may stop anywhere. */
  visits: Readonly<Record<HostName, readonly Visit[]>>;
  /** What may strike, at any moment … */
  faults: readonly Planned['action'][];
  /** … so many of them in all. */
  atMost: number;
  /** The search ends after so many worlds: 50,000 are about two seconds. */
  limit: number;
  /** Whether this is what must never be. Looks at what a visitor noted in one step (empty for steps of others), and at the world after it. */
  broken(notes: readonly Note[], world: World): Feedback | undefined;
  /** Whether this is what must be possible, or else nothing has been shown: `struck` faults so far. */
  reaches(notes: readonly Note[], world: World, struck: number): boolean;
}

/** A question on the fate of a request, asked before it is sent. */
export interface Prediction {
  /** Stable: texts and what is remembered refer to it. */
  id: string;
  /** What leads up to the request (ms; the servers are up at 0); the last of it is the request itself. */
  plan: readonly Planned[];
  /** Which Tomcat writes the page, whether the visitor is still known on it, or its status. */
  ask: 'server' | 'login' | 'status';
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

/** What a check says. */
export type Verdict = Pick<Check, 'id' | 'kind' | 'points'> & Finding;

/** How a check ended, and the notes that show it. */
export type Finding =
  | { state: 'passed'; evidence: readonly Note[]; searched?: Searched }
  /** `run`: what shows it when it is played; `undefined`: to start the servers is enough. */
  | {
      state: 'failed';
      feedback: Feedback;
      evidence: readonly Note[];
      run: FailingRun | undefined;
      searched?: Searched;
    }
  /** The programs did not start with the files, so there was nothing to play with; with `searched`: the search was given up. */
  | { state: 'untried'; searched?: Searched };

/** How far an `always` was looked into. */
export interface Searched {
  /** Worlds looked at. */
  states: number;
  /** False: not all of them; then a check that passed is not proved. */
  complete: boolean;
  /** How many steps lead to the mistake: they are all there is to show where no ordinary run comes to it. */
  steps?: number;
}

/** A run that shows a mistake, in a lab with the learner's files. Times are in ms; the servers are up at 0. */
export interface FailingRun {
  plan: readonly Planned[];
  /** For how long to play. */
  until: number;
  /** How long a packet takes: the same plan among slower ones is another run. */
  latency: number;
  /** When it shows. What happened last before it is the last moment at which all could still go well. */
  decisive: number;
}
