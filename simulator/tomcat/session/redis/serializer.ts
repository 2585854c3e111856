import { md5 } from '../../../core/md5.ts';
import { put } from '../../../core/own.ts';
import { remembered } from '../../../core/remembered.ts';
import type { Session, Webapp } from '../../host.ts';
import type { JavaClasses } from '../../java/class.ts';
import { newJvm, outcome } from '../../java/run/jvm.ts';
import { copied } from '../../java/serialization.ts';
import { ObjectWriter } from '../../java/stream/writer.ts';
import { hashMap, hashMapOrder, type JavaValue, javaHash, stringOf, type Throwable } from '../../java/value.ts';
import { type Envelope, type Form, fill, formOf, written } from './envelope.ts';
import type { RedisSession } from './state.ts';

/** `attributesHashFrom`: the MD5 of all attributes as a HashMap in a stream of its own, or what writing it throws. */
export function attributesHash(session: RedisSession, { classes }: Pick<Webapp, 'classes'>): string | Throwable {
  let hash = hashes.get(session.attributes);
  if (hash === undefined) {
    const text = plainText(session);
    hash = text === undefined ? hashOf(session, classes) : plainHash(text);
    hashes.set(session.attributes, hash);
  }
  return hash;
}

const hashes = new WeakMap<object, string | Throwable>();

type Held = Pick<RedisSession, 'attributes' | 'fresh'>;

function hashOf({ attributes, fresh }: Held, classes: JavaClasses): string | Throwable {
  const entries = hashMapOrder(Object.keys(attributes)).map(
    (name) => [name, valueOf(attributes[name] ?? null, fresh.includes(name))] as const,
  );
  const writer = new ObjectWriter(newJvm(classes));
  const result = outcome(() => {
    writer.writeObject(copied(hashMap(entries, (key) => javaHash(stringOf(key) ?? ''))));
    return md5(writer.bytes());
  });
  return 'value' in result ? result.value : result.thrown;
}

/** Which Tomcat writes. `epoch`: Unix ms of virtual time 0; `shared`: equal Booleans are one object. */
export interface Writer {
  classes: JavaClasses;
  epoch: number;
  shared: boolean;
}

/** `serializeFrom`: metadata, what StandardSession writes, and once more when it was created (RedisSession). */
export function serialize(session: RedisSession, hash: string, { classes, epoch, shared }: Writer): string | Throwable {
  const { id, created, lastAccessed, thisAccessed, maxInactive, isNew, valid } = session;
  const time = (ms: number) => String(Math.round(epoch + ms));
  const times = { created: time(created), lastAccessed: time(lastAccessed), thisAccessed: time(thisAccessed) };
  const rest = { maxInactive: Math.trunc(maxInactive / 1000), isNew, isValid: valid, shared };
  const text = plainText(session);
  const variable = { hash, ...times, id };
  if (text !== undefined) return fill(plainForm(`${id.length} ${JSON.stringify(rest)}\n${text}`), variable);
  return written({ ...variable, ...rest, attributes: attributesIn(session) }, classes);
}

/** Names and values in the order of the session's ConcurrentHashMap. */
const attributesIn = ({ attributes, fresh }: Held): Envelope['attributes'] =>
  hashMapOrder(Object.keys(attributes)).map((name) => [name, valueOf(attributes[name] ?? null, fresh.includes(name))]);

/** A small Integer that was read from a stream is not the one that the JVM keeps for everybody. */
const valueOf = (value: JavaValue, fresh: boolean): JavaValue =>
  typeof value === 'number' && !fresh ? { type: 'object', class: 'java.lang.Integer', fields: { value } } : value;

/**
 * The attributes as text, where they are texts and numbers only: sessions like that are alike, and what was worked out
 * for one holds for all.
 */
function plainText({ attributes, fresh }: Held): string | undefined {
  const plain: Session['attributes'][string][] = [];
  for (const name in attributes) {
    const value = attributes[name] ?? null;
    const shown = typeof value === 'number' ? value : stringOf(value);
    if (shown === undefined) return undefined;
    plain.push(name, shown, fresh.includes(name));
  }
  return JSON.stringify(plain);
}

/** The other way round. */
function plainAttributes(text: string): Held {
  const plain: (string | number | boolean)[] = JSON.parse(text);
  const attributes: Record<string, JavaValue> = {};
  const fresh: string[] = [];
  for (let i = 0; i < plain.length; i += 3) {
    put(attributes, String(plain[i]), plain[i + 1] as string | number);
    if (plain[i + 2]) fresh.push(String(plain[i]));
  }
  return { attributes, fresh };
}

/** By id length, what else is written, and attributes, as `serialize` puts them together. */
const plainForm = remembered((key): Form => {
  const [about = '', text = ''] = key.split('\n');
  const blank = about.indexOf(' ');
  const rest = JSON.parse(about.slice(blank));
  return formOf({ ...rest, attributes: attributesIn(plainAttributes(text)) }, Number(about.slice(0, blank)));
});

const plainHash = remembered((text) => hashOf(plainAttributes(text), {}));
