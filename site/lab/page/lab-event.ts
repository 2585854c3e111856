import type { Act, HostName, LabVisitor, Planned, PowerEvent, Strike, Traffic } from '../../../simulator/index.ts';
import type { EditedFiles, LabAction, Snapshot } from '../protocol.ts';
import type { Scene } from '../scene.ts';
import type { StepSize } from '../timeline.ts';

/** What may happen to a lab on a page: the engine has spoken (`engine.…`), or the learner does something. */
export type LabEvent =
  | { type: 'engine.snapshot'; snapshot: Snapshot }
  | { type: 'engine.failed'; message: string }
  | { type: 'play' }
  | { type: 'pause' }
  | { type: 'step'; by: StepSize; back?: boolean }
  | { type: 'seek'; time: number | undefined }
  | { type: 'move'; by: number }
  | { type: 'fork' }
  | { type: 'branch'; branch: number }
  | { type: 'drop-branch'; branch: number }
  | { type: 'undo-act' }
  | { type: 'redo-act' }
  | { type: 'speed'; factor: number }
  | { type: 'traffic'; traffic: Traffic }
  | { type: 'pick'; visitor: HostName | undefined }
  | { type: 'act'; action: LabAction }
  | { type: 'strike'; strike?: Strike }
  | { type: 'leap'; time: number }
  | { type: 'power'; host: HostName; event: PowerEvent }
  | { type: 'test' }
  | { type: 'open-key'; key: { db: number; key: string } | undefined }
  | { type: 'type'; host: HostName; line: string }
  | { type: 'interrupt'; host: HostName; signal: 'SIGINT' | 'SIGTSTP' | 'SIGQUIT' | 'SIGHUP' }
  | { type: 'open-window' }
  | { type: 'join'; visitor: LabVisitor }
  | { type: 'plan'; plan: readonly Planned[] }
  | { type: 'ask'; chain: string | undefined; note?: number }
  | { type: 'edit'; host: HostName; file: string; text: string }
  | { type: 'reset'; host: HostName; file: string }
  | { type: 'undo' }
  | { type: 'draft.found'; files: EditedFiles }
  | { type: 'put-on'; scene: Scene }
  | { type: 'put-off' }
  | { type: 'follow'; anew: boolean; acts: readonly Act[]; end: number; at: number }
  | { type: 'restart' };
