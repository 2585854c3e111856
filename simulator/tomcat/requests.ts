import type { Outbox } from '../engine/world.ts';
import { armForSession } from './background.ts';
import type { Running, Tomcat, Waiting, Webapp } from './host.ts';
import { cookieValues, sessionCookie } from './http/cookie.ts';
import { errorPage } from './http/error-page.ts';
import { byteLength, leavesOpen, respond } from './http/respond.ts';
import type { Throwable } from './java/value.ts';
import { log, workerThread } from './log/note.ts';
import { type Duty, managerOf } from './session/manager.ts';
import { store } from './session/persistent-manager.ts';
import type { Call, Outcome } from './webapp/call.ts';
import { pages, wake } from './webapp/pages.ts';

/** What a page of the webapp takes (ms): a thread works on it, and a crash meanwhile cuts the answer. */
const SERVICE_TIME = 2;

/** A worker thread takes a request: finds webapp and session, runs the servlet. */
export function accept(host: Tomcat, waiting: Waiting, out: Outbox): void {
  const request = route(host, waiting);
  const app = host.webapps.get(request.app);
  const key = keyOf(waiting);
  host.running.set(key, request);
  if (!app?.available || request.app === NOWHERE) {
    const empty = request.app === NOWHERE || (!host.traits.brackets && !host.webapps.get('')?.available);
    request.response = plainAnswer(request, 404, empty ? '' : errorPage(404, '', undefined, host.traits), out, host);
    return work(host, key, request, SERVICE_TIME, out);
  }
  const call = callOf(host, app, request, out);
  findSession(call);
  conclude(call, key, servlet(call));
}

/** Under which a request is kept; a caller may try again while its first attempt still runs. */
export const keyOf = ({ chain, attempt }: { chain: string; attempt: number }): string =>
  attempt === 1 ? chain : `${chain}#${attempt}`;

/** The servlet's thread comes back. */
export function finish(host: Tomcat, key: string, out: Outbox): void {
  const request = host.running.get(key);
  if (!request) return;
  const app = host.webapps.get(request.app);
  if (request.response === undefined && app) {
    const call = callOf(host, app, request, out);
    call.session = request.session === undefined ? undefined : app.sessions.get(request.session);
    return conclude(call, key, wake(call, request.page, request.saved));
  }
  host.running.delete(key);
  if (app) endAccess(host, app, request, out);
  if (request.response) answer(request, out);
}

/** Sends the answer, if anybody still wants it. */
export function answer(request: Running, out: Outbox): void {
  const { response, request: asked } = request;
  if (!response) return;
  if (!request.gone) {
    const { chain, attempt } = request;
    out.send(request.from, { type: 'response', chain, attempt, response, keepAlive: leavesOpen(response) });
  }
  if (!out.noting) return;
  const line = `${asked.method} ${asked.target} HTTP/${asked.version}`;
  out.note({ kind: 'served', page: request.page, status: response.status, thread: request.thread }, request.chain);
  out.note(
    {
      kind: 'access',
      remote: request.source,
      request: line,
      status: response.status,
      bytes: byteLength(response.body),
    },
    request.chain,
  );
}

/** The context path of a request that no Host takes. */
const NOWHERE = '?';

/** Which webapp a target belongs to, and what is left for its servlet. */
function route(host: Tomcat, waiting: Waiting): Running {
  const { target } = waiting.request;
  const question = target.indexOf('?');
  let path = question < 0 ? target : target.slice(0, question);
  let id: string | undefined;
  const semicolon = path.indexOf(';');
  if (semicolon >= 0) {
    id = /;jsessionid=([^;/]*)/.exec(path)?.[1];
    path = path.replace(/;[^/]*/g, '');
  }
  const slash = path.indexOf('/', 1);
  const first = slash < 0 ? path : path.slice(0, slash);
  const app = !hostKnown(host, waiting) ? NOWHERE : first !== '' && host.webapps.has(first) ? first : '';
  return {
    from: waiting.from,
    chain: waiting.chain,
    attempt: waiting.attempt,
    source: waiting.source,
    request: waiting.request,
    gone: waiting.gone,
    app,
    page: app === '' || app === NOWHERE ? path : path.slice(app.length),
    thread: ++host.accepted,
    session: undefined,
    requestedId: id,
    fromCookie: false,
    fromUrl: id !== undefined,
    cookieFor: undefined,
    response: undefined,
    due: false,
    saved: 0,
  };
}

/** Whether a Host of the Engine takes the request: by the `Host` header, or as the default host. */
function hostKnown({ server }: Tomcat, { request }: Waiting) {
  const engine = server?.services[0]?.engine;
  if (!engine) return false;
  if (engine.hosts[0]?.name === engine.defaultHost) return true;
  if (engine.hosts.some(({ name }) => name === engine.defaultHost)) return true;
  const named = request.headers.find(([field]) => field.toLowerCase() === 'host')?.[1].split(':')[0];
  return engine.hosts.some(({ name, aliases }) => name === named || aliases.includes(named ?? ''));
}

function callOf(host: Tomcat, app: Webapp, request: Running, out: Outbox): Call {
  const { target } = request.request;
  const question = target.indexOf('?');
  const thread = out.noting ? workerThread(host, request.thread) : '';
  const query = question < 0 ? '' : target.slice(question + 1);
  return { duty: { host, app, thread, out }, request, query, session: undefined };
}

/**
 * Tomcat itself looks the session up for every request with an id, also when the servlet never asks
 * (CoyoteAdapter, AuthenticatorBase): each such request keeps it alive. Of several cookies the first valid one counts.
 */
function findSession({ duty, request }: Call) {
  const { app, out } = duty;
  const { manager, cookie } = app.settings;
  const ids = cookie.enabled ? cookieValues(request.request.headers, cookie.name) : [];
  if (ids.length > 0) {
    request.fromCookie = true;
    request.fromUrl = false;
    request.requestedId = ids[0];
  }
  if (request.requestedId === undefined) return;
  const candidates = ids.length > 0 ? ids : [request.requestedId];
  for (const id of candidates) {
    if (app.settings.persistentValve && manager.kind === 'persistent') app.sessions.delete(id);
    const session = managerOf(manager).find(duty, id, manager);
    if (!session) continue;
    session.lastAccessed = session.thisAccessed;
    session.thisAccessed = out.now;
    request.requestedId = id;
    request.session = id;
    break;
  }
  if (out.noting) noteLookup(duty, request);
}

function noteLookup({ app, out }: Duty, { requestedId: id = '', session, fromCookie, chain }: Running) {
  const found = session === undefined ? undefined : app.sessions.get(session);
  const about = { webapp: app.settings.path, id, source: fromCookie ? 'cookie' : 'url' } as const;
  if (found) {
    const user = found.attributes['user'];
    return out.note(
      typeof user === 'string' ? { kind: 'session-found', ...about, user } : { kind: 'session-found', ...about },
      chain,
    );
  }
  const forgotten = app.forgotten.get(id);
  out.note(forgotten ? { kind: 'session-unknown', ...about, forgotten } : { kind: 'session-unknown', ...about }, chain);
}

function servlet(call: Call): Outcome {
  const { duty, request } = call;
  call.session = request.session === undefined ? undefined : duty.app.sessions.get(request.session);
  const { servlets } = duty.app.settings;
  if (servlets.length > 0) {
    const missing = servlets.find(
      ({ className, patterns }) => className !== 'demo.DemoServlet' && patterns.includes(request.page),
    );
    if (missing) return missingServlet(call, missing.name, missing.className);
  }
  return pages.get(request.page)?.(call) ?? { kind: 'error', status: 404, message: '' };
}

/** A servlet whose class is not there: found out at the first request to it. */
function missingServlet({ duty: { host, out, thread } }: Call, name: string, className: string): Outcome {
  const cause: Throwable = {
    class: 'java.lang.ClassNotFoundException',
    message: className,
    frames: [...loaderFrames, ...valveFrames],
  };
  log(out, thread, 'servlet-unavailable', { servlet: name });
  log(out, thread, 'servlet-allocate', { servlet: name }, cause);
  const message = host.traits.brackets
    ? `Error instantiating servlet class [${className}]`
    : `Error instantiating servlet class ${className}`;
  return {
    kind: 'thrown',
    thrown: { class: `${host.traits.servletPackage}.servlet.ServletException`, message, frames: valveFrames, cause },
  };
}

const loaderFrames = [
  'org.apache.catalina.loader.WebappClassLoaderBase.loadClass(WebappClassLoaderBase.java:1467)',
  'org.apache.catalina.loader.WebappClassLoaderBase.loadClass(WebappClassLoaderBase.java:1276)',
];

/** The stack of Tomcat 10.1.60 below a servlet. */
const valveFrames = [
  'org.apache.catalina.authenticator.AuthenticatorBase.invoke(AuthenticatorBase.java:540)',
  'org.apache.catalina.valves.ErrorReportValve.invoke(ErrorReportValve.java:86)',
  'org.apache.catalina.connector.CoyoteAdapter.service(CoyoteAdapter.java:348)',
  'org.apache.coyote.http11.Http11Processor.service(Http11Processor.java:410)',
  'org.apache.coyote.AbstractProcessorLight.process(AbstractProcessorLight.java:71)',
  'org.apache.coyote.AbstractProtocol$ConnectionHandler.process(AbstractProtocol.java:1307)',
  'org.apache.tomcat.util.net.NioEndpoint$SocketProcessor.doRun(NioEndpoint.java:2197)',
  'org.apache.tomcat.util.net.SocketProcessorBase.run(SocketProcessorBase.java:74)',
  'org.apache.tomcat.util.threads.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:976)',
  'org.apache.tomcat.util.threads.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:494)',
  'org.apache.tomcat.util.threads.TaskThread$WrappingRunnable.run(TaskThread.java:80)',
  'java.base/java.lang.Thread.run(Thread.java:840)',
];

/** Turns what came of the servlet into an answer, and lets the thread work on it for a while. */
function conclude(call: Call, key: string, outcome: Outcome): void {
  const { duty, request } = call;
  const { host, out } = duty;
  const { session } = call;
  if (session) armForSession(host, duty.app, session, out);
  if (typeof outcome === 'string') {
    request.response = respond(
      request.request,
      { status: 200, body: outcome, type: 'plain', setCookie: cookieOf(call) },
      out.wallClock,
      host.traits,
    );
    return work(host, key, request, SERVICE_TIME, out);
  }
  switch (outcome.kind) {
    case 'sleep':
      request.saved = outcome.saved;
      return work(host, key, request, outcome.ms, out);
    case 'error':
      request.response = pageAnswer(call, outcome.status, outcome.message, undefined);
      return work(host, key, request, SERVICE_TIME, out);
    case 'thrown':
      if (!outcome.thrown.frames?.some((frame) => frame.includes('AuthenticatorBase'))) logThrown(call, outcome.thrown);
      request.response = pageAnswer(call, 500, outcome.thrown.message ?? '', outcome.thrown);
      return work(host, key, request, SERVICE_TIME, out);
    case 'cut':
      logThrown(call, outcome.thrown);
      host.running.delete(key);
      out.send(request.from, { type: 'closed', chain: request.chain, attempt: request.attempt, how: 'closed' });
  }
}

function logThrown({ duty: { app, thread, out } }: Call, exception: Throwable) {
  const values = { servlet: 'demo', path: app.settings.path };
  const { cause } = exception;
  if (cause) log(out, thread, 'servlet-exception', { ...values, wrapped: exception.message ?? '' }, cause);
  else log(out, thread, 'servlet-exception', values, exception);
}

function cookieOf({ duty: { host, app, out }, request: { cookieFor } }: Call) {
  const { cookie } = app.settings;
  return cookieFor === undefined || !cookie.enabled
    ? undefined
    : sessionCookie(cookie, cookieFor, out.wallClock, host.traits);
}

function pageAnswer(call: Call, status: number, message: string, thrown: Throwable | undefined) {
  const { host, out } = call.duty;
  const body = errorPage(status, message, thrown, host.traits);
  const type = body === '' ? 'none' : 'page';
  return respond(call.request.request, { status, body, type, setCookie: cookieOf(call) }, out.wallClock, host.traits);
}

function plainAnswer({ request }: Running, status: number, body: string, out: Outbox, { traits }: Tomcat) {
  return respond(
    request,
    { status, body, type: body === '' ? 'none' : 'page', setCookie: undefined },
    out.wallClock,
    traits,
  );
}

function work(host: Tomcat, key: string, { chain }: Running, ms: number, out: Outbox) {
  out.send(host.name, { type: 'work', chain, what: key }, ms);
}

/** The request lets go of its session (StandardSession.endAccess). */
function endAccess(host: Tomcat, app: Webapp, request: Running, out: Outbox) {
  const session = request.session === undefined ? undefined : app.sessions.get(request.session);
  if (!session) return;
  session.isNew = false;
  session.lastAccessed = session.thisAccessed;
  session.thisAccessed = out.now;
  const { manager, persistentValve } = app.settings;
  if (!persistentValve || manager.kind !== 'persistent' || !manager.store) return;
  store({ host, app, thread: workerThread(host, request.thread), out }, session, manager, 'valve');
  app.sessions.delete(session.id);
}

/** A thread that sleeps is interrupted: Tomcat 7 still sends what it wrote, as a 500. */
export function interrupt(host: Tomcat, request: Running, out: Outbox): void {
  const thread = workerThread(host, request.thread);
  log(
    out,
    thread,
    'request-exception',
    { uri: request.page },
    {
      class: 'java.lang.NullPointerException',
      message: 'Cannot invoke "org.apache.catalina.Container.getLogger()" because "this.container" is null',
    },
  );
  const answered = { status: 500, body: 'interrupted ', type: 'plain', setCookie: undefined } as const;
  request.response = respond(request.request, answered, out.wallClock, host.traits);
  answer(request, out);
}
