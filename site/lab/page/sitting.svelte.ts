import type { Verdict } from '../../../simulator/index.ts';
import type { EditedFiles } from '../protocol.ts';

/** What whoever sets an exercise lets a learner see and do. */
export interface Terms {
  /** What he is shown of his results: nothing, which checks passed, or also why not, hints and a solution. */
  feedback: 'none' | 'result' | 'full';
  /** How often the checks may be run; 0: as often as he likes. */
  maxAttempts: number;
  /** No solution is offered, nor the hint that shows the lines to change. */
  hideSolution: boolean;
}

/** A learner who works on an exercise that somebody else has set, on that one's terms. */
export class Sitting implements Terms {
  feedback: Terms['feedback'] = $state('full');
  maxAttempts = $state(0);
  hideSolution = $state(false);
  /** So often the checks were run. */
  attempts = $state(0);
  /** Hears what came of the checks, and of which files. */
  onchecked: (verdicts: readonly Verdict[], files: EditedFiles) => void = () => {};

  /** No attempt is left. */
  get over(): boolean {
    return this.maxAttempts > 0 && this.attempts >= this.maxAttempts;
  }

  /** The checks have been run: one attempt. */
  checked(verdicts: readonly Verdict[], files: EditedFiles): void {
    this.attempts++;
    this.onchecked(verdicts, files);
  }
}
