import type { Case, Difference, Suite } from '../conformance/suite.ts';

/** What records cases of one suite from the real program; open as long as it is used. */
export interface Recording<C extends Case = Case> {
  /** Gives the program what the case says it was given, and writes down what came. */
  record(given: C): Promise<C>;
  close(): Promise<void>;
}

/** A real program that can be recorded anew. */
export interface Recorder<C extends Case = Case> {
  suite: Suite<C>;
  /** What has to be installed. */
  programs: readonly string[];
  /** What the project's own recording is of. */
  recordedFrom: string;
  /** What is running here, e.g. `nginx/1.22.1`. */
  version(): string;
  /** Why a case cannot be repeated here; `undefined`: it can. */
  hindrance(given: C): string | undefined;
  /** Whether nothing of it hangs on time: a slow machine records the same. */
  steady(given: C): boolean;
  /** What differs between the case as it was recorded and as it was recorded anew, but for what no two runs have alike. */
  differences(recorded: C, anew: C): Difference[];
  open(): Recording<C>;
}
