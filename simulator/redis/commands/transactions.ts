import type { Reply } from '../../core/resp.ts';
import { valueAt } from '../../core/shared-map.ts';
import type { Call, Handler } from '../call.ts';
import { databaseOf, isDead } from '../keyspace.ts';
import { error, OK } from '../replies.ts';
import { leaveTransaction } from '../transaction.ts';

/** MULTI and its kin (multi.c); EXEC is `exec.ts`. */
export const transactionCommands: Record<string, Handler> = {
  multi({ client }) {
    if (client.queue) return error('ERR MULTI calls can not be nested');
    client.queue = [];
    return OK;
  },
  discard(call) {
    if (!call.client.queue) return error('ERR DISCARD without MULTI');
    leaveTransaction(call.client);
    unwatch(call);
    return OK;
  },
  watch,
  unwatch(call) {
    unwatch(call);
    return OK;
  },
};

function watch(call: Call): Reply {
  const { server, client, argv, db, out } = call;
  if (client.queue) return error('ERR WATCH inside MULTI is not allowed');
  if (client.watched.length === 0) server.watching++;
  const more = argv.slice(1).map((key) => {
    const entry = valueAt(databaseOf(call).entries, key);
    return { db, key, wasDead: entry !== undefined && isDead(entry, out.now) };
  });
  client.watched = [...client.watched, ...more];
  return OK;
}

/** Watches no key any more. */
export function unwatch({ server, client }: Pick<Call, 'server' | 'client'>): void {
  if (client.watched.length > 0) server.watching--;
  client.watched = [];
  client.watchBroken = false;
}
