import { dropAt } from '../../core/shared-map.ts';
import type { Outbox } from '../../engine/world.ts';
import type { Forgotten, Session, Tomcat, Webapp } from '../host.ts';
import type { JavaValue } from '../java/value.ts';
import { placed } from '../log/note.ts';

/** More random bytes than these no header has room for. */
const LONGEST_ID = 65_536;

/** Random bytes (16 unless the webapp has it otherwise) as upper-case hexadecimal digits, and `.jvmRoute` where the Engine has one (SessionIdGenerator). */
export function newSessionId({ host, app, out }: { host: Tomcat; app: Webapp; out: Pick<Outbox, 'random'> }): string {
  const digits = 2 * Math.min(LONGEST_ID, Math.max(0, app.settings.sessionIdLength));
  let id = '';
  while (id.length < digits)
    id += Math.floor(out.random() * 0x100000000)
      .toString(16)
      .toUpperCase()
      .padStart(8, '0');
  id = id.slice(0, digits);
  const route = host.server?.services[0]?.engine?.jvmRoute;
  return route === undefined ? id : `${id}.${route}`;
}

/** A session that begins now, and is in use at once. */
export function newSession(id: string, maxInactive: number, now: number): Session {
  return {
    id,
    created: now,
    lastAccessed: now,
    thisAccessed: now,
    maxInactive,
    isNew: true,
    attributes: {},
    backedUp: -1,
  };
}

/** Tomcat counts idling in whole seconds since the end of the last request (StandardSession.isValid). */
export const isExpired = (session: Readonly<Session>, now: number): boolean =>
  session.maxInactive > 0 && Math.floor((now - session.thisAccessed) / 1000) * 1000 >= session.maxInactive;

/** Takes a session out of memory, remembering why. */
export function forget(app: Webapp, id: string, why: Forgotten): void {
  dropAt(app.sessions, id);
  app.forgotten.set(id, why);
  const [oldest] = app.forgotten.keys();
  if (app.forgotten.size > REMEMBERED && oldest !== undefined) app.forgotten.delete(oldest);
}

/** How many gone ids are remembered, to explain. */
const REMEMBERED = 100;

/** Takes an expired session out of memory, and says so. */
export function expire(app: Webapp, session: Readonly<Session>, by: 'request' | 'background', out: Outbox): void {
  forget(app, session.id, 'expired');
  if (out.noting) {
    out.note({
      kind: 'session-expired',
      webapp: app.settings.path,
      id: session.id,
      idle: out.now - session.thisAccessed,
      by,
      ...placed(app.settings.places.timeout),
    });
  }
}

/** Puts a value into a session in memory; null removes. */
export function assignAttribute(session: Session, name: string, value: JavaValue): void {
  const { [name]: _, ...others } = session.attributes;
  session.attributes = value === null ? others : { ...others, [name]: value };
}
