import type { Case, Suite } from '../conformance/suite.ts';

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
  /** What is running here, e.g. `nginx/1.22.1`. */
  version(): string;
  /** Why a case cannot be repeated here; `undefined`: it can. */
  hindrance(given: C): string | undefined;
  open(): Recording<C>;
}
