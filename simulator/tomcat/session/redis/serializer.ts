import { md5 } from '../../../core/md5.ts';
import { remembered } from '../../../core/remembered.ts';
import type { Session, Webapp } from '../../host.ts';
import type { JavaClasses } from '../../java/class.ts';
import { hashIn, sessionMetadata, sessionMetadataClass } from '../../java/jdk/session-metadata.ts';
import { newJvm, type Outcome, outcome, raise } from '../../java/run/jvm.ts';
import { copied } from '../../java/serialization.ts';
import { ObjectReader } from '../../java/stream/reader.ts';
import { ObjectWriter } from '../../java/stream/writer.ts';
import {
  classNameOf,
  hashMap,
  hashMapOrder,
  type JavaValue,
  javaHash,
  stringOf,
  type Throwable,
} from '../../java/value.ts';
import type { RedisSession } from './state.ts';

/** A session as its bytes tell it. Times are Unix ms. */
export interface SavedSession {
  created: number;
  lastAccessed: number;
  thisAccessed: number;
  /** Seconds, as it was written; what is read is the manager's. */
  maxInactive: number;
  isNew: boolean;
  isValid: boolean;
  id: string;
  attributes: Session['attributes'];
  /** MD5 of the attributes as they were written. */
  hash: string;
}

/** `attributesHashFrom`: the MD5 of all attributes as a HashMap in a stream of its own, or what writing it throws. */
export function attributesHash(session: RedisSession, { classes }: Pick<Webapp, 'classes'>): string | Throwable {
  let hash = hashes.get(session.attributes);
  if (hash === undefined) hashes.set(session.attributes, (hash = hashOf(session, classes)));
  return hash;
}

const hashes = new WeakMap<object, string | Throwable>();

function hashOf({ attributes, fresh }: RedisSession, classes: JavaClasses): string | Throwable {
  const entries = hashMapOrder(Object.keys(attributes)).map(
    (name) => [name, valueOf(attributes[name] ?? null, fresh.includes(name))] as const,
  );
  const writer = new ObjectWriter(newJvm(classes));
  const written = outcome(() => {
    writer.writeObject(copied(hashMap(entries, (key) => javaHash(stringOf(key) ?? ''))));
    return md5(writer.bytes());
  });
  return 'value' in written ? written.value : written.thrown;
}

/** How a Tomcat writes sessions. `epoch`: Unix ms of virtual time 0; `shared`: equal Booleans are one object. */
export interface Writer {
  classes: JavaClasses;
  epoch: number;
  shared: boolean;
}

/** `serializeFrom`: metadata, what StandardSession writes, and once more when it was created (RedisSession). */
export function serialize(session: RedisSession, hash: string, { classes, epoch, shared }: Writer): string | Throwable {
  const { attributes, fresh } = session;
  const time = (ms: number) => String(Math.round(epoch + ms));
  const long = (ms: number): JavaValue => ({ type: 'long', value: time(ms) });
  const names = hashMapOrder(Object.keys(attributes));
  const objects: JavaValue[] = [
    sessionMetadata(hash),
    long(session.created),
    long(session.lastAccessed),
    Math.trunc(session.maxInactive / 1000),
    session.isNew,
    shared ? session.valid : ownBoolean(session.valid),
    long(session.thisAccessed),
    session.id,
    names.length,
    ...names.flatMap((name): JavaValue[] => [name, valueOf(attributes[name] ?? null, fresh.includes(name))]),
  ];
  const writer = new ObjectWriter(newJvm({ ...classes, [sessionMetadataClass.name]: sessionMetadataClass }));
  const written = outcome(() => {
    const copies = new Map<object, JavaValue>();
    for (const object of objects) writer.writeObject(copied(object, copies));
    writer.data.long(time(session.created));
    return writer.bytes();
  });
  return 'value' in written ? written.value : written.thrown;
}

/** A small Integer that was read from a stream is not the one that the JVM keeps for everybody. */
const valueOf = (value: JavaValue, fresh: boolean): JavaValue =>
  typeof value === 'number' && !fresh ? { type: 'object', class: 'java.lang.Integer', fields: { value } } : value;

const ownBoolean = (value: boolean): JavaValue => ({ type: 'object', class: 'java.lang.Boolean', fields: { value } });

/** `deserializeInto`: the session, or the exception that reading it ends with. Never changed: it is remembered. */
export function deserialize(bytes: string, { classes }: Pick<Webapp, 'classes'>): Outcome<SavedSession> {
  let read = readers.get(classes);
  if (!read) readers.set(classes, (read = remembered((text) => outcome(() => readSession(text, classes)))));
  return read(bytes);
}

const readers = new WeakMap<JavaClasses, (bytes: string) => Outcome<SavedSession>>();

function readSession(bytes: string, classes: JavaClasses): SavedSession {
  const reader = new ObjectReader(bytes, newJvm({ ...classes, [sessionMetadataClass.name]: sessionMetadataClass }));
  const next = () => reader.readObject();
  const first = next();
  const hash = hashIn(first);
  if (hash === undefined)
    raise(
      'java.lang.ClassCastException',
      `class ${first === null ? null : classNameOf(first)} cannot be cast to class ${sessionMetadataClass.name}`,
    );
  const [, lastAccessed, maxInactive] = [numberIn(next()), numberIn(next()), numberIn(next())];
  const [isNew, isValid, thisAccessed] = [next() === true, next() === true, numberIn(next())];
  const id = stringOf(next()) ?? '';
  const attributes: Record<string, JavaValue> = {};
  for (let left = numberIn(next()); left > 0; left--) {
    const name = stringOf(next()) ?? '';
    attributes[name] = next();
  }
  return {
    created: Number(reader.data.long()),
    lastAccessed,
    thisAccessed,
    maxInactive,
    isNew,
    isValid,
    id,
    attributes,
    hash,
  };
}

const numberIn = (value: JavaValue): number =>
  typeof value === 'number'
    ? value
    : value !== null && typeof value === 'object' && 'value' in value
      ? Number(value.value)
      : 0;
