import type { Outbox } from '../engine/world.ts';
import type { Server } from './host.ts';

/** The one thread is busy for so many ms: nobody is heard or answered meanwhile. */
export function keepBusy(server: Server, ms: number, out: Outbox): void {
  if (ms <= 0) return;
  server.pausedUntil = Math.max(server.pausedUntil, out.now + ms);
  server.sleeping = true;
  arm(server, server.pausedUntil, out);
}

/** Makes sure that the periodic work (`periodic.ts`) is done at that time, at the latest. */
export function arm(server: Server, at: number, out: Outbox): void {
  const due = Math.max(at, out.now);
  if (server.wakesAt !== 0 && server.wakesAt <= due) return;
  server.wakesAt = due;
  out.timer('cron', due - out.now);
}
