import { pageAnswer } from './answer.ts';
import { reasonOf } from './http/status.ts';
import type { Throwable } from './java/value.ts';
import { log } from './log/note.ts';
import { orphanValveFrames } from './session/redis/frames.ts';
import type { Call } from './webapp/call.ts';

/**
 * A RedisSessionHandlerValve that no manager has attached itself to fails after every request. What the servlet wrote
 * stays the body, now of a 500; where there is none yet, the page with the exception is.
 */
export function failOrphanValve(call: Call): void {
  const { duty, request } = call;
  const { response } = request;
  if (!response) return;
  log(duty.out, duty.thread, 'request-exception', { uri: `${request.app}${request.page}` }, orphaned);
  const written = response.headers.some(([name, value]) => name === 'Content-Type' && value.startsWith('text/plain'));
  request.response = written
    ? { ...response, status: 500, reason: response.reason === '' ? '' : reasonOf(500) }
    : pageAnswer(call, 500, orphaned.message ?? '', orphaned);
}

const manager = 'com.orangefunction.tomcat.redissessions.RedisSessionManager';

const orphaned: Throwable = {
  class: 'java.lang.NullPointerException',
  message: `Cannot invoke "${manager}.afterRequest()" because "this.manager" is null`,
  frames: orphanValveFrames,
};
