import { put } from '../../core/own.ts';
import type { Outbox } from '../../engine/world.ts';
import type { Session, SessionFile, StoredSession, Webapp } from '../host.ts';
import { isSerializable, revived, written } from '../java/serialization.ts';
import { classNameOf, hashMapOrder, type JavaValue, type Throwable } from '../java/value.ts';
import { log } from '../log/note.ts';

/**
 * Writes sessions one after another into one stream, as StandardSession.writeObjectData does: an attribute
 * that is not Serializable is left out; one that holds such an object is replaced, with a warning;
 * any other exception ends the file there.
 */
export function writeSessions(
  app: Webapp,
  sessions: readonly Readonly<Session>[],
  thread: string,
  out: Outbox,
): SessionFile {
  const saved: StoredSession[] = [];
  for (const session of sessions) {
    const { attributes, backedUp: _, ...fields } = session;
    const stored: StoredSession['attributes'][number][] = [];
    saved.push({ ...fields, attributes: stored });
    for (const name of hashMapOrder(Object.keys(attributes))) {
      if (!isSerializable(attributes[name] ?? null, app.classes)) {
        noteLeftOut(app, session, name, out);
        continue;
      }
      const result = written(passivated(attributes[name] ?? null, 'passivated'), app.classes);
      if ('value' in result) {
        stored.push({ name, bytes: result.value });
        continue;
      }
      const { thrown } = result;
      if (thrown.class !== 'java.io.NotSerializableException') return { sessions: saved, broken: thrown };
      log(out, thread, 'attribute-not-serializable', { name, session: session.id }, thrown);
      stored.push({ name, fault: thrown });
    }
  }
  return { sessions: saved };
}

function noteLeftOut({ settings }: Webapp, { id, attributes }: Readonly<Session>, name: string, out: Outbox) {
  const value = attributes[name];
  if (out.noting && value !== undefined && value !== null)
    out.note({ kind: 'session-attribute-left-out', webapp: settings.path, id, name, class: classNameOf(value) });
}

/**
 * Reads them back until the stream can no longer be read. After a replaced attribute the next session is
 * garbage: an aborted object has left its bytes in the stream (recorded: `StreamCorruptedException`).
 */
export function readSessions(
  app: Webapp,
  file: SessionFile,
  thread: string,
  out: Outbox,
): { sessions: Session[]; fault?: Throwable } {
  const sessions: Session[] = [];
  let corrupt = false;
  for (const [index, stored] of file.sessions.entries()) {
    if (corrupt)
      return { sessions, fault: { class: 'java.io.StreamCorruptedException', message: 'invalid type code: 00' } };
    const attributes: Record<string, JavaValue> = {};
    for (const attribute of stored.attributes) {
      const { name } = attribute;
      if ('fault' in attribute) {
        corrupt = true;
        log(out, thread, 'attribute-not-deserializable', { name, session: stored.id });
        continue;
      }
      const result = revived(attribute.bytes, app.classes);
      if ('thrown' in result) return { sessions, fault: result.thrown };
      put(attributes, name, passivated(result.value, 'activated'));
    }
    if (file.broken && index === file.sessions.length - 1) return { sessions, fault: aborted(file.broken) };
    sessions.push({ ...stored, attributes, backedUp: -1 });
  }
  return { sessions };
}

/** What a reader finds where a writer gave up: the IOException itself, or nothing after a RuntimeException. */
function aborted(cause: Throwable): Throwable {
  if (!cause.class.startsWith('java.io.')) return { class: 'java.io.EOFException' };
  const message = `writing aborted; ${cause.class}: ${cause.message}`;
  return { class: 'java.io.WriteAbortedException', message, cause };
}

/** An HttpSessionActivationListener in the session counts its calls. */
function passivated(value: JavaValue, call: 'passivated' | 'activated'): JavaValue {
  if (value === null || typeof value !== 'object' || value.type !== 'object' || !Object.hasOwn(value.fields, call))
    return value;
  return { ...value, fields: { ...value.fields, [call]: Number(value.fields[call]) + 1 } };
}
