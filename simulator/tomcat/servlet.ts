import type { Outbox } from '../engine/world.ts';
import { flush, pageAnswer, textAnswer } from './answer.ts';
import { armForSession } from './background.ts';
import type { Running, Tomcat, Webapp } from './host.ts';
import type { Throwable } from './java/value.ts';
import { log, workerThread } from './log/note.ts';
import type { Run } from './session/redis/run.ts';
import type { Call, Outcome } from './webapp/call.ts';
import { missingServlet } from './webapp/missing.ts';
import { pages } from './webapp/pages.ts';

/** What a page of the webapp takes (ms): a thread works on it, and a crash meanwhile cuts the answer. */
const SERVICE_TIME = 2;

/** One call of the webapp for a request. */
export function callOf(host: Tomcat, app: Webapp, request: Running, out: Outbox): Call {
  const thread = out.noting ? workerThread(host, request.thread) : '';
  return { duty: { host, app, thread, out }, request, query: queryOf(request), session: undefined };
}

/** The call of a thread that keeps its sessions in Redis. */
export const callIn = (run: Run): Call => {
  const { request } = run.worker;
  return { duty: run.duty, request, query: queryOf(request), session: undefined, run };
};

function queryOf({ request: { target } }: Running): string {
  const question = target.indexOf('?');
  return question < 0 ? '' : target.slice(question + 1);
}

/** Runs the servlet that the request is for. */
export function servlet(call: Call): Outcome {
  const { duty, request } = call;
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
export function conclude(call: Call, key: string, outcome: Outcome): void {
  const { duty, request } = call;
  const { host, out } = duty;
  const { session } = call;
  if (session && !call.run) armForSession(host, duty.app, session, out);
  if (typeof outcome === 'string') {
    request.response = textAnswer(call, outcome);
    return serve(host, key, request, out);
  }
  switch (outcome.kind) {
    case 'sleep':
      request.saved = outcome.saved;
      if (outcome.flushed !== undefined) flush(call, outcome.flushed);
      return work(host, key, request, outcome.ms, out);
    case 'error':
      request.response = pageAnswer(call, outcome.status, outcome.message, undefined);
      return serve(host, key, request, out);
    case 'thrown':
      if (!outcome.thrown.frames?.some((frame) => frame.includes('AuthenticatorBase'))) logThrown(call, outcome.thrown);
      request.response = pageAnswer(call, 500, outcome.thrown.message ?? '', outcome.thrown);
      return serve(host, key, request, out);
    case 'cut':
      logThrown(call, outcome.thrown);
      host.running.delete(key);
      out.send(request.from, { type: 'closed', chain: request.chain, attempt: request.attempt, how: 'closed' });
  }
}

function logThrown({ duty: { app, thread, out } }: Call, exception: Throwable) {
  const values = { servlet: 'demo', path: app.settings.path };
  const { cause } = exception;
  const wraps = exception.class.endsWith('.servlet.ServletException');
  if (cause && wraps) log(out, thread, 'servlet-exception', { ...values, wrapped: exception.message ?? '' }, cause);
  else log(out, thread, 'servlet-exception', values, exception);
}

/** The thread works on the answer, for as long as its part of the processor makes it take. */
export function serve(host: Tomcat, key: string, request: Running, out: Outbox): void {
  work(host, key, request, SERVICE_TIME * host.slowness, out);
}

/** The thread is busy or asleep for a while; then `finish` hears of it. */
function work(host: Tomcat, key: string, { chain }: Running, ms: number, out: Outbox) {
  out.send(host.name, { type: 'work', chain, what: key }, ms);
}
