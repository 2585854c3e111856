import type { Difference, RequestOutcome, Totals } from '../../../../simulator/index.ts';
import type { Fault } from '../../runs/scenario.ts';
import type { Row } from '../../views/compare/rows.ts';

/** Which files a side of a comparison has. */
export type SideFiles = 'start' | 'running' | 'draft';

/** All words of the comparison of two sets of files. A language that lacks one does not compile. */
export interface CompareWords {
  about: string;
  side(side: 'a' | 'b'): string;
  files: Record<SideFiles, string>;
  /** The nth set of files that was kept. */
  kept(nth: number): string;
  /** A branch of the run. */
  branch(number: number): string;
  keep: string;
  keepHint: string;
  traffic: string;
  standard: string;
  own: string;
  /** The learner has sent nothing yet. */
  ownEmpty: string;
  visitors: string;
  labsOwn: string;
  more(count: number): string;
  fault: string;
  noFault: string;
  faults: Record<Fault['event'], (host: string) => string>;
  again: string;
  sameFiles: string;
  working: string;
  share(percent: number): string;
  cancel: string;
  cancelled: string;
  failed: string;
  /** One sentence that says what the change is worth. */
  verdict(a: Totals, b: Totals): string;
  outcomes: string;
  measure: string;
  change: string;
  row(row: Row): string;
  value(row: Row, side: 'a' | 'b'): string;
  /** What weighs in a row, after its numbers. */
  better: string;
  worse: string;
  other: string;
  equal: string;
  startsNot(side: 'a' | 'b', host: string): string;
  effects: {
    title: string;
    about: string;
    place(host: string, file: string, line: number): string;
    working: string;
    removed: string;
    added: string;
    alone: string;
    without: string;
    nothing: string;
    needed: string;
    refuses(host: string): string;
    /** `logins lost 17 → 0`. */
    change(row: Row): string;
    more(count: number): string;
  };
  changed: {
    title(changed: number, same: number): string;
    show: string;
    all: string;
    differences: Record<Difference, string>;
    none: string;
    more(count: number): string;
    list: string;
    outcome(request: RequestOutcome | undefined): string;
    open(chain: string): string;
  };
  stories: { title(chain: string, path: string): string; side(side: 'a' | 'b'): string; none: string; close: string };
}
