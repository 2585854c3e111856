/** What was measured side by side: the real programs, and the simulator doing the same on the same machine. */
export interface SideBySide {
  /** The day it was measured, `2026-11-27`. */
  date: string;
  /** The command that measures it again. */
  command: string;
  machine: { system: string; processor: string; cores: number };
  /** Of the programs that took part, and of Node, which runs the simulator. */
  versions: Partial<Record<Program, string>>;
  comparisons: Comparison[];
}

/** The programs that the comparisons need, and Node. */
export type Program = 'node' | 'nginx' | 'redis-server' | 'tomcat10' | 'javac' | 'wrk' | 'curl' | 'spin' | 'gcc';

/** Each is told in words on the bench page. */
export type Comparing =
  | 'requests-in-memory'
  | 'requests-through-redis'
  | 'configuration-test'
  | 'scenario'
  | 'grading'
  | 'search';

export type Comparison =
  | {
      of: Comparing;
      /** What a figure counts: things done in a second, or the milliseconds that one takes. */
      unit: 'per second' | 'ms';
      /** By the clock on the wall, which neighbours on the machine slow down. */
      wall: Pair;
      /** By the time that processors worked for it, all programs and cores together: neighbours take none of that. */
      processor: Pair;
      /** How many steps a complete search takes on each side. */
      steps?: { real: number; ours: number };
    }
  /** Not measured: these programs are not installed. */
  | { of: Comparing; missing: Program[] };

/** The two sides. */
export interface Pair {
  real: Measured;
  ours: Measured;
  /** By how much ours is faster: more in a second, or less time. Below 1 it is slower. */
  ratio: number;
}

export interface Measured {
  median: number;
  /** Each measurement, in the order they were taken. */
  runs: number[];
}
