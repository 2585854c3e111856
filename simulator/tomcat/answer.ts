import type { HttpResponse } from '../core/http.ts';
import type { Outbox } from '../engine/world.ts';
import type { Running, Tomcat } from './host.ts';
import { sessionCookie } from './http/cookie.ts';
import { errorPage } from './http/error-page.ts';
import { byteLength, leavesOpen, respond } from './http/respond.ts';
import type { Throwable } from './java/value.ts';
import { log, placed, workerThread } from './log/note.ts';
import type { Call } from './webapp/call.ts';

/** The request is over: its answer leaves, unless it was flushed before. */
export function answer(host: Tomcat, request: Running, out: Outbox): void {
  const { server } = host;
  const { response, request: asked } = request;
  if (!response) return;
  const sent = request.committed ?? response;
  if (!request.committed) send(host, request, response, out);
  if (!out.noting || !server?.services[0]?.engine?.accessLog) return;
  const line = `${asked.method} ${asked.target} HTTP/${asked.version}`;
  out.note(
    {
      kind: 'access',
      remote: request.source,
      request: line,
      status: sent.status,
      bytes: byteLength(sent.body),
    },
    request.chain,
  );
}

/**
 * `flushBuffer()` after a page whose length the servlet has told: whoever asked has all of it, while the servlet goes
 * on. A Manager saves the session when that is done (recorded: `rsm-slow-response-before-save`).
 */
export function flush(call: Call, page: string): void {
  const { duty, request } = call;
  request.committed = textAnswer(call, page);
  send(duty.host, request, request.committed, duty.out);
  request.gone = true;
}

/** Sends a response, if anybody still wants it. */
function send(host: Tomcat, request: Running, response: HttpResponse, out: Outbox) {
  const { chain, attempt, page, thread } = request;
  if (!request.gone)
    out.send(request.from, { type: 'response', chain, attempt, response, keepAlive: leavesOpen(response) });
  if (!out.noting) return;
  noteCookie(host, request, response, out);
  out.note({ kind: 'served', page, status: response.status, thread }, chain);
}

function noteCookie({ webapps }: Tomcat, { app, session, cookieFor, chain }: Running, sent: HttpResponse, out: Outbox) {
  const settings = webapps.get(app)?.settings;
  if (!settings) return;
  const { cookie, places, path: webapp } = settings;
  const id = cookieFor ?? session;
  const about = { kind: 'session-cookie', webapp, ...(id === undefined ? {} : { id }) } as const;
  if (cookieFor === undefined) return out.note({ ...about, why: id === undefined ? 'none' : 'known' }, chain);
  if (!cookie.enabled) return out.note({ ...about, why: 'off', ...placed(places.cookies) }, chain);
  const set = sent.headers.some(([name, value]) => name === 'Set-Cookie' && value.startsWith(`${cookie.name}=`));
  out.note({ ...about, why: set ? 'new' : 'unfit' }, chain);
}

/** A page's text as a response. */
export function textAnswer(call: Call, body: string): HttpResponse {
  const { host, out } = call.duty;
  const answered = { status: 200, body, type: 'plain', setCookie: cookieOf(call) } as const;
  return respond(call.request.request, answered, out.wallClock, host.traits);
}

function cookieOf({ duty: { host, app, out }, request: { cookieFor, thread } }: Call) {
  const { cookie } = app.settings;
  if (cookieFor === undefined || !cookie.enabled) return undefined;
  const value = sessionCookie(cookie, cookieFor, out.wallClock, host.traits);
  const unfit = host.traits.servletPackage === 'jakarta' ? /[^\0-\xff]/u.exec(value)?.[0] : undefined;
  if (unfit === undefined) return value;
  logUnfit(value, unfit, workerThread(host, thread), out);
  return undefined;
}

/** Http11Processor.writeHeaders: a header with a character beyond Latin-1 is left out. */
function logUnfit(value: string, char: string, thread: string, out: Outbox) {
  const code = String(char.codePointAt(0)).replace(/\B(?=(\d{3})+$)/g, ',');
  const message = `The Unicode character [${char}] at code point [${code}] cannot be encoded as it is outside the permitted range of 0 to 255`;
  log(
    out,
    thread,
    'header-removed',
    { name: 'Set-Cookie', value },
    { class: 'java.lang.IllegalArgumentException', message },
  );
}

/** An error page as a response. */
export function pageAnswer(call: Call, status: number, message: string, thrown: Throwable | undefined) {
  const { host, out } = call.duty;
  const body = errorPage(status, message, thrown, host.traits);
  const type = body === '' ? 'none' : 'page';
  return respond(call.request.request, { status, body, type, setCookie: cookieOf(call) }, out.wallClock, host.traits);
}

/** 404 where there is no webapp; Tomcat 7 without a ROOT, and an unknown Host, have no page for it. */
export function nowhereAnswer({ request }: Running, empty: boolean, out: Outbox, { traits }: Tomcat): HttpResponse {
  const status = 404;
  const body = empty ? '' : errorPage(404, '', undefined, traits);
  return respond(
    request,
    { status, body, type: body === '' ? 'none' : 'page', setCookie: undefined },
    out.wallClock,
    traits,
  );
}

/** A thread that sleeps is interrupted: Tomcat 7 still sends what it wrote, as a 500. */
export function interrupted(host: Tomcat, request: Running, out: Outbox): void {
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
  answer(host, request, out);
}
