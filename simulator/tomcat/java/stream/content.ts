import type { StreamField } from '../class.ts';
import type { JavaValue, Throwable } from '../value.ts';

/** What an object stream holds, as its bytes say, without any knowledge of classes. Offsets are in bytes. */
export type Content =
  | { type: 'null' }
  | { type: 'primitive'; value: JavaValue }
  | StreamString
  | StreamObject
  | StreamArray
  | StreamEnum
  | { type: 'class'; handle: number; description?: StreamClass }
  /** A class description by itself (`ObjectStreamClass`). */
  | { type: 'description'; description: StreamClass }
  | { type: 'reference'; handle: number; to: Content | StreamClass }
  /** Primitive data of a class's own, one character a byte. */
  | { type: 'block'; bytes: string }
  /** A write that failed: the exception that stopped it. */
  | { type: 'exception'; of?: Content }
  | { type: 'reset' };

export interface StreamString {
  type: 'string';
  handle: number;
  value: string;
}

export interface StreamObject {
  type: 'object';
  handle: number;
  /** Absent here and in the others: the stream breaks off before it is complete. */
  description?: StreamClass;
  /** By class, the superclass first. */
  data: ClassData[];
}

/** What the stream has for one class of an object. */
export interface ClassData {
  description: StreamClass;
  /** As many as the description has fields, in their order; fewer where the stream breaks off. */
  values: Content[];
  /** What its `writeObject` or `writeExternal` added. */
  extra: Content[];
  complete: boolean;
}

export interface StreamArray {
  type: 'array';
  handle: number;
  description?: StreamClass;
  length: number;
  items: Content[];
}

export interface StreamEnum {
  type: 'enum';
  handle: number;
  description?: StreamClass;
  constant?: string;
}

export interface StreamClass {
  handle: number;
  name: string;
  /** serialVersionUID, decimal. */
  uid: string;
  flags: number;
  fields: StreamField[];
  /** Of a dynamic proxy: its interfaces. */
  proxy?: string[];
  superclass?: StreamClass;
  complete: boolean;
}

/** A stream, as far as it can be understood. */
export interface Decoded {
  contents: Content[];
  /** Why it ends where it ends, in the words of the JVM that reads it; absent: it ends where it should. */
  fault?: Throwable;
  /** How many bytes were understood. */
  read: number;
}

/** The class and those above it in the stream, the uppermost first. */
export function streamLineage(description: StreamClass): StreamClass[] {
  const found: StreamClass[] = [];
  for (let next: StreamClass | undefined = description; next; next = next.superclass) found.push(next);
  return found.reverse();
}
