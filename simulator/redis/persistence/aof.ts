import type { Outbox } from '../../engine/world.ts';
import type { Redis, Server } from '../host.ts';
import { startRewrite } from './child.ts';
import { aofPath, writeTo } from './files.ts';
import { snapshot } from './snapshot.ts';

/**
 * What the append only file holds when the process is no more. It is written after every command and the kernel keeps
 * it, so kill -9 loses nothing of it: replayed, it gives the databases as they were.
 */
export function leaveAof(host: Redis, server: Server): void {
  if (!server.settings.appendonly) return;
  const path = aofPath(host, server);
  // Deleted while it was open: what is written then is lost with the process.
  if (!host.disk.has(path)) return;
  writeTo(host, path, { kind: 'aof', databases: snapshot(server), appending: true });
}

/** An empty append only file is begun at start, and by CONFIG SET appendonly yes, which writes down what there is. */
export function beginAof(host: Redis, server: Server): void {
  const path = aofPath(host, server);
  if (host.disk.get(path)?.kind !== 'aof')
    writeTo(host, path, { kind: 'aof', databases: snapshot(server), appending: true });
}

/** BGREWRITEAOF: at once, or when the child is free. False: one is running already. */
export function rewrite(host: Redis, server: Server, out: Outbox): 'started' | 'scheduled' | 'running' {
  if (server.child?.kind === 'aof') return 'running';
  if (server.child) {
    server.rewriteScheduled = true;
    return 'scheduled';
  }
  startRewrite(host, server, out);
  return 'started';
}
