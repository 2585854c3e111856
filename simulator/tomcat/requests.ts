import { ownAt } from '../core/shared-map.ts';
import type { Outbox } from '../engine/world.ts';
import { answer, nowhereAnswer } from './answer.ts';
import type { Running, Tomcat, Waiting } from './host.ts';
import { NOWHERE, route } from './http/route.ts';
import { failOrphanValve } from './orphan-valve.ts';
import { proceed } from './redis-requests.ts';
import { callOf, conclude, serve, servlet } from './servlet.ts';
import { endAccess, findSession } from './session/access.ts';
import { newThread } from './session/redis/state.ts';
import { wake } from './webapp/pages.ts';

/** A worker thread takes a request: finds webapp and session, runs the servlet. */
export function accept(host: Tomcat, waiting: Waiting, out: Outbox): void {
  const request = route(host, waiting);
  const app = host.webapps.get(request.app);
  const key = keyOf(waiting);
  host.running.set(key, request);
  if (!app?.available || request.app === NOWHERE) {
    const empty = request.app === NOWHERE || (!host.traits.brackets && !host.webapps.get('')?.available);
    request.response = nowhereAnswer(request, empty, out, host);
    return serve(host, key, request, out);
  }
  if (app.redis) {
    request.redis = newThread();
    return proceed(host, key, out);
  }
  const call = callOf(host, app, request, out);
  findSession(call.duty, request);
  call.session = request.session === undefined ? undefined : ownAt(app.sessions, request.session);
  conclude(call, key, servlet(call));
}

/** Under which a request is kept; a caller may try again while its first attempt still runs. */
export const keyOf = ({ chain, attempt }: { chain: string; attempt: number }): string =>
  attempt === 1 ? chain : `${chain}#${attempt}`;

/** The servlet's thread comes back. */
export function finish(host: Tomcat, key: string, out: Outbox): void {
  const request = host.running.get(key);
  if (!request) return;
  if (request.redis) return proceed(host, key, out);
  const app = host.webapps.get(request.app);
  if (request.response === undefined && app) {
    const call = callOf(host, app, request, out);
    call.session = request.session === undefined ? undefined : ownAt(app.sessions, request.session);
    return conclude(call, key, wake(call, request.page, request.saved));
  }
  host.running.delete(key);
  if (app) endAccess(host, app, request, out);
  if (app?.available && app.settings.redisValves > 0) failOrphanValve(callOf(host, app, request, out));
  send(host, request, out);
}

/** The answer; where its webapp was taken away while the servlet slept, the end of the connection. */
function send(host: Tomcat, request: Running, out: Outbox) {
  if (request.response) return answer(host, request, out);
  if (!request.gone)
    out.send(request.from, { type: 'closed', chain: request.chain, attempt: request.attempt, how: 'closed' });
}
