import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { matches } from '../glob.ts';
import { databaseOf, find, isDead, read, remove } from '../keyspace.ts';
import { bulks, integer, status } from '../replies.ts';

/** Commands on keys of any type. */
export const keyCommands: Record<string, Handler> = {
  del: removeAll,
  unlink: removeAll,
  exists: (call) => integer(call.argv.slice(1).filter((key) => read(call, key)).length),
  type: (call) => status(find(call, arg(call, 1))?.type ?? 'none'),
  keys,
  dbsize: (call) => integer(databaseOf(call).entries.size),
};

function removeAll(call: Call): Reply {
  let removed = 0;
  for (let i = 1; i < call.argv.length; i++) if (remove(call, arg(call, i))) removed++;
  return integer(removed);
}

/** 3.2.1 deletes the dead keys that it meets, 7.0.15 only hides them. */
function keys(call: Call): Reply {
  const pattern = arg(call, 1);
  const found: string[] = [];
  for (const [key, entry] of databaseOf(call).entries) {
    if (!matches(pattern, key)) continue;
    if (call.host.version === '3.2.1' ? find(call, key) : !isDead(entry, call.out.now)) found.push(key);
  }
  return bulks(found);
}
