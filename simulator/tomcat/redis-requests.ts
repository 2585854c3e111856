import type { Outbox } from '../engine/world.ts';
import { answer, pageAnswer } from './answer.ts';
import type { Running, Tomcat } from './host.ts';
import { cookieValues } from './http/cookie.ts';
import type { Throwable } from './java/value.ts';
import { log, workerThread } from './log/note.ts';
import { failOrphanValve } from './orphan-valve.ts';
import { callIn, callOf, conclude, serve, servlet } from './servlet.ts';
import { aboutOf } from './session/about.ts';
import { noteLookup } from './session/access.ts';
import { authenticatorFrames } from './session/redis/frames.ts';
import type { Worker } from './session/redis/jedis.ts';
import { afterRequest, findSession } from './session/redis/redis-manager.ts';
import { endStage, newRun, type Run } from './session/redis/run.ts';
import { JavaException, WAITING } from './session/redis/unwinding.ts';
import { type Call, type Outcome, thrown } from './webapp/call.ts';
import { wake } from './webapp/pages.ts';

/**
 * A request whose session is in Redis: Tomcat looks it up, the servlet runs, the Valve saves, and only then the answer
 * leaves. Goes on from where the thread waits, as far as it can.
 */
export function proceed(host: Tomcat, key: string, out: Outbox): void {
  const worker = workerOf(host, key, out);
  if (!worker) return lose(host, key, out);
  try {
    while (runStage(worker));
  } catch (unwound) {
    if (unwound === WAITING) return;
    // In the servlet it is caught there; beneath the look-up there is only Tomcat.
    if (!(unwound instanceof JavaException)) throw unwound;
    failLookUp(worker, unwound.thrown);
  }
}

/** The thread of a request, where its webapp is still there and has such a manager. */
export function workerOf(host: Tomcat, key: string, out: Outbox): Worker | undefined {
  const request = host.running.get(key);
  const app = request && host.webapps.get(request.app);
  const settings = app?.settings.manager;
  if (!request?.redis || !app?.redis || settings?.kind !== 'redis') return undefined;
  return { host, app, pool: app.redis, settings, key, request, thread: request.redis, out };
}

/** The webapp was taken away meanwhile. */
function lose(host: Tomcat, key: string, out: Outbox) {
  const request = host.running.get(key);
  host.running.delete(key);
  if (request && !request.gone)
    out.send(request.from, { type: 'closed', chain: request.chain, attempt: request.attempt, how: 'closed' });
}

/** Whether the next stage can follow at once. */
function runStage(worker: Worker): boolean {
  const { host, app, request, thread, key } = worker;
  const run = newRun(worker, worker.out.noting ? workerThread(host, request.thread) : '');
  const call = callIn(run);
  switch (thread.stage) {
    case 'lookup':
      lookUp(call, run);
      endStage(run, 'servlet');
      return true;
    case 'servlet':
      request.cookieFor = undefined;
      concludeStage(call, key, run, () => servlet(call));
      return false;
    case 'asleep':
      concludeStage(call, key, run, () => wake(call, request.page, request.saved));
      return false;
    case 'service':
      afterRequest(run);
      host.running.delete(key);
      if (app.settings.redisValves > 1) failOrphanValve(call);
      answer(host, request, worker.out);
      return false;
  }
}

function concludeStage(call: Call, key: string, run: Run, serve: () => Outcome) {
  call.session = run.locals.session?.valid ? run.locals.session : undefined;
  const outcome = served(serve);
  const asleep = typeof outcome === 'object' && outcome.kind === 'sleep';
  endStage(run, asleep ? 'asleep' : 'service');
  conclude(call, key, outcome);
}

/** An exception of the manager leaves the servlet as any other does. */
function served(serve: () => Outcome): Outcome {
  try {
    return serve();
  } catch (unwound) {
    if (unwound instanceof JavaException) return thrown(unwound.thrown);
    throw unwound;
  }
}

/**
 * Tomcat's own look-up (CoyoteAdapter, AuthenticatorBase), for every request with an id. An unknown id is asked for
 * twice; of several cookies each but the last is asked for first.
 */
function lookUp({ duty, request }: Call, run: Run): void {
  const { cookie } = duty.app.settings;
  const ids = cookie.enabled ? cookieValues(request.request.headers, cookie.name, duty.host.traits) : [];
  const first = ids.length > 0 ? ids[0] : request.requestedId;
  if (first === undefined) return;
  request.requestedId = first;
  request.fromCookie = ids.length > 0;
  request.fromUrl = ids.length === 0;
  for (let i = 1; i < ids.length; i++) if (!find(run, request)) request.requestedId = ids[i];
  const session = find(run, request) ?? find(run, request);
  request.session = session?.id;
  if (duty.out.noting) noteLookup(duty, request, session);
}

const find = (run: Run, { requestedId = '' }: Running) => findSession(run, requestedId, authenticatorFrames);

/** Redis could not be asked: a 500 comes of it, whatever the page. */
function failLookUp(worker: Worker, thrown: Throwable) {
  const { host, app, request, out } = worker;
  const run = newRun(worker, workerThread(host, request.thread));
  const call: Call = { ...callOf(host, app, request, out), run };
  log(out, call.duty.thread, 'request-exception', { uri: `${request.app}${request.page}` }, thrown);
  if (out.noting) {
    const about = { ...aboutOf(app), id: request.requestedId ?? '', thrown };
    out.note({ kind: 'redis-lookup-failed', ...about }, request.chain);
  }
  request.response = pageAnswer(call, 500, thrown.message ?? '', thrown);
  endStage(run, 'service');
  serve(host, worker.key, request, out);
}
