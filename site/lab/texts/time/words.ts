import type { SceneView } from '../../scene.ts';
import type { Deed, MarkKind, StepSize } from '../../timeline.ts';

/** All words of the timeline. A language that lacks one does not compile. */
export interface TimeWords {
  label: string;
  slider: string;
  /** What a screen reader says of the playhead; `near`: what happened there last. */
  position(at: string, end: string, near: string): string;
  stepBy: string;
  sizes: Record<StepSize, string>;
  back(size: StepSize): string;
  forward(size: StepSize): string;
  undo: string;
  redo: string;
  fork: string;
  forkHint: string;
  /** While an earlier moment is shown. */
  looking(at: string): string;
  willFork: string;
  backToNow: string;
  marks: Record<MarkKind, (count: number) => string>;
  nothingYet: string;
  events: string;
  goTo(at: string): string;
  /** So many more of the same kind lie close by. */
  andMore(count: number): string;
  branches: string;
  branch(number: number): string;
  from(branch: number, at: string): string;
  deed(deed: Deed): string;
  /** Branches that are no runs of the learner's own. */
  scenes: Record<SceneView['kind'], string>;
  drop(number: number): string;
}
