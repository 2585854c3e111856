import type { HttpResponse } from '../core/http.ts';
import type { Outbox } from '../engine/world.ts';
import type { Nginx, Worker } from './worker.ts';

/** Who is at work in this step. */
export interface Turn {
  nginx: Nginx;
  worker: Worker;
  out: Outbox;
}

/** How proxying went on: a status for nginx's own page, the backend's answer, or `undefined`: still waiting. */
export type Outcome = number | HttpResponse | undefined;
