import type { Behaviour, Outbox } from '../engine/world.ts';
import { forget } from './clients.ts';
import { computed } from './computing.ts';
import { arm } from './cron.ts';
import { forkRedis, type Redis } from './host.ts';
import { mindsOrder, redisKey } from './key.ts';
import { serverLifecycle } from './lifecycle.ts';
import { periodic } from './periodic.ts';
import { reset, signalled } from './process.ts';
import { receive, resumeWaiting } from './serve.ts';
import { loaded, start, usualLaunch } from './start.ts';

export type { RedisVersion } from './commands/table.ts';
export { type Computed, taskIn } from './computing.ts';
export { newRedis, type Redis } from './host.ts';
export type { RedisNote } from './notes.ts';

/**
 * redis-server, as versions 3.2.1 and 7.0.15 behave. Of power, `stop` and `quit` are SIGTERM, `crash` kill -9, `hang`
 * and `resume` SIGSTOP and SIGCONT; `start` is `./src/redis-server ./redis.conf` in the folder where it was unpacked.
 * A shell starts it with arguments of its own (`execute`), signals it, and gets its output and its end.
 */
export const redis: Behaviour<Redis> = {
  receive(host, message, out) {
    const { body, from } = message;
    if (body.type === 'execute') return start(host, { ...body, terminal: from }, out);
    if (body.type === 'signal') {
      signalled(host, body.signal, out);
      return goOn(host, out);
    }
    if (body.type === 'computed') {
      if (host.server) computed(host, host.server, body.computed, out);
      return goOn(host, out);
    }
    if (reads(host, out)) {
      if (body.type === 'disconnected') leave(host, body.connection, out);
      else receive(host, message, out);
    } else if (body.type === 'disconnected' && isPaused(host)) giveUp(host, body.connection, out);
    else if (host.server) host.inbox.push(message);
    else reset(host, message, out);
  },

  fire(host, timer, out) {
    const { server } = host;
    if (!server || timer.at !== server.wakesAt) return;
    // A process that stands still does nothing by itself; it looks at the clock again when it goes on.
    if (host.mode !== 'running' && host.mode !== 'loading') {
      server.wakesAt = 0;
      return;
    }
    if (server.pausedUntil !== 0 && server.pausedUntil <= out.now) server.pausedUntil = 0;
    if (host.mode === 'loading') {
      server.wakesAt = 0;
      loaded(host, server, out);
    } else periodic(host, server, out);
    catchUp(host, out);
  },

  power(host, event, out) {
    switch (event) {
      case 'start':
        return start(host, usualLaunch(host), out);
      case 'stop':
      case 'quit':
        return signalled(host, 'SIGTERM', out);
      case 'crash':
        return signalled(host, 'SIGKILL', out);
      case 'hang':
        return signalled(host, 'SIGTSTP', out);
      case 'resume':
        signalled(host, 'SIGCONT', out);
        return goOn(host, out);
    }
  },

  edit(host, file, text) {
    const { [file]: _, ...others } = host.files;
    host.files = text === null ? others : { ...others, [file]: text };
    host.disk.delete(file);
  },

  visit() {},
  fork: forkRedis,
  key: redisKey,
  mindsOrder,
};

/** The process may run again: clocks that have run out are looked at, then what came meanwhile. */
function goOn(host: Redis, out: Outbox): void {
  const { server } = host;
  if (server && host.mode === 'running') arm(server, out.now, out);
  catchUp(host, out);
}

/** What waited for the server goes on: first those who had written more, then what came since. */
function catchUp(host: Redis, out: Outbox): void {
  if (host.server) resumeWaiting(host, host.server, out);
  readInbox(host, out);
}

/** Whether the process looks at what comes: it runs, and is not in a sleep or pause. */
const reads = (host: Redis, out: Outbox) =>
  serverLifecycle.has(host.mode, 'reading') && (host.server?.pausedUntil ?? 0) <= out.now;

/** CLIENT PAUSE: unlike in a sleep, sockets are read and who goes is noticed; only commands wait. */
const isPaused = ({ mode, server }: Redis) => serverLifecycle.has(mode, 'reading') && server?.sleeping === false;

/** A client that goes during a pause takes its commands with it. */
function giveUp(host: Redis, connection: string, out: Outbox): void {
  host.inbox = host.inbox.filter(({ body }) => body.type !== 'commands' || body.connection !== connection);
  leave(host, connection, out);
}

/** What came while nobody read, in its order. */
function readInbox(host: Redis, out: Outbox): void {
  while (host.inbox.length > 0 && reads(host, out)) {
    const [message] = host.inbox.splice(0, 1);
    if (message?.body.type === 'disconnected') leave(host, message.body.connection, out);
    else if (message) receive(host, message, out);
  }
}

/** A client has closed its connection. */
function leave(host: Redis, connection: string, out: Outbox): void {
  host.broken.delete(connection);
  const client = host.server?.clients.get(connection);
  if (host.server && client) forget(host.server, client, 'client', out);
}
