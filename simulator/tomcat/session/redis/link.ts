import type { Connection, Outbox } from '../../../engine/world.ts';
import type { Link, RedisPool } from './state.ts';

/** Writes a command to a connection. */
export function send(link: Link, connection: Connection, argv: readonly string[], chain: string, out: Outbox): void {
  const source = sourceFor(link.address, out.addresses());
  out.send(link.address, { type: 'commands', chain, connection, source, commands: [[...argv]] });
}

/** The own address that the kernel takes: to the machine itself, the one that is called. */
function sourceFor(address: string, own: readonly string[]) {
  if (address.startsWith('127.')) return '127.0.0.1';
  const called = address.slice(0, address.lastIndexOf(':')).replace(/[[\]]/g, '');
  return own.includes(called) ? called : (own.find((address) => !/^(127\.|::1$)/.test(address)) ?? called);
}

/** A connection is no more; the other end is told, if it has not gone itself. */
export function drop(pool: RedisPool, connection: Connection, out: Outbox): void {
  const link = pool.links.get(connection);
  pool.links.delete(connection);
  pool.idle = pool.idle.filter((other) => other !== connection);
  if (link && !link.closed) out.send(link.address, { type: 'disconnected', chain: '', connection });
}
