import type { Outbox } from '../engine/world.ts';
import { answer, nowhereAnswer, pageAnswer, textAnswer } from './answer.ts';
import { armForSession } from './background.ts';
import type { Running, Tomcat, Waiting, Webapp } from './host.ts';
import { NOWHERE, route } from './http/route.ts';
import type { Throwable } from './java/value.ts';
import { log, workerThread } from './log/note.ts';
import { endAccess, findSession } from './session/access.ts';
import type { Call, Outcome } from './webapp/call.ts';
import { missingServlet } from './webapp/missing.ts';
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
    request.response = nowhereAnswer(request, empty, out, host);
    return work(host, key, request, SERVICE_TIME, out);
  }
  const call = callOf(host, app, request, out);
  findSession(call.duty, request);
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
  if (request.response) return answer(host, request, out);
  // Its webapp was taken away while the servlet slept.
  if (!request.gone)
    out.send(request.from, { type: 'closed', chain: request.chain, attempt: request.attempt, how: 'closed' });
}

function callOf(host: Tomcat, app: Webapp, request: Running, out: Outbox): Call {
  const { target } = request.request;
  const question = target.indexOf('?');
  const thread = out.noting ? workerThread(host, request.thread) : '';
  const query = question < 0 ? '' : target.slice(question + 1);
  return { duty: { host, app, thread, out }, request, query, session: undefined };
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

/** Turns what came of the servlet into an answer, and lets the thread work on it for a while. */
function conclude(call: Call, key: string, outcome: Outcome): void {
  const { duty, request } = call;
  const { host, out } = duty;
  const { session } = call;
  if (session) armForSession(host, duty.app, session, out);
  if (typeof outcome === 'string') {
    request.response = textAnswer(call, outcome);
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

function work(host: Tomcat, key: string, { chain }: Running, ms: number, out: Outbox) {
  out.send(host.name, { type: 'work', chain, what: key }, ms);
}
