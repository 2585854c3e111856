import type { HostName, Planned, PowerEvent } from '../../simulator/index.ts';

/** A run that is taken home. Times in ms since the servers were up. */
export interface HomeRun {
  /** What its script is called: `replay-<id>.sh`; a lab's only run has just `replay.sh`. */
  id: string;
  plan: readonly Planned[];
  until: number;
}

/** What a visit came to in the simulated run; what is `undefined` depends on chance or on a millisecond, and is not asserted. */
export interface Expected {
  /** 0: no answer came. */
  status: number | undefined;
  /** Who wrote the page; empty: nginx did, or nobody. Known of the webapp's own pages only, so of those with status 200. */
  server: HostName | undefined;
  /** The page's text, with `*` for ids of sessions; empty where the webapp wrote none. */
  page: string | undefined;
}

/** Whether the script goes on only when this is done, as it was in the simulated run by the time of the next step. */
interface Done {
  waits: boolean;
}

export interface VisitStep extends Done {
  kind: 'visit';
  at: number;
  visitor: HostName;
  /** The address that nginx sees. */
  source: string;
  /** The visitor's own, where a proxy stands before him. */
  forwarded: string | undefined;
  cookies: boolean;
  method: string;
  path: string;
  /** The visitor gives up after so many ms. */
  patience: number | undefined;
  expected: Expected;
}

export interface PowerStep extends Done {
  kind: 'power';
  at: number;
  host: HostName;
  event: PowerEvent;
  /** After a start: where it listens. */
  listens: readonly Listening[];
}

/** Where somebody listens; `http`: a Tomcat, which accepts connections before it answers. */
export interface Listening {
  of: HostName;
  protocol: 'http' | 'tcp';
  address: string;
}

/** redis-cli with these words. */
export interface RedisCliStep {
  kind: 'redis-cli';
  at: number;
  words: readonly string[];
  /** Its standard output; `undefined` where that is not asserted. */
  printed: readonly string[] | undefined;
}

export type Step =
  | VisitStep
  | PowerStep
  /** A file is saved, or deleted (`null`). */
  | { kind: 'edit'; at: number; host: HostName; file: string; text: string | null }
  | RedisCliStep;

/** Why a script ends before its run does. */
export type End =
  /** Something of the lab that the containers have no counterpart of. */
  | { why: 'no-counterpart'; at: number; what: 'typed' | 'link' | 'slow' | 'java' | 'jar'; told: string }
  /** More visits than a script can make. */
  | { why: 'too-many'; at: number; count: number };

/** A run as it was rehearsed in the simulator: what the script does, and what came of it there. */
export interface Rehearsed {
  id: string;
  steps: readonly Step[];
  /** Who listens where as the run begins. */
  listens: readonly Listening[];
  end: End | undefined;
}
