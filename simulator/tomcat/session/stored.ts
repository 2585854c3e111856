import type { Outbox } from '../../engine/world.ts';
import type { Session, SessionFile, StoredSession, Webapp } from '../host.ts';
import { isSerializable, readFault, revived, uidsOf, writeFault } from '../java/serialization.ts';
import { hashMapOrder, type JavaValue, type Throwable } from '../java/value.ts';
import { log } from '../log/note.ts';

/**
 * Writes sessions one after another into one stream, as StandardSession.writeObjectData does: an attribute
 * that is not Serializable is left out; one that holds such an object is replaced, with a warning;
 * any other exception ends the file there.
 */
export function writeSessions(app: Webapp, sessions: readonly Session[], thread: string, out: Outbox): SessionFile {
  const written: StoredSession[] = [];
  const uids = uidsOf(app.classes);
  for (const session of sessions) {
    const { attributes, backedUp: _, ...fields } = session;
    const stored: StoredSession['attributes'][number][] = [];
    written.push({ ...fields, attributes: stored });
    const names = hashMapOrder(Object.keys(attributes)).filter((name) =>
      isSerializable(attributes[name] ?? null, app.classes),
    );
    for (const name of names) {
      const value = passivated(attributes[name] ?? null, 'passivated');
      const fault = writeFault(value, app.classes);
      if (!fault) {
        stored.push({ name, value });
      } else if (fault.class === 'java.io.NotSerializableException') {
        log(out, thread, 'attribute-not-serializable', { name, session: session.id }, fault);
        stored.push({ name, value: null, fault });
      } else return { sessions: written, uids, broken: fault };
    }
  }
  return { sessions: written, uids };
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
    for (const { name, value, fault } of stored.attributes) {
      const unread = fault ? undefined : readFault(value, file.uids, app.classes);
      if (unread) return { sessions, fault: unread };
      corrupt ||= fault !== undefined;
      if (fault) log(out, thread, 'attribute-not-deserializable', { name, session: stored.id });
      else attributes[name] = passivated(revived(value, app.classes), 'activated');
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
  if (value === null || typeof value !== 'object' || value.type !== 'object' || !(call in value.fields)) return value;
  return { ...value, fields: { ...value.fields, [call]: Number(value.fields[call]) + 1 } };
}
