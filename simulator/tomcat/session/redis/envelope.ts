import { put } from '../../../core/own.ts';
import { remembered } from '../../../core/remembered.ts';
import type { Session } from '../../host.ts';
import type { JavaClasses } from '../../java/class.ts';
import { hashIn, sessionMetadata, sessionMetadataClass } from '../../java/jdk/session-metadata.ts';
import { newJvm, type Outcome, outcome, raise } from '../../java/run/jvm.ts';
import { copied } from '../../java/serialization.ts';
import type { Decoded } from '../../java/stream/content.ts';
import { decode } from '../../java/stream/decode.ts';
import { plainFieldsIn } from '../../java/stream/plain-fields.ts';
import { ObjectReader } from '../../java/stream/reader.ts';
import { ObjectWriter } from '../../java/stream/writer.ts';
import { classNameOf, type JavaValue, stringOf, type Throwable } from '../../java/value.ts';

/** What of a session differs from request to request. Times are Unix ms, decimal; the hash is bytes. */
export interface Variable {
  hash: string;
  created: string;
  lastAccessed: string;
  thisAccessed: string;
  id: string;
}

/** A session as it is written. */
export interface Envelope extends Variable {
  /** Seconds. */
  maxInactive: number;
  isNew: boolean;
  isValid: boolean;
  /** Equal Booleans are one object. */
  shared: boolean;
  attributes: readonly (readonly [name: string, value: JavaValue])[];
}

/** A session as its bytes tell it. Times are Unix ms. */
export interface SavedSession {
  id: string;
  created: number;
  lastAccessed: number;
  thisAccessed: number;
  /** Seconds, as it was written; the manager that reads it puts its own in place. */
  maxInactive: number;
  isNew: boolean;
  isValid: boolean;
  attributes: Session['attributes'];
  /** MD5 of the attributes as they were written: 16 bytes. */
  hash: string;
}

/** The bytes, or what an attribute's `writeObject` throws. */
export function written(envelope: Envelope, classes: JavaClasses): string | Throwable {
  const { hash, created, lastAccessed, thisAccessed, id, maxInactive, isNew, isValid, shared, attributes } = envelope;
  const objects: JavaValue[] = [
    sessionMetadata(hash),
    long(created),
    long(lastAccessed),
    maxInactive,
    isNew,
    shared ? isValid : { type: 'object', class: 'java.lang.Boolean', fields: { value: isValid } },
    long(thisAccessed),
    id,
    attributes.length,
    ...attributes.flat(),
  ];
  const writer = new ObjectWriter(newJvm(withMetadata(classes)));
  const result = outcome(() => {
    const copies = new Map<object, JavaValue>();
    for (const object of objects) writer.writeObject(copied(object, copies));
    writer.data.long(created);
    return writer.bytes();
  });
  return 'value' in result ? result.value : result.thrown;
}

const long = (value: string): JavaValue => ({ type: 'long', value });

const withMetadata = (classes: JavaClasses): JavaClasses => ({
  ...classes,
  [sessionMetadataClass.name]: sessionMetadataClass,
});

/** The stretches of bytes between those that are variable. */
export type Form = readonly string[];

/** Stand in for what is variable while a form is made; found in its bytes again. */
const marks = {
  hash: '\xf1'.repeat(16),
  created: ['81985529216486895', '\x01\x23\x45\x67\x89\xab\xcd\xef'],
  lastAccessed: ['1147797409030816545', '\x0f\xed\xcb\xa9\x87\x65\x43\x21'],
  thisAccessed: ['2459565876494606882', '\x22'.repeat(8)],
} as const;

/** A form for sessions whose ids have so many bytes. */
export function formOf(envelope: Omit<Envelope, keyof Variable>, idLength: number): Form {
  const [created, lastAccessed, thisAccessed] = [marks.created[0], marks.lastAccessed[0], marks.thisAccessed[0]];
  const id = '\x7f'.repeat(idLength);
  const bytes = written({ ...envelope, hash: marks.hash, created, lastAccessed, thisAccessed, id }, {});
  if (typeof bytes !== 'string') throw new Error(`plain attributes were not written: ${bytes.class}`);
  const form: string[] = [];
  let from = 0;
  for (const mark of [
    marks.hash,
    marks.created[1],
    marks.lastAccessed[1],
    marks.thisAccessed[1],
    id,
    marks.created[1],
  ]) {
    const at = bytes.indexOf(mark, from);
    form.push(bytes.slice(from, at));
    from = at + mark.length;
  }
  return [...form, bytes.slice(from)];
}

/** A form with everything in its place. */
export function fill(form: Form, { hash, created, lastAccessed, thisAccessed, id }: Variable): string {
  const [start, one, two, three, four, five, end] = form;
  const begun = longBytes(created);
  return `${start}${hash}${one}${begun}${two}${longBytes(lastAccessed)}${three}${longBytes(thisAccessed)}${four}${id}${five}${begun}${end}`;
}

function longBytes(decimal: string): string {
  const value = Number(decimal);
  return wordBytes(Math.floor(value / 2 ** 32)) + wordBytes((value % 2 ** 32) | 0);
}

const wordBytes = (word: number) => String.fromCharCode(word >>> 24, (word >> 16) & 255, (word >> 8) & 255, word & 255);

/** The session in the bytes, or the exception that reading it ends with. Shared by all who ask: never changed. */
export function readSession(bytes: string, classes: JavaClasses): Outcome<SavedSession> {
  let read = readers.get(classes);
  if (!read) readers.set(classes, (read = remembered((text) => outcome(() => sessionIn(text, classes)))));
  return read(bytes);
}

/** The objects of a session as they lie in its bytes, for a person to look at: as many as can be made out. */
export const sessionObjects = (bytes: string, classes: JavaClasses): Decoded =>
  decode(bytes, plainFieldsIn(withMetadata(classes)));

const readers = new WeakMap<JavaClasses, (bytes: string) => Outcome<SavedSession>>();

function sessionIn(bytes: string, classes: JavaClasses): SavedSession {
  const reader = new ObjectReader(bytes, newJvm(withMetadata(classes)));
  const next = () => reader.readObject();
  const first = next();
  const hash = hashIn(first);
  if (hash === undefined) {
    const found = first === null ? 'null' : classNameOf(first);
    return raise('java.lang.ClassCastException', `class ${found} cannot be cast to class ${sessionMetadataClass.name}`);
  }
  const [, lastAccessed, maxInactive] = [numberIn(next()), numberIn(next()), numberIn(next())];
  const [isNew, isValid, thisAccessed] = [next() === true, next() === true, numberIn(next())];
  const id = stringOf(next()) ?? '';
  const attributes: Record<string, JavaValue> = {};
  for (let left = numberIn(next()); left > 0; left--) {
    const name = stringOf(next()) ?? '';
    put(attributes, name, next());
  }
  const created = Number(reader.data.long());
  return { id, created, lastAccessed, thisAccessed, maxInactive, isNew, isValid, attributes, hash };
}

function numberIn(value: JavaValue): number {
  if (typeof value === 'number') return value;
  return value !== null && typeof value === 'object' && 'value' in value ? Number(value.value) : 0;
}
