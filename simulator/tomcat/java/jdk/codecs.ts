import type { Jvm } from '../run/jvm.ts';
import type { JavaObject, JavaValue } from '../value.ts';
import { collectionCodecs } from './collections.ts';
import { langCodecs } from './lang.ts';
import { sessionMetadataCodecs } from './session-metadata.ts';
import { timeCodecs } from './time.ts';

/** What a class writes with besides its fields (ObjectOutput). Numbers of 64 bits are decimal. */
export interface CustomOutput {
  byte(value: number): void;
  short(value: number): void;
  int(value: number): void;
  long(value: string): void;
  float(value: string): void;
  double(value: string): void;
  utf(text: string): void;
  /** Bytes, one character each. */
  raw(bytes: string): void;
  object(value: JavaValue): void;
  /** `defaultWriteObject`. */
  defaults(): void;
  /** `writeFields`, of what was put before. */
  fields(values: Readonly<Record<string, JavaValue>>): void;
}

/** The same for reading. What is not there throws an EOFException or OptionalDataException. */
export interface CustomInput {
  byte(): number;
  short(): number;
  int(): number;
  long(): string;
  float(): string;
  double(): string;
  utf(): string;
  raw(count: number): string;
  object(): JavaValue;
  /** `defaultReadObject`, or `readFields`: the values in the stream, by name. */
  defaults(): Readonly<Record<string, JavaValue>>;
}

/** An object that is being read. */
export type Unfinished = {
  -readonly [K in keyof JavaObject]: K extends 'fields' ? Record<string, JavaValue> : JavaObject[K];
};

/** How a class of the JDK writes and reads what is not simply its fields. */
export interface Codec {
  /** Values of fields in the stream, where the object has them in another form. */
  fields?(object: JavaObject, jvm: Jvm): Readonly<Record<string, JavaValue>>;
  /** Its `writeObject`; absent: `defaultWriteObject`. */
  write?(object: JavaObject, out: CustomOutput, jvm: Jvm): void;
  /** Its `readObject`. */
  read?(object: Unfinished, input: CustomInput, jvm: Jvm): void;
  /** Its `writeReplace`. */
  replace?(object: JavaObject, jvm: Jvm): JavaValue | undefined;
  /** Its `readResolve`. */
  resolve?(object: JavaObject, jvm: Jvm): JavaValue;
}

/** Codecs by class name. */
export const codecs: Readonly<Record<string, Codec>> = Object.assign(Object.create(null), {
  ...collectionCodecs,
  ...langCodecs,
  ...timeCodecs,
  ...sessionMetadataCodecs,
});
