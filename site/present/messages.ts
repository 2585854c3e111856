/** Of the messages; windows of another version do not understand each other. */
export const PROTOCOL_VERSION = 1;

/**
 * What desk and stage say to each other. Never a state: the desk tells what was put in (`log`), and how far the run has
 * come (`cursor`); every window works out the rest, and compares the hash.
 */
export type Message = { v: typeof PROTOCOL_VERSION; from: WindowId } & Body;

/** Names a window for as long as it is open; by chance. */
export type WindowId = string;
/** Names a log. Whoever starts a class anew begins another. */
export type LogId = string;

export type Body = Hello | Log | Cursor | Wish | Standing;

/** A window has come, or lacks entries. `lastSeq`: the last one it has of the log, -1 for none. The desk answers with the rest. */
export interface Hello {
  type: 'hello';
  role: 'desk' | 'stage';
  log: LogId | undefined;
  lastSeq: number;
}

/** A part of the log. */
export interface Log {
  type: 'log';
  log: LogId;
  fromSeq: number;
  entries: readonly Entry[];
}

/**
 * How far the desk has come: all entries up to `seq` are done, virtual time has passed until `end`, and the moment shown
 * is `at` (virtual ms since the servers came up). Said again every second, so that a stage notices when nobody speaks.
 */
export interface Cursor {
  type: 'cursor';
  log: LogId;
  /** Counts the cursors of a window: of two, the later one holds. */
  turn: number;
  seq: number;
  end: number;
  at: number;
  playing: boolean;
  speed: number;
  /** `stateHash` of the world at `end`; not worked out for every cursor. */
  hash?: string;
}

/** A key was pressed on the stage. */
export interface Wish {
  type: 'wish';
  wish: WishName;
}
export const wishes = ['next', 'back', 'toggle', 'blank'] as const;
export type WishName = (typeof wishes)[number];

/** A stage tells how it stands: whether it has come to the same state with the first so many entries. */
export interface Standing {
  type: 'standing';
  log: LogId;
  seq: number;
  inStep: boolean;
}

/** One thing that was put in, at its virtual time (ms since the servers came up). Entries are numbered from 0 without gaps. */
export type Entry = { seq: number; at: number } & Input;

export type Input =
  /** The first entry: which lesson's lab it is. */
  | { kind: 'begin'; lesson: string }
  /** Something was done to the lab, written as in a link but for its time: `K:tomcat1`. */
  | { kind: 'act'; act: string }
  /** The run goes on from an earlier moment: of what was done, the first `keep` acts stay. */
  | { kind: 'seek'; keep: number }
  /** A beat of the lesson begins. */
  | { kind: 'beat'; beat: string }
  /** Its part of the run begins: what is done in it from now on, is. */
  | { kind: 'run'; beat: string }
  /** The stage shows or hides something. */
  | { kind: 'reveal'; part: Part; shown: boolean }
  /** A vote was counted: so many hands for each of the answers, the first time or after the talk. */
  | { kind: 'votes'; beat: string; round: 1 | 2; counts: readonly number[] }
  /** Its votes are forgotten. */
  | { kind: 'recount'; beat: string };

/** What a stage can show besides the lab: the answer to the beat's question, what was changed in files, the link to the moment, nothing at all. */
export const parts = ['answer', 'files', 'link', 'blank'] as const;
export type Part = (typeof parts)[number];

export const message = (from: WindowId, body: Body): Message => ({ v: PROTOCOL_VERSION, from, ...body });
