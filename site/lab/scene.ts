import type { Chain, FailingRun, HostName, Note, Place, Prediction } from '../../simulator/index.ts';
import type { EditedFiles } from './protocol.ts';

/** A run that is put on beside the learner's own, with his files: one that fails a check, or what leads up to a question. */
export type Scene = { exercise: string; files: EditedFiles } & (
  | { kind: 'failing'; check: string; run: FailingRun; turn: Turn }
  | { kind: 'prediction'; id: string }
);

/** Where a run goes wrong: what tells it, in whichever run it is looked for, and the line of a host's file that decided. */
export interface Turn {
  kind: Note['kind'];
  host: HostName;
  chain: Chain | undefined;
  line: Line | undefined;
}

export interface Line {
  host: HostName;
  place: Place;
}

/** What such a run shows. Times are virtual ms since the servers came up. */
export type SceneView =
  | {
      kind: 'failing';
      check: string;
      /** What tells that it has gone wrong; the page stops before. */
      next: Note;
      line: Line | undefined;
    }
  | {
      kind: 'prediction';
      id: string;
      ask: Prediction['ask'];
      /** The request that is asked about, which was not sent yet, and when it is due. */
      visitor: HostName;
      path: string;
      at: number;
    };
