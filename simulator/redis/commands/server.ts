import type { Reply } from '../../core/resp.ts';
import { inOrder, newSharedMap } from '../../core/shared-map.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { close } from '../clients.ts';
import { arm } from '../cron.ts';
import { databaseOf, touched } from '../keyspace.ts';
import { log } from '../log.ts';
import { readNumber } from '../numbers.ts';
import { rewrite } from '../persistence/aof.ts';
import { startSave } from '../persistence/child.ts';
import { save } from '../persistence/save.ts';
import { shutDown } from '../process.ts';
import {
  array,
  bulk,
  bulks,
  EMPTY_ARRAY,
  error,
  integer,
  NOT_AN_INTEGER,
  OK,
  SYNTAX_ERROR,
  status,
} from '../replies.ts';

/** Commands on the server itself: saving, emptying, ending. */
export const serverCommands: Record<string, Handler> = {
  save(call) {
    if (call.server.child?.kind === 'rdb') return IN_PROGRESS;
    return save(call.host, call.server, 'command', call.out) ? OK : NO_REASON;
  },
  bgsave,
  bgrewriteaof({ host, server, out }) {
    const result = rewrite(host, server, out);
    return result === 'running'
      ? error('ERR Background append only file rewriting already in progress')
      : status(`Background append only file rewriting ${result}`);
  },
  lastsave: ({ server, out }) => integer(Math.floor((out.wallClock - out.now + server.savedAt) / 1000)),
  shutdown,
  flushdb: (call) => flush(call, [call.db]),
  flushall: (call) => flush(call, [...call.server.databases.keys()]),
  time({ out }) {
    const micros = String((out.wallClock % 1000) * 1000);
    return bulks([String(Math.floor(out.wallClock / 1000)), micros]);
  },
  role: ({ server: { master } }) =>
    master
      ? array([bulk('slave'), bulk(master.host), integer(master.port), bulk('connect'), integer(-1)])
      : array([bulk('master'), integer(0), EMPTY_ARRAY]),
  slaveof: follow,
  replicaof: follow,
  wait,
};

/** WAIT replicas timeout (ms; 0: for ever): there are no replicas, so who wants one waits in vain. */
function wait(call: Call): Reply | null {
  const { host, server, client, argv, chain, out } = call;
  const replicas = readNumber(host.version, arg(call, 1));
  if (replicas === null) return NOT_AN_INTEGER;
  const timeout = readNumber(host.version, arg(call, 2));
  if (timeout === null) return error('ERR timeout is not an integer or out of range');
  if (timeout < 0) return error('ERR timeout is negative');
  if (replicas <= 0 || call.inTransaction) return integer(0);
  const until = timeout === 0 ? null : out.now + timeout;
  client.blocked = { argv, keys: [], until, chain };
  if (until !== null) arm(server, until, out);
  return null;
}

const IN_PROGRESS = error('ERR Background save already in progress');
/** SAVE that cannot write says nothing but this. */
const NO_REASON = error('ERR');

function bgsave(call: Call): Reply {
  const { host, server, argv, out } = call;
  const old = host.version === '3.2.1';
  const schedule = arg(call, 1).toLowerCase() === 'schedule';
  if (argv.length > 2 || (argv.length === 2 && !schedule)) return SYNTAX_ERROR;
  if (server.child?.kind === 'rdb') return IN_PROGRESS;
  if (server.child)
    return error(
      old
        ? "ERR An AOF log rewriting in progress: can't BGSAVE right now. Use BGSAVE SCHEDULE in order to schedule a BGSAVE whenver possible."
        : "ERR Another child process is active (AOF?): can't BGSAVE right now. Use BGSAVE SCHEDULE in order to schedule a BGSAVE whenever possible.",
    );
  startSave(host, server, out);
  return status('Background saving started');
}

/** SHUTDOWN: nobody gets an answer, unless the last snapshot cannot be written. */
function shutdown(call: Call): Reply | null {
  const { host, argv, out } = call;
  const today = host.version === '7.0.15';
  const words = argv.slice(1).map((word) => word.toLowerCase());
  const known = today ? ['save', 'nosave', 'now', 'force', 'abort'] : ['save', 'nosave'];
  const has = (word: string) => words.includes(word);
  if (words.some((word) => !known.includes(word)) || (!today && words.length > 1)) return SYNTAX_ERROR;
  if ((has('save') && has('nosave')) || (has('abort') && words.length > 1)) return SYNTAX_ERROR;
  if (has('abort')) return error('ERR No shutdown in progress.');
  const how = has('force') ? 'force' : has('save') ? 'save' : has('nosave') ? 'nosave' : 'usual';
  return shutDown(host, how, out) ? null : error('ERR Errors trying to SHUTDOWN. Check logs.');
}

/** FLUSHALL also writes the emptiness to disk, where there are save points. */
function flush(call: Call, numbers: readonly number[]): Reply {
  const { host, server, argv, out } = call;
  const word = arg(call, 1).toLowerCase();
  if (argv.length > 2 || (argv.length === 2 && word !== 'sync' && word !== 'async')) return SYNTAX_ERROR;
  for (const db of numbers) {
    const database = databaseOf({ ...call, db });
    const before = inOrder(database.entries);
    database.entries = newSharedMap();
    for (const [key] of before) touched({ ...call, db }, key);
  }
  if (numbers.length === 1) return OK;
  if (server.child?.kind === 'rdb') server.child = null;
  if (server.settings.save.length > 0) {
    save(host, server, 'command', out);
    server.dirty++;
  }
  return OK;
}

function follow(call: Call): Reply {
  const { host, server, out } = call;
  const [name, port] = [arg(call, 1), arg(call, 2)];
  if (name.toLowerCase() === 'no' && port.toLowerCase() === 'one') {
    if (server.master) log(host, '*', "MASTER MODE enabled (user request from 'client')", out);
    server.master = null;
    return OK;
  }
  const number = readNumber(host.version, port);
  if (number === null) return error('ERR value is not an integer or out of range');
  server.master = { host: name, port: number };
  // Whoever waits for an element would wait in vain.
  for (const client of [...server.clients.values()]) if (client.blocked) close(host, server, client, 'killed', out);
  return OK;
}
