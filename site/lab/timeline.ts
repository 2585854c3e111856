import type { HostName, Note, Planned } from '../../simulator/index.ts';
import type { SceneView } from './scene.ts';

/** Where in its run a lab is: what the scrubber and the tabs of the branches show. Times are virtual ms since the servers came up. */
export interface TimelineView {
  /** The newest moment of the branch. */
  end: number;
  /** An earlier moment is shown: what is done now begins a branch. */
  past: boolean;
  /** Of the notes told so many had been made by the moment shown. */
  notes: number;
  /** How many notes the branch has: when it changes, marks may have. */
  told: number;
  /** The number of the branch that is shown. */
  branch: number;
  branches: BranchView[];
  /** The branch that is shown was put on to show this. */
  scene: SceneView | undefined;
  undo: boolean;
  redo: boolean;
}

export interface BranchView {
  number: number;
  /** Where it left another branch; absent of the first. */
  from: { branch: number; at: number } | undefined;
  /** What was done first after that, if anything was. */
  deed: Deed | undefined;
  /** It is no run of the learner's own. */
  scene: SceneView['kind'] | undefined;
  end: number;
}

/** What a learner did. `what`: the path, file, line or other host that it was about. */
export interface Deed {
  at: number;
  kind: Planned['action']['kind'];
  host: HostName;
  what: string;
}

/** Something on the scrubber that is worth a look. */
export interface Mark {
  at: number;
  kind: MarkKind;
  /** The note that says what it was; with `count` above 1 the first of so many that lie too close to be told apart. */
  note: Note;
  count: number;
}

/** `lost`: a login or a session is gone; `fault`: something was done to a server or a link. */
export type MarkKind = 'created' | 'lost' | 'fault';

/** How far a step goes: to where a message arrives, a visitor has his answer, a session changes its fate, a fault begins or ends. */
export type StepSize = 'hop' | 'request' | 'session' | 'fault';
