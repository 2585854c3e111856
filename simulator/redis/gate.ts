import type { Reply } from '../core/resp.ts';
import type { Call } from './call.ts';
import { mayRun } from './commands/acl-rules.ts';
import type { CommandSpec, RedisVersion } from './commands/table.ts';
import { evict, isFull } from './memory.ts';
import type { Refusal } from './notes.ts';
import { error, NO_AUTH } from './replies.ts';

/**
 * Why a command that exists is not performed, if so: the order of processCommand (server.c), from the password on.
 */
export function deny(call: Call, spec: CommandSpec): { reply: Reply; refusal: Refusal } | undefined {
  const { host, server, client } = call;
  const today = host.version === '7.0.15';
  // A transaction is judged by what is in it.
  const flags = today && spec.name === 'exec' ? spec.flags + client.queueFlags : spec.flags;
  if (!client.authenticated && asksForPassword(call) && !openToAll.has(spec.name))
    return { reply: NO_AUTH, refusal: 'noauth' };
  if (today && server.users.size > 0) {
    const denied = mayRun(call, spec);
    if (denied) return { reply: denied, refusal: 'noperm' };
  }
  if (server.settings.maxmemory > 0) {
    evict(host, server, call.out);
    const counts = flags.includes('m') || (today && client.queue && !leavesQueueAlone.has(spec.name));
    if (counts && isFull(server)) return { reply: OOM, refusal: 'oom' };
  }
  const writes = flags.includes('w');
  if (server.saveFailed && (writes || spec.name === 'ping') && stopsWrites(call))
    return { reply: misconf[host.version], refusal: 'misconf' };
  if (writes && server.master) return { reply: today ? READONLY_REPLICA : READONLY_SLAVE, refusal: 'readonly' };
  if (client.channels.length + client.patterns.length > 0 && !forSubscribers.has(spec.name))
    return { reply: notForSubscribers(call, spec), refusal: 'subscriber' };
  if (host.mode === 'loading' && !flags.includes('l')) return { reply: LOADING, refusal: 'loading' };
  if (today && client.queue && flags.includes('n'))
    return { reply: error('ERR Command not allowed inside a transaction'), refusal: 'transaction' };
  return undefined;
}

/** 3.2.1 asks at every command; 7.0.15 decided when it accepted the connection, or at AUTH. */
const asksForPassword = ({ host, server }: Call) => host.version === '7.0.15' || server.settings.requirepass !== null;

const openToAll: ReadonlySet<string> = new Set(['auth', 'quit', 'hello', 'reset']);
const forSubscribers: ReadonlySet<string> = new Set([
  'subscribe',
  'unsubscribe',
  'psubscribe',
  'punsubscribe',
  'ssubscribe',
  'sunsubscribe',
  'ping',
  'quit',
  'reset',
]);
const leavesQueueAlone: ReadonlySet<string> = new Set([
  'exec',
  'discard',
  'multi',
  'watch',
  'unwatch',
  'quit',
  'reset',
]);

const stopsWrites = ({ server: { settings } }: Call) => settings.stopWritesOnBgsaveError && settings.save.length > 0;

/** A snapshot could not be written: whoever would change something is told. */
const misconf: Record<RedisVersion, Reply> = {
  '3.2.1': error(
    'MISCONF Redis is configured to save RDB snapshots, but is currently not able to persist on disk. ' +
      'Commands that may modify the data set are disabled. Please check Redis logs for details about the error.',
  ),
  '7.0.15': error(
    "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. " +
      'Commands that may modify the data set are disabled, because this instance is configured to report errors ' +
      'during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). ' +
      'Please check the Redis logs for details about the RDB error.',
  ),
};

const LOADING = error('LOADING Redis is loading the dataset in memory');
const OOM = error("OOM command not allowed when used memory > 'maxmemory'.");
const READONLY_SLAVE = error("READONLY You can't write against a read only slave.");
const READONLY_REPLICA = error("READONLY You can't write against a read only replica.");

function notForSubscribers({ host }: Call, { name }: CommandSpec): Reply {
  return error(
    host.version === '3.2.1'
      ? 'ERR only (P)SUBSCRIBE / (P)UNSUBSCRIBE / PING / QUIT allowed in this context'
      : `ERR Can't execute '${name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context`,
  );
}
