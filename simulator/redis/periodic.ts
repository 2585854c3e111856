import type { Outbox } from '../engine/world.ts';
import { giveUp } from './blocking.ts';
import { close } from './clients.ts';
import { arm } from './cron.ts';
import type { Redis, Server } from './host.ts';
import { expireAll, saveDelay } from './keyspace.ts';
import { log } from './log.ts';
import { finishChild, startRewrite, startSave } from './persistence/child.ts';

/** serverCron, of which only what is due is done. */
export function periodic(host: Redis, server: Server, out: Outbox): void {
  server.wakesAt = 0;
  if (host.mode === 'running') {
    if (server.child && server.child.doneAt <= out.now) finishChild(host, server, out);
    if (server.rewriteScheduled && !server.child) startRewrite(host, server, out);
    savePoints(host, server, out);
    closeIdle(host, server, out);
    for (const client of [...server.clients.values()])
      if (client.blocked?.until !== undefined && client.blocked.until !== null && client.blocked.until <= out.now)
        giveUp(host, server, client, out);
  }
  rearm(host, server, out);
}

/** Sets the alarm for whatever is due next. Also wanted after a change of settings. */
export function rearm(host: Redis, server: Server, out: Outbox): void {
  const { settings, dirty, child, clients } = server;
  const due: number[] = [];
  if (server.activeExpire) {
    const next = expireAll({ host, server, out });
    if (next !== null) due.push(next);
  }
  if (child) due.push(child.doneAt);
  else
    for (const { seconds, changes } of settings.save)
      if (dirty >= changes) due.push(Math.max(server.savedAt + saveDelay(seconds), server.triedAt + RETRY));
  for (const client of clients.values()) {
    if (settings.timeout > 0) due.push(client.lastAt + saveDelay(settings.timeout));
    if (client.blocked?.until !== undefined && client.blocked.until !== null) due.push(client.blocked.until);
  }
  if (due.length > 0)
    arm(
      server,
      due.reduce((a, b) => Math.min(a, b)),
      out,
    );
}

/** A failed BGSAVE is not tried again before (ms). */
const RETRY = 5000;

function savePoints(host: Redis, server: Server, out: Outbox): void {
  if (server.child) return;
  const { now } = out;
  const point = server.settings.save.find(
    ({ seconds, changes }) => server.dirty >= changes && now >= server.savedAt + saveDelay(seconds),
  );
  if (!point || (server.saveFailed && now < server.triedAt + RETRY)) return;
  log(host, '*', `${point.changes} changes in ${point.seconds} seconds. Saving...`, out);
  startSave(host, server, out);
}

/** `timeout`: those who were silent longer are closed; subscribers and the blocked are not. */
function closeIdle(host: Redis, server: Server, out: Outbox): void {
  const { timeout } = server.settings;
  if (timeout === 0) return;
  for (const client of [...server.clients.values()]) {
    const subscribed = client.channels.length + client.patterns.length > 0;
    if (subscribed || client.blocked || client.monitor) continue;
    if (out.now >= client.lastAt + saveDelay(timeout)) close(host, server, client, 'idle', out);
  }
}
