import type { Reply } from '../core/resp.ts';
import { valueAt } from '../core/shared-map.ts';
import type { Call } from './call.ts';
import { unwatch } from './commands/transactions.ts';
import { perform } from './execute.ts';
import { isDead } from './keyspace.ts';
import { lookUp } from './lookup.ts';
import { showCommand } from './monitor.ts';
import { array, error, NIL_ARRAY } from './replies.ts';
import { leaveTransaction } from './transaction.ts';

/** EXEC: does what was queued. */
export function exec(call: Call): Reply | null {
  const { client } = call;
  const { queue, queueBroken } = client;
  if (!queue) return error('ERR EXEC without MULTI');
  const stale = isStale(call);
  leaveTransaction(client);
  unwatch(call);
  if (queueBroken) return error('EXECABORT Transaction discarded because of previous errors.');
  // 3.2.1 shows EXEC after what it did.
  const reply = stale ? NIL_ARRAY : performAll(call, queue, []);
  if (call.server.monitors > 0 && call.host.version === '3.2.1') showCommand(call);
  return reply;
}

/** Does queued commands one after another. No answer yet where one of them is worked out elsewhere: it goes on later. */
export function performAll(call: Call, queue: readonly (readonly string[])[], replies: Reply[]): Reply | null {
  const { host, server, client } = call;
  for (const [index, argv] of queue.entries()) {
    const spec = lookUp(host, server, argv);
    if ('refusal' in spec) throw new Error(`${argv[0]} was queued and is unknown`);
    const outcome = perform({ ...call, db: client.db, argv, inTransaction: true }, spec);
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
    const entries = server.databases[db]?.entries;
    const entry = entries && valueAt(entries, key);
    return !wasDead && entry !== undefined && isDead(entry, out.now);
  });
}
