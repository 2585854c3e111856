import type { Chain, HostName, Note } from '../../simulator/index.ts';

/** Whose session is looked through: the one in a visitor's cookie (or that he had last), or one by its id. */
export type XrayOf = { visitor: HostName } | { id: string };

/** One session at one moment: every place that has it or could have it, side by side, and its whole life. */
export interface Xray {
  /** The session's id; undefined: this visitor has never had one. */
  id: string | undefined;
  /** Who has its id in his cookie, or had it last, or will get it. */
  visitor: HostName | undefined;
  /** Ids that this visitor has had before or after, oldest first. */
  others: string[];
  /** Every session of the run that can be chosen, the newest last. */
  known: KnownSession[];
  state: SessionState;
  places: XrayPlace[];
  rows: XrayRow[];
  life: LifeEvent[];
}

export interface KnownSession {
  id: string;
  visitor: HostName | undefined;
}

/**
 * `fresh`: there is a session, and the answer with its cookie is on its way. `kept`: a cookie holds the id, and there is a session for it. `orphan`: the cookie is all that is left. `forgotten`: there
 * is a session, and nobody's cookie has its id any more. `gone`: neither. `none`: there never was one.
 */
export type SessionState = 'fresh' | 'kept' | 'orphan' | 'forgotten' | 'gone' | 'none';

/** A column: a place where the session is or could be. */
export interface XrayPlace {
  kind: 'cookie' | 'heap' | 'file' | 'redis' | 'dump';
  host: HostName;
  /** The path of the webapp, of the file, or the number of the database. */
  detail: string;
  holds: boolean;
  /** Why it has none. */
  absence: Absence | undefined;
}

/** Why a place does not have a session. `at`: virtual ms since when. */
export interface Absence {
  why: Whereabouts;
  at: number | undefined;
}

/** What became of a session in a place, or why it was never there. */
export type Whereabouts =
  /** There is no process, so no memory. */
  | 'no-process'
  /** Its sessions are in Redis; in this memory only while a request works on it. */
  | 'in-redis'
  /** No such file, or the file is without it. */
  | 'no-file'
  | 'not-in-file'
  /** The browser has another id, none, or refuses cookies. */
  | 'other-cookie'
  | 'no-cookie'
  | 'refuses-cookies'
  /** Only somewhere else. */
  | 'never-here'
  /** Not in the part of a very long run that is looked through; before that, nobody knows. */
  | 'not-lately'
  /** No place of this run ever had it. */
  | 'never-anywhere'
  /** Redis has bytes that are no session for this Tomcat. */
  | 'unreadable-bytes'
  /** It could not be written to Redis. */
  | 'not-written'
  | 'crash'
  | 'not-saved'
  | 'unreadable'
  | 'undeployed'
  | 'expired'
  | 'invalidated'
  | 'renamed'
  | 'key-expired'
  | 'evicted'
  | 'deleted'
  | 'flushed'
  | 'memory-lost';

/** A row: one fact of the session, in every place that knows it. */
export interface XrayRow {
  kind: 'attribute' | 'created' | 'lastAccessed' | 'thisAccessed' | 'maxInactive' | 'left' | 'isNew' | 'bytes';
  /** An attribute's name. */
  name: string;
  /** By place, in the order of the places. */
  cells: (Cell | undefined)[];
  /** Places that have the session disagree. */
  differs: boolean;
}

export type Cell =
  /** As Java's sources would write it. `lost`: it is not Serializable, so no file and no Redis will have it. */
  | { type: 'value'; text: string; lost: boolean }
  /** Virtual ms. */
  | { type: 'moment'; at: number }
  /** So many ms; undefined: for ever. */
  | { type: 'span'; ms: number | undefined }
  | { type: 'truth'; is: boolean }
  | { type: 'size'; bytes: number };

/** What kind of thing happened to a session. */
export type LifeMark =
  | 'created'
  | 'cookie'
  | 'read'
  | 'written'
  | 'saved'
  | 'copied'
  | 'renamed'
  | 'unknown'
  | 'lost'
  | 'ended';

/** One event of a session's life. */
export interface LifeEvent {
  /** Its place in the run, for lists. */
  serial: number;
  at: number;
  chain: Chain | undefined;
  mark: LifeMark;
  /** It comes after the moment shown. */
  ahead: boolean;
  note: Note;
  /** Of one that was not found: where it is instead, or what became of it. */
  reason: NotFound | undefined;
}

/** Why a session was not found by a Tomcat. */
export interface NotFound {
  why: Whereabouts;
  /** Since when, where something happened to it. */
  at: number | undefined;
  /** Who has it, where it is elsewhere. */
  elsewhere: { host: HostName; kind: 'heap' | 'file' | 'redis' }[];
}
