import { own } from '../../core/own.ts';
import { putAt } from '../../core/shared-map.ts';
import type { Outbox } from '../../engine/world.ts';
import type { Running, Session } from '../host.ts';
import { type JavaValue, sourceText, type Throwable } from '../java/value.ts';
import { aboutOf } from '../session/about.ts';
import { type Duty, managerOf } from '../session/manager.ts';
import { getSessionFrames } from '../session/redis/frames.ts';
import * as redis from '../session/redis/redis-manager.ts';
import type { Run } from '../session/redis/run.ts';
import type { RedisSession } from '../session/redis/state.ts';
import { assignAttribute, forget, newSession, newSessionId } from '../session/session.ts';

/** One call of the servlet: what `HttpServletRequest` and its session are to it. */
export interface Call {
  duty: Duty;
  request: Running;
  /** What follows `?`. */
  query: string;
  session: Session | undefined;
  /** The manager's thread, where it keeps its sessions in Redis. */
  run?: Run;
}

/** A page's text, or what else can come of a call. */
export type Outcome =
  | string
  /** The servlet sleeps so many ms, and then goes on with its local variable; `flushed`: the page that it has sent before. */
  | { kind: 'sleep'; ms: number; saved: number; flushed?: string }
  | { kind: 'error'; status: number; message: string }
  | { kind: 'thrown'; thrown: Throwable }
  /** Thrown when part of the answer was already sent: the connection is closed. */
  | { kind: 'cut'; thrown: Throwable };

export const thrown = (thrown: Throwable): Outcome => ({ kind: 'thrown', thrown });

/** `request.getSession(false)`. */
export function existingSession(call: Call): Session | undefined {
  if (call.run) return existingInRedis(call, call.run);
  const { duty, request } = call;
  if (call.session || request.requestedId === undefined || request.session !== undefined) return call.session;
  const { manager } = duty.app.settings;
  call.session = managerOf(manager).find(duty, request.requestedId, manager);
  return call.session;
}

function existingInRedis(call: Call, run: Run, line = 14): RedisSession | undefined {
  const { requestedId } = call.request;
  const session = call.session as RedisSession | undefined;
  if (session?.valid) return session;
  const frames = getSessionFrames('find', servletFrames('javax', line));
  const found = requestedId === undefined ? undefined : redis.findSession(run, requestedId, frames);
  call.session = found?.valid ? found : undefined;
  return call.session as RedisSession | undefined;
}

/** `request.isRequestedSessionIdValid()`: with Redis, one more question to it. */
export function isRequestedIdValid(call: Call): boolean {
  const { requestedId } = call.request;
  if (!call.run || requestedId === undefined) return call.session !== undefined;
  return redis.findSession(call.run, requestedId, servletFrames('javax', 14))?.valid === true;
}

/** `request.getSession(true)`; the exception where the manager refuses one more. `line` is the caller's in DemoServlet.java. */
export function demandSession(call: Call, line: number): Session | Throwable {
  const found = existingSession(call);
  if (found) return found;
  const { duty, request } = call;
  const { app, host, out } = duty;
  const { settings } = app;
  if (call.run) return createInRedis(call, call.run, line);
  const { maxActive } = settings.manager;
  if (maxActive >= 0 && app.sessions.size >= maxActive) return tooMany(duty, line);
  const id = reusableId(call) ?? newSessionId(duty);
  const session = newSession(id, settings.maxInactive, out.now);
  putAt(app.sessions, id, session);
  app.forgotten.delete(id);
  call.session = session;
  request.session = id;
  const refused = host.traits.rfc6265 && settings.cookie.enabled ? cookieRefused(duty, id, line) : undefined;
  if (refused) return refused;
  request.cookieFor = id;
  noteCreated(call, id, out);
  return session;
}

function noteCreated({ duty, request }: Call, id: string, out: Outbox) {
  if (!out.noting) return;
  if (listens(duty)) out.note({ kind: 'printed', line: `DEMO sessionCreated ${id}` });
  const where = duty.app.redis ? ({ store: 'redis' } as const) : {};
  const note = { kind: 'session-created', ...aboutOf(duty.app), id, page: request.page, ...where } as const;
  out.note(request.requestedId === undefined ? note : { ...note, instead: request.requestedId }, request.chain);
}

/** Tomcat 7 takes a requested id over whenever the cookie is for `/`; where it is taken the webapp gets null. */
function createInRedis(call: Call, run: Run, line: number): Session | Throwable {
  const { request } = call;
  const { app, out } = run.duty;
  const wanted = app.settings.cookie.shared && request.fromCookie ? request.requestedId : undefined;
  const frames = servletFrames('javax', line);
  const session = redis.createSession(run, wanted, getSessionFrames('create', frames));
  if (!session) return { class: 'java.lang.NullPointerException', frames };
  call.session = session;
  request.session = session.id;
  request.cookieFor = session.id;
  noteCreated(call, session.id, out);
  return session;
}

/** A requested id is taken over only with `sessionCookiePath="/"`, and if another webapp of the host has it (Request.doGetSession). */
function reusableId({ duty, request }: Call) {
  const { requestedId } = request;
  if (requestedId === undefined || !request.fromCookie || !duty.app.settings.cookie.shared) return undefined;
  for (const other of duty.host.webapps.values()) {
    const { manager } = other.settings;
    if (managerOf(manager).find({ ...duty, app: other }, requestedId, manager)) return requestedId;
  }
  return undefined;
}

/** A jvmRoute with a blank or the like makes every id unfit for a cookie (Rfc6265CookieProcessor.validateCookieValue). */
function cookieRefused({ host }: Duty, id: string, line: number): Throwable | undefined {
  const [found] = /[\0-\x20",;\\\x7f]/.exec(id) ?? [];
  if (found === undefined) return undefined;
  const processor = 'org.apache.tomcat.util.http.Rfc6265CookieProcessor';
  return {
    class: 'java.lang.IllegalArgumentException',
    message: `An invalid character [${found.charCodeAt(0)}] was present in the Cookie value`,
    frames: [
      `${processor}.validateCookieValue(Rfc6265CookieProcessor.java:243)`,
      `${processor}.generateHeader(Rfc6265CookieProcessor.java:128)`,
      'org.apache.catalina.connector.Response.generateCookieString(Response.java:970)',
      ...servletFrames(host.traits.servletPackage, line),
    ],
  };
}

function tooMany({ host }: Duty, line: number): Throwable {
  const lines = host.traits.servletPackage === 'jakarta' ? [747, 2963, 2325, 636] : [746, 3064, 2451, 900];
  return {
    class: 'org.apache.catalina.session.TooManyActiveSessionsException',
    message: 'createSession: Too many active sessions',
    frames: [
      `org.apache.catalina.session.ManagerBase.createSession(ManagerBase.java:${lines[0]})`,
      `org.apache.catalina.connector.Request.doGetSession(Request.java:${lines[1]})`,
      `org.apache.catalina.connector.Request.getSession(Request.java:${lines[2]})`,
      `org.apache.catalina.connector.RequestFacade.getSession(RequestFacade.java:${lines[3]})`,
      ...servletFrames(host.traits.servletPackage, line),
    ],
  };
}

/** The foot of every stack in the webapp, as far as an error page shows it. */
export function servletFrames(servletPackage: 'javax' | 'jakarta', line: number): string[] {
  const modern = servletPackage === 'jakarta';
  return [
    `demo.DemoServlet.service(DemoServlet.java:${line})`,
    `${servletPackage}.servlet.http.HttpServlet.service(HttpServlet.java:${modern ? 658 : 731})`,
    ...(modern ? ['org.apache.tomcat.websocket.server.WsFilter.doFilter(WsFilter.java:57)'] : []),
  ];
}

/** `session.invalidate()`. */
export function invalidate(call: Call, session: Session): void {
  const { duty, request } = call;
  const { attributes } = session;
  if (duty.out.noting && listens(duty)) duty.out.note({ kind: 'printed', line: `DEMO sessionDestroyed ${session.id}` });
  if (call.run) redis.invalidate(call.run, session as RedisSession, servletFrames('javax', 60));
  else forgetIn(duty, session.id, 'invalidated');
  for (const [name, value] of Object.entries(attributes)) noteBinding(call, 'valueUnbound', name, value);
  if (duty.out.noting) {
    duty.out.note({ kind: 'session-invalidated', webapp: duty.app.settings.path, id: session.id }, request.chain);
  }
  call.session = undefined;
  request.session = undefined;
}

/** The demo webapp's listener of sessions is in its web.xml. */
const listens = ({ app }: Duty) => app.settings.listeners.includes('demo.Listener');

/** An object of class Binder tells on System.out when it enters a session and when it leaves. */
function noteBinding({ duty: { out } }: Call, what: 'valueBound' | 'valueUnbound', name: string, value: JavaValue) {
  if (out.noting && value !== null && typeof value === 'object' && 'class' in value && value.class === 'demo.Binder')
    out.note({ kind: 'printed', line: `DEMO ${what} ${name}` });
}

function noteAttribute({ duty, request }: Call, { id }: Session, name: string, value: JavaValue) {
  const { out, app } = duty;
  if (!out.noting) return;
  const about = { kind: 'session-attribute', webapp: app.settings.path, id, name } as const;
  out.note(value === null ? about : { ...about, value: sourceText(value) }, request.chain);
}

/** `session.setAttribute`; null removes. */
export function setAttribute(call: Call, session: Session, name: string, value: JavaValue): void {
  const before = own(session.attributes, name) ?? null;
  noteBinding(call, 'valueBound', name, value);
  noteAttribute(call, session, name, value);
  if (call.run) redis.setAttribute(call.run, session as RedisSession, name, value, servletFrames('javax', 60));
  else assignAttribute(session, name, value);
  if (before !== value) noteBinding(call, 'valueUnbound', name, before);
}

/** `session.removeAttribute`. */
export function removeAttribute(call: Call, session: Session, name: string): void {
  const before = own(session.attributes, name) ?? null;
  noteAttribute(call, session, name, null);
  if (call.run) redis.removeAttribute(call.run, session as RedisSession, name, servletFrames('javax', 60));
  else assignAttribute(session, name, null);
  noteBinding(call, 'valueUnbound', name, before);
}

/** Whether attributes must be Serializable when they are set: by web.xml, or because its manager says so. */
export const isDistributable = ({ duty: { app, host }, run }: Call): boolean =>
  app.settings.distributable || (run !== undefined && host.traits.distributableByManager);

/** `request.changeSessionId()`: the same session under a new id, and a new cookie. */
export function changeId(call: Call, session: Session): string {
  const { duty, request } = call;
  const old = session.id;
  const id = newSessionId(duty);
  forgetIn(duty, old, 'renamed');
  session.id = id;
  putAt(duty.app.sessions, id, session);
  request.session = id;
  request.cookieFor = id;
  if (duty.out.noting)
    duty.out.note({ kind: 'session-renamed', webapp: duty.app.settings.path, id: old, to: id }, request.chain);
  return old;
}

function forgetIn(duty: Duty, id: string, why: 'invalidated' | 'renamed') {
  const { app } = duty;
  forget(app, id, why);
  managerOf(app.settings.manager).removed(duty, id, app.settings.manager);
}

/** `request.getParameter`, decoded as the version does: UTF-8 since Tomcat 8, ISO-8859-1 before. */
export function parameter({ query, duty }: Call, name: string): string | undefined {
  for (let from = 0; from < query.length; ) {
    const ampersand = query.indexOf('&', from);
    const to = ampersand < 0 ? query.length : ampersand;
    if (query.startsWith(name, from) && query.charCodeAt(from + name.length) === 0x3d) {
      return decoded(query.slice(from + name.length + 1, to), duty.host.traits.twoLineLog);
    }
    from = to + 1;
  }
  return undefined;
}

function decoded(text: string, latin1: boolean) {
  if (!text.includes('%') && !text.includes('+')) return text;
  const spaced = text.replaceAll('+', ' ');
  if (latin1) return spaced.replace(/%([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Bytes that are not UTF-8; Tomcat shows U+FFFD for them.
    return spaced.replace(/%([0-9a-fA-F]{2})/g, (_, hex) =>
      Number.parseInt(hex, 16) < 0x80 ? String.fromCharCode(Number.parseInt(hex, 16)) : '\ufffd',
    );
  }
}
