import type { Message, Outbox, Signal } from '../engine/world.ts';
import type { Redis, Server } from './host.ts';
import { type ServerEvent, serverLifecycle } from './lifecycle.ts';
import { log, writeLine } from './log.ts';
import { leaveAof } from './persistence/aof.ts';
import { lostWith } from './persistence/lost.ts';
import { save } from './persistence/save.ts';

/** What a signal does: the terminal's Ctrl-C and Ctrl-Z, `kill`, a closed window. */
export function signalled(host: Redis, signal: Signal, out: Outbox): void {
  switch (signal) {
    case 'SIGINT':
    case 'SIGTERM':
      if (!serverLifecycle.can(host.mode, 'exit')) return;
      writeLine(
        host,
        `${host.pid}:signal-handler (${Math.floor(out.wallClock / 1000)}) Received ${signal} scheduling shutdown...`,
        host.server?.settings.logfile ?? '',
        out,
      );
      return void shutDown(host, 'usual', out);
    case 'SIGKILL':
      return crash(host, 9, out);
    case 'SIGQUIT':
      return crash(host, 3, out);
    case 'SIGHUP':
      // Ignored: closing the terminal does not stop it.
      if (host.server) host.server.terminal = null;
      return;
    case 'SIGTSTP':
    case 'SIGSTOP':
      return enter(host, 'hang', out);
    case 'SIGCONT':
      return enter(host, 'resume', out);
  }
}

/**
 * The orderly end (prepareForShutdown): the last snapshot, if there are save points or it was asked for. False: it
 * could not be written, and the server goes on.
 */
export function shutDown(host: Redis, how: 'usual' | 'save' | 'nosave' | 'force', out: Outbox): boolean {
  const { server } = host;
  if (!server) return false;
  log(host, '#', 'User requested shutdown...', out);
  if (server.child) {
    log(host, '#', killed[server.child.kind], out);
    server.child = null;
  }
  const { settings } = server;
  if (settings.appendonly) log(host, '*', 'Calling fsync() on the AOF file.', out);
  const wanted = how === 'save' || (how !== 'nosave' && settings.save.length > 0);
  if (wanted && host.mode !== 'loading') {
    log(host, '*', 'Saving the final RDB snapshot before exiting.', out);
    if (!save(host, server, 'shutdown', out)) {
      log(host, '#', `Error trying to save the DB, ${how === 'force' ? 'exiting anyway' : "can't exit"}.`, out);
      if (how !== 'force') return false;
    }
  }
  if (settings.daemonize || settings.pidfile !== '') log(host, '*', 'Removing the pid file.', out);
  log(host, '#', 'Redis is now ready to exit, bye bye...', out);
  die(host, 0, 'exit', out);
  return true;
}

const killed = {
  rdb: 'There is a child saving an .rdb. Killing it!',
  aof: 'There is a child rewriting the AOF. Killing it!',
} as const;

/** Killed by a signal: no last word. The shell sees 128 and the signal's number. */
export function crash(host: Redis, signal: number, out: Outbox): void {
  if (serverLifecycle.can(host.mode, 'crash')) die(host, 128 + signal, 'crash', out);
}

/** The process is gone: the kernel closes its sockets and resets its connections. */
function die(host: Redis, code: number, event: 'exit' | 'crash', out: Outbox): void {
  const { server } = host;
  if (!server) return;
  out.unbind();
  if (host.mode !== 'loading') leaveAof(host, server);
  if (out.noting) noteLost(host, server, out);
  for (const { connection, peer } of server.clients.values()) {
    host.broken.add(connection);
    out.send(peer, { type: 'disconnected', chain: '', connection });
  }
  const waiting = host.inbox;
  host.inbox = [];
  host.server = null;
  host.exitCode = code;
  enter(host, event, out);
  if (server.terminal && !server.settings.daemonize) out.send(server.terminal, { type: 'exited', code });
  for (const message of waiting) reset(host, message, out);
}

function noteLost(host: Redis, server: Server, out: Outbox) {
  const { lost, older } = lostWith(host, server);
  if (lost.length + older.length > 0) out.note({ kind: 'redis-memory-lost', lost, older });
}

/** Answers a message on a connection that is no more. */
export function reset(host: Redis, { from, body }: Message, out: Outbox): void {
  if (body.type !== 'commands' && body.type !== 'bytes') return;
  host.broken.delete(body.connection);
  out.send(from, { type: 'disconnected', chain: body.chain, connection: body.connection });
}

/** Follows an arrow of the chart, if there is one. */
export function enter(host: Redis, event: ServerEvent, out: Outbox): void {
  const mode = serverLifecycle.next(host.mode, event);
  if (mode === host.mode) return;
  host.mode = mode;
  if (out.noting) out.note({ kind: 'redis-mode', mode });
}
