import type * as fc from 'fast-check';
import type { Case } from '../conformance/suite.ts';
import type { Recorder } from '../record/recorder.ts';

/** What is searched for disagreements: cases made by chance, put to the real program and to the simulator. */
export interface Target<C extends Case = Case> {
  recorder: Recorder<C>;
  /** What the real program is given; what it says is filled in by recording. */
  given: fc.Arbitrary<C>;
  /** So many cases between two looks at the clock. */
  batch: number;
}
