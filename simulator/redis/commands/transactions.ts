import type { Reply } from '../../core/resp.ts';
import type { Call, Handler } from '../call.ts';
import { perform } from '../execute.ts';
import { databaseOf, isDead } from '../keyspace.ts';
import { lookUp } from '../lookup.ts';
import { array, error, NIL_ARRAY, OK } from '../replies.ts';
import { leaveTransaction } from '../transaction.ts';

/** MULTI and its kin (multi.c). */
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
  exec,
  watch,
  unwatch(call) {
    unwatch(call);
    return OK;
  },
};

function exec(call: Call): Reply | null {
  const { client } = call;
  const { queue, queueBroken } = client;
  if (!queue) return error('ERR EXEC without MULTI');
  const stale = isStale(call);
  leaveTransaction(client);
  unwatch(call);
  if (queueBroken) return error('EXECABORT Transaction discarded because of previous errors.');
  return stale ? NIL_ARRAY : performAll(call, queue, []);
}

/** Does queued commands one after another. No answer yet where one of them is worked out elsewhere: it goes on later. */
export function performAll(call: Call, queue: readonly (readonly string[])[], replies: Reply[]): Reply | null {
  const { host, server, client } = call;
  for (const [index, argv] of queue.entries()) {
    const found = lookUp(host, server, argv);
    if ('refusal' in found) throw new Error(`${argv[0]} was queued and is unknown`);
    const outcome = perform({ ...call, db: client.db, argv, inTransaction: true }, found.spec);
    if (outcome === null && server.computing) {
      server.computing.transaction = { replies, rest: queue.slice(index + 1) };
      return null;
    }
    if (Array.isArray(outcome)) replies.push(...outcome);
    else if (outcome) replies.push(outcome);
  }
  return array(replies);
}

/** 7.0.15 also sees that a watched key's time is over meanwhile. */
function isStale({ host, server, client, out }: Call): boolean {
  if (client.watchBroken) return true;
  if (host.version === '3.2.1') return false;
  return client.watched.some(({ db, key, wasDead }) => {
    const entry = server.databases[db]?.entries.get(key);
    return !wasDead && entry !== undefined && isDead(entry, out.now);
  });
}

function watch(call: Call): Reply {
  const { server, client, argv, db, out } = call;
  if (client.queue) return error('ERR WATCH inside MULTI is not allowed');
  if (client.watched.length === 0) server.watching++;
  const more = argv.slice(1).map((key) => {
    const entry = databaseOf(call).entries.get(key);
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
