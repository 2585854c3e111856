import type { RedisClient } from './host.ts';

/** Ends a transaction: the queue is forgotten. */
export function leaveTransaction(client: RedisClient): void {
  client.queue = null;
  client.queueFlags = '';
  client.queueBroken = false;
}
