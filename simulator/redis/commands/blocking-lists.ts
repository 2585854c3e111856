import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { arm } from '../cron.ts';
import { find, put, remove } from '../keyspace.ts';
import { bulk, bulks, error, NIL, NIL_ARRAY, WRONG_TYPE } from '../replies.ts';

/** Taking an element from a list, and waiting for one while there is none (t_list.c). */
export const blockingCommands: Record<string, Handler> = {
  blpop: (call) => wait(call, call.argv.slice(1, -1)),
  brpop: (call) => wait(call, call.argv.slice(1, -1)),
  brpoplpush: (call) => wait(call, [arg(call, 1)]),
};

/** 7.0.15 takes fractions of a second. */
function wait(call: Call, keys: readonly string[]): Reply | null {
  const { host, client, server, argv, chain, out } = call;
  const text = argv.at(-1) ?? '';
  const old = host.version === '3.2.1';
  const pattern = old ? /^[+-]?\d+$/ : /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
  if (!pattern.test(text)) return error(`ERR timeout is not ${old ? 'an integer' : 'a float'} or out of range`);
  const seconds = Number(text);
  if (seconds < 0) return error('ERR timeout is negative');
  const reply = tryBlocking(call);
  if (reply) return reply;
  // In a transaction nobody waits.
  if (call.inTransaction) return argv[0]?.toLowerCase() === 'brpoplpush' ? NIL : NIL_ARRAY;
  const until = seconds === 0 ? null : out.now + Math.ceil(seconds * 1000);
  client.blocked = { argv, keys, until, chain };
  if (until !== null) arm(server, until, out);
  return null;
}

/** The answer, if there is an element to take by now. */
export function tryBlocking(call: Call): Reply | undefined {
  const name = (call.argv[0] ?? '').toLowerCase();
  const keys = name === 'brpoplpush' ? [arg(call, 1)] : call.argv.slice(1, -1);
  for (const key of keys) {
    const entry = find(call, key);
    if (!entry) continue;
    if (entry.type !== 'list') return WRONG_TYPE;
    const target = name === 'brpoplpush' ? find(call, arg(call, 2)) : undefined;
    if (target && target.type !== 'list') return WRONG_TYPE;
    const taken = take(call, key, entry.value, entry.expireAt, name === 'blpop' ? 0 : -1);
    if (name !== 'brpoplpush') return bulks([key, taken]);
    // Read again: it may be the same list.
    const into = find(call, arg(call, 2));
    put(
      call,
      arg(call, 2),
      { type: 'list', value: [taken, ...(into?.type === 'list' ? into.value : [])] },
      into?.expireAt ?? null,
    );
    return bulk(taken);
  }
  return undefined;
}

function take(call: Call, key: string, items: readonly string[], expireAt: number | null, at: 0 | -1): string {
  const taken = items.at(at) ?? '';
  if (items.length === 1) remove(call, key);
  else put(call, key, { type: 'list', value: at === 0 ? items.slice(1) : items.slice(0, -1) }, expireAt);
  return taken;
}
