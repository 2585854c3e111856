import type { HostName, RedisValue } from '../../simulator/index.ts';

/** One key of Redis, opened. */
export interface OpenKey {
  db: number;
  key: string;
  /** `undefined`: no such key, or no running server. */
  value: OpenValue | undefined;
}

export interface OpenValue {
  /** Its first bytes or things, as many as anybody reads. */
  data: RedisValue;
  /** All its bytes or things. */
  size: number;
  /** Virtual ms left; `undefined`: for ever. */
  ttl: number | undefined;
  /** What its bytes say, where Java wrote them. */
  java: JavaStream | undefined;
}

/** An object stream of Java, as far as it can be decoded. */
export interface JavaStream {
  /** What stands before the attributes, where it is a session. */
  session: SavedView | undefined;
  /** The attributes of a session, or all objects of another stream. */
  objects: JavaNode[];
  /** How many bytes were understood, and why it is not all, in Java's own words. */
  read: number;
  fault: string | undefined;
  /** The Tomcats that keep sessions here, and what they would say if they read this one now; `undefined`: nothing. */
  readers: { host: HostName; fault: string | undefined }[];
}

/** A session as it was saved; what its bytes no longer tell is `undefined`. */
export interface SavedView {
  id: string | undefined;
  /** Unix ms, and how long ago that is in virtual ms. */
  created: Moment | undefined;
  /** The access before the one during which it was saved. */
  lastAccessed: Moment | undefined;
  thisAccessed: Moment | undefined;
  /** Seconds. */
  maxInactive: number | undefined;
  isNew: boolean | undefined;
  isValid: boolean | undefined;
}

export interface Moment {
  unix: number;
  ago: number;
}

/** Something that Java wrote, with what is in it. */
export interface JavaNode {
  /** An attribute's or field's name, or a place in a collection. */
  name: string;
  /** As Java's sources have it: `int`, `demo.User`, `int[]`. */
  type: string;
  /** serialVersionUID of a class that is not the JDK's. */
  uid: string | undefined;
  /** As Java's sources would write it; `undefined` of what consists of parts. */
  value: string | undefined;
  parts: JavaNode[];
  /** `same`: an object that came before; `cut`: the bytes break off in it; `more`: the rest is left out here. */
  note: 'same' | 'cut' | 'more' | undefined;
}
