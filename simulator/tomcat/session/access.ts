import { dropAt, ownAt, valueAt } from '../../core/shared-map.ts';
import type { Outbox } from '../../engine/world.ts';
import type { PersistentManagerSettings } from '../conf/manager.ts';
import type { Running, Session, Tomcat, Webapp } from '../host.ts';
import { cookieValues } from '../http/cookie.ts';
import { stringOf } from '../java/value.ts';
import { log, placed, workerThread } from '../log/note.ts';
import { type Duty, managerOf } from './manager.ts';
import { logUnusable, store, storeUnusable } from './persistent-manager.ts';

/**
 * Tomcat itself looks the session up for every request with an id, also when the servlet never asks
 * (CoyoteAdapter, AuthenticatorBase): each such request keeps it alive. Of several cookies the first valid one counts.
 */
export function findSession(duty: Duty, request: Running): void {
  const { app, out } = duty;
  const { manager, cookie } = app.settings;
  const ids = cookie.enabled ? cookieValues(request.request.headers, cookie.name, duty.host.traits) : [];
  if (ids.length > 0) {
    request.fromCookie = true;
    request.fromUrl = false;
    request.requestedId = ids[0];
  }
  if (request.requestedId === undefined) return;
  const candidates = ids.length > 0 ? ids : [request.requestedId];
  for (const id of candidates) {
    if (app.settings.persistentValve && manager.kind === 'persistent' && manager.store) fetchAnew(duty, id, manager);
    const session = managerOf(manager).find(duty, id, manager);
    if (!session) continue;
    session.lastAccessed = session.thisAccessed;
    session.thisAccessed = out.now;
    request.requestedId = id;
    request.session = id;
    break;
  }
  if (out.noting)
    noteLookup(duty, request, request.session === undefined ? undefined : valueAt(app.sessions, request.session));
}

/** What came of a look-up. */
export function noteLookup(
  { app, out }: Duty,
  { requestedId: id = '', fromCookie, chain }: Running,
  found: Readonly<Session> | undefined,
): void {
  const where = app.redis ? ({ store: 'redis' } as const) : {};
  const { path: webapp, places } = app.settings;
  const about = { webapp, id, source: fromCookie ? 'cookie' : 'url', ...where, ...placed(places.manager) } as const;
  if (found) {
    const user = stringOf(found.attributes['user']);
    return out.note(
      user !== undefined ? { kind: 'session-found', ...about, user } : { kind: 'session-found', ...about },
      chain,
    );
  }
  const forgotten = app.forgotten.get(id);
  out.note(forgotten ? { kind: 'session-unknown', ...about, forgotten } : { kind: 'session-unknown', ...about }, chain);
}

/** The request lets go of its session (StandardSession.endAccess). */
export function endAccess(host: Tomcat, app: Webapp, request: Running, out: Outbox) {
  const session = request.session === undefined ? undefined : ownAt(app.sessions, request.session);
  if (!session) return;
  session.isNew = false;
  session.lastAccessed = session.thisAccessed;
  session.thisAccessed = out.now;
  const { manager, persistentValve } = app.settings;
  if (persistentValve && manager.kind === 'persistent' && manager.store) {
    storeAfter({ host, app, thread: workerThread(host, request.thread), out }, session, request, manager);
  }
}

/** PersistentValve, before the servlet: the copy in the store counts, not one in memory. */
function fetchAnew(duty: Duty, id: string, manager: PersistentManagerSettings) {
  const source = storeUnusable(manager);
  if (source === undefined) {
    dropAt(duty.app.sessions, id);
    return;
  }
  logUnusable(duty, source);
  log(duty.out, duty.thread, 'store-load-failed', { session: id });
}

/** PersistentValve, after the servlet: the session goes to the store and out of memory; where it cannot, a 500 comes of it. */
function storeAfter(duty: Duty, session: Session, request: Running, manager: PersistentManagerSettings) {
  const source = storeUnusable(manager);
  if (source === undefined) {
    store(duty, session, manager, 'valve');
    dropAt(duty.app.sessions, session.id);
    return;
  }
  logUnusable(duty, source);
  const exception = { class: 'java.lang.IllegalStateException', message: 'No data source available' };
  log(duty.out, duty.thread, 'request-exception', { uri: `${request.app}${request.page}` }, exception);
  if (request.response) request.response = { ...request.response, status: 500 };
}
