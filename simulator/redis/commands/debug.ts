import { own } from '../../core/own.ts';
import type { Reply } from '../../core/resp.ts';
import { newSharedMap, putAt, valueAt } from '../../core/shared-map.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { keepBusy } from '../cron.ts';
import { databaseOf, find } from '../keyspace.ts';
import { writeLine } from '../log.ts';
import { rearm } from '../periodic.ts';
import { restore, snapshot, writingTime } from '../persistence/snapshot.ts';
import { crash } from '../process.ts';
import { error, NO_SUCH_KEY, OK, status } from '../replies.ts';
import { encodingOf } from './encoding.ts';
import { helpOf } from './help.ts';

/** DEBUG, as far as a learner has a use for it (debug.c); 7.0.15 has to be allowed to. */
export const debugCommands: Record<string, Handler> = {
  debug(call) {
    const { host, server, client, argv } = call;
    const { enableDebugCommand: enabled } = server.settings;
    const old = host.version === '3.2.1';
    const local = client.ip === '127.0.0.1' || client.ip === '::1';
    if (!old && enabled !== 'yes' && !(enabled === 'local' && local)) return NOT_ALLOWED;
    if (argv.length === 1) return NO_SUBCOMMAND;
    return own(subcommands, arg(call, 1).toLowerCase())?.(call) ?? unknown(call);
  },
};

const NOT_ALLOWED = error(
  'ERR DEBUG command not allowed. If the enable-debug-command option is set to "local", you can run it from a local ' +
    'connection, otherwise you need to set this option in the configuration file, and then restart the server.',
);
const NO_SUBCOMMAND = error('ERR You must specify a subcommand for DEBUG. Try DEBUG HELP for info.');

const unknown = (call: Call): Reply =>
  error(
    call.host.version === '3.2.1'
      ? `ERR Unknown DEBUG subcommand or wrong number of arguments for '${arg(call, 1)}'`
      : `ERR unknown subcommand or wrong number of arguments for '${arg(call, 1).slice(0, 128)}'. Try DEBUG HELP.`,
  );

/** Nothing for what does not fit the number of words. */
const subcommands: Record<string, (call: Call) => Reply | null | undefined> = {
  help: (call) => helpOf(call.host.version === '3.2.1' ? 'debug 3.2.1' : 'debug'),
  sleep,
  'set-active-expire'(call) {
    if (call.argv.length !== 3) return undefined;
    call.server.activeExpire = Number.parseInt(arg(call, 2), 10) > 0;
    if (call.server.activeExpire) rearm(call.host, call.server, call.out);
    return OK;
  },
  object,
  reload({ host, server, out }) {
    const stored = snapshot(server);
    for (const database of server.databases) database.entries = newSharedMap();
    restore(server.databases, stored, out.now);
    rearm(host, server, out);
    return OK;
  },
  error: (call) => (call.argv.length === 3 ? error(arg(call, 2)) : undefined),
  populate,
  segfault({ host, server, out }) {
    for (const line of ['', '', '=== REDIS BUG REPORT START: Cut & paste starting from here ==='])
      writeLine(host, line, server.settings.logfile, out);
    crash(host, 11, out);
    return null;
  },
};

/** The one thread sleeps: nobody is answered meanwhile. */
function sleep(call: Call): Reply | undefined {
  const { server, argv, out } = call;
  if (argv.length !== 3) return undefined;
  const ms = Math.round((Number.parseFloat(arg(call, 2)) || 0) * 1000);
  keepBusy(server, ms, out);
  return OK;
}

function object(call: Call): Reply | undefined {
  if (call.argv.length !== 3) return undefined;
  const entry = find(call, arg(call, 2));
  if (!entry) return NO_SUCH_KEY;
  const { out, host } = call;
  const seconds = Math.floor(out.wallClock / 1000);
  const idle = Math.floor((out.now - entry.usedAt) / 1000);
  const pointer = `0x7f${String(1_000_000_000 + entry.usedAt).slice(-10)}`;
  const encoding = encodingOf(host.version, entry);
  return status(
    `Value at:${pointer} refcount:1 encoding:${encoding} serializedlength:${serializedLength(entry.value)} lru:${seconds & 0xffffff} lru_seconds_idle:${idle}`,
  );
}

/** What a value takes in dump.rdb: integers are packed, a text has its length before it. */
function serializedLength(value: string | readonly unknown[]): number {
  if (typeof value !== 'string') return value.length + 1;
  if (/^(?:0|-?[1-9]\d{0,9})$/.test(value)) {
    const number = Number(value);
    if (number >= -128 && number <= 127) return 2;
    if (number >= -32768 && number <= 32767) return 3;
    if (number >= -(2 ** 31) && number < 2 ** 31) return 5;
  }
  return value.length + (value.length < 64 ? 1 : value.length < 16384 ? 2 : 5);
}

/** Fills the database with `key:0`, `key:1` …, each `value:<number>`. */
function populate(call: Call): Reply | undefined {
  const { argv, out } = call;
  if (argv.length < 3 || argv.length > 5) return undefined;
  const count = Number.parseInt(arg(call, 2), 10);
  if (!(count >= 0)) return error('ERR value is not an integer or out of range');
  const prefix = argv.length > 3 ? arg(call, 3) : 'key';
  const { entries } = databaseOf(call);
  for (let i = 0; i < count; i++) {
    const key = `${prefix}:${i}`;
    if (!valueAt(entries, key))
      putAt(entries, key, { type: 'string', value: `value:${i}`, expireAt: null, usedAt: out.now });
  }
  keepBusy(call.server, writingTime(count), out);
  return OK;
}
