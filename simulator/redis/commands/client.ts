import { own } from '../../core/own.ts';
import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { addressOf, close } from '../clients.ts';
import { arm } from '../cron.ts';
import type { Redis, RedisClient } from '../host.ts';
import { readNumber } from '../numbers.ts';
import { bulk, error, integer, NIL, OK, SYNTAX_ERROR } from '../replies.ts';
import { helpOf } from './help.ts';

/** CLIENT: who is connected (networking.c). */
export const clientCommands: Record<string, Handler> = {
  client(call) {
    const old = call.host.version === '3.2.1';
    const word = arg(call, 1).toLowerCase();
    const run = old && !known321.has(word) ? undefined : own(subcommands, word);
    return run?.(call) ?? (old ? MISUSED : error(`UNMODELLED ${call.argv.join(' ')}`));
  },
};

const known321: ReadonlySet<string> = new Set(['list', 'kill', 'getname', 'setname', 'pause', 'reply']);
const MISUSED = error('ERR Syntax error, try CLIENT (LIST | KILL | GETNAME | SETNAME | PAUSE | REPLY)');

/** Nothing for what does not fit the number of words. */
const subcommands: Record<string, (call: Call) => Reply | Reply[] | undefined> = {
  help: () => helpOf('client'),
  id: ({ client }) => integer(client.id),
  getname: ({ client, argv }) => (argv.length === 2 ? (client.name === '' ? NIL : bulk(client.name)) : undefined),
  setname(call) {
    if (call.argv.length !== 3) return undefined;
    if (/[^!-~]/.test(arg(call, 2)))
      return error('ERR Client names cannot contain spaces, newlines or special characters.');
    call.client.name = arg(call, 2);
    return OK;
  },
  list,
  info: (call) => bulk(`${describe(call, call.client)}\n`),
  kill,
  pause,
  unpause({ server }) {
    server.pausedUntil = 0;
    return OK;
  },
  reply(call) {
    const word = arg(call, 2).toLowerCase();
    if (call.argv.length !== 3) return undefined;
    if (word === 'on') return OK;
    return word === 'off' || word === 'skip' ? [] : SYNTAX_ERROR;
  },
  'no-evict': (call) => (['on', 'off'].includes(arg(call, 2).toLowerCase()) ? OK : SYNTAX_ERROR),
  getredir: () => integer(-1),
  unblock: () => integer(0),
};

function list(call: Call): Reply | undefined {
  const { host, server, argv } = call;
  if (host.version === '3.2.1' && argv.length !== 2) return undefined;
  let clients = [...server.clients.values()];
  if (argv.length > 2) {
    const word = arg(call, 2).toLowerCase();
    if (word === 'type' && argv.length === 4) {
      const type = arg(call, 3).toLowerCase();
      if (!TYPES.includes(type)) return error(`ERR Unknown client type '${arg(call, 3)}'`);
      clients = clients.filter((client) => typeOf(client) === type);
    } else if (word === 'id' && argv.length > 3) {
      const ids = argv.slice(3).map((text) => readNumber(host.version, text));
      if (ids.includes(null)) return error('ERR Invalid client ID');
      clients = clients.filter(({ id }) => ids.includes(id));
    } else return SYNTAX_ERROR;
  }
  return bulk(clients.map((client) => `${describe(call, client)}\n`).join(''));
}

const TYPES = ['normal', 'master', 'replica', 'slave', 'pubsub'];
const typeOf = ({ channels, patterns }: RedisClient) => (channels.length + patterns.length > 0 ? 'pubsub' : 'normal');

/** One line of CLIENT LIST (catClientInfoString). */
function describe({ host, out, argv }: Call, client: RedisClient): string {
  const { id, name, db, channels, patterns, queue, lastCommand, user } = client;
  const seconds = (since: number) => Math.floor((out.now - since) / 1000);
  const flags = flagsOf(client);
  const multi = queue ? queue.length : -1;
  const times = `name=${name} age=${seconds(client.openedAt)} idle=${seconds(client.lastAt)} flags=${flags} db=${db} sub=${channels.length} psub=${patterns.length}`;
  if (host.version === '3.2.1')
    return `id=${id} addr=${addressOf(client)} fd=${id + 3} ${times} multi=${multi} qbuf=0 qbuf-free=32768 obl=0 oll=0 omem=0 events=r cmd=${lastCommand}`;
  const words = argv.join(' ').length + 4;
  return `id=${id} addr=${addressOf(client)} laddr=${client.local} fd=${id + 5} ${times} ssub=0 multi=${multi} qbuf=26 qbuf-free=20448 argv-mem=${words} multi-mem=0 rbs=1024 rbp=0 obl=0 oll=0 omem=0 tot-mem=22298 events=r cmd=${lastCommand} user=${user} redir=-1 resp=2`;
}

function flagsOf({ channels, patterns, monitor, queue, blocked }: RedisClient): string {
  let flags = '';
  if (monitor) flags += 'O';
  if (channels.length + patterns.length > 0) flags += 'P';
  if (queue) flags += 'x';
  if (blocked) flags += 'b';
  return flags || 'N';
}

function kill(call: Call): Reply | undefined {
  const { server, argv } = call;
  if (argv.length === 2) return undefined;
  if (argv.length === 3) {
    const found = [...server.clients.values()].filter((client) => addressOf(client) === arg(call, 2));
    if (found.length === 0) return error('ERR No such client');
    killAll(call, found);
    return OK;
  }
  const wanted = readFilters(call);
  if (typeof wanted !== 'function') return wanted;
  const found = [...server.clients.values()].filter(wanted);
  killAll(call, found);
  return integer(found.length);
}

/** `ID 5`, `ADDR ip:port`, `TYPE normal`, `SKIPME yes` and what 7.0 added. */
function readFilters({ host, client, argv }: Call): Reply | ((one: RedisClient) => boolean) {
  const tests: ((one: RedisClient) => boolean)[] = [];
  let skipMe = true;
  for (let i = 2; i < argv.length; i += 2) {
    const [word = '', value] = [argv[i]?.toLowerCase(), argv[i + 1]];
    if (value === undefined) return SYNTAX_ERROR;
    if (word === 'id') {
      const id = readNumber(host.version, value);
      if (id === null) return error('ERR client-id should be greater than 0');
      tests.push((one) => one.id === id);
    } else if (word === 'addr') tests.push((one) => addressOf(one) === value);
    else if (word === 'type') {
      const type = value.toLowerCase();
      if (!TYPES.includes(type)) return error(`ERR Unknown client type '${value}'`);
      tests.push((one) => typeOf(one) === type);
    } else if (word === 'skipme' && /^(yes|no)$/i.test(value)) skipMe = value.toLowerCase() === 'yes';
    else if (word === 'laddr' && host.version !== '3.2.1') tests.push((one) => one.local === value);
    else if (word === 'user' && host.version !== '3.2.1') tests.push((one) => one.user === value);
    else return SYNTAX_ERROR;
  }
  return (one) => !(skipMe && one === client) && tests.every((test) => test(one));
}

/** Whoever kills himself still gets the answer. */
function killAll({ host, server, client, out }: { host: Redis } & Call, found: RedisClient[]): void {
  for (const one of found) {
    if (one === client) client.leaving = true;
    else close(host, server, one, 'killed', out);
  }
}

function pause(call: Call): Reply | undefined {
  const { host, server, argv, out } = call;
  if (argv.length < 3 || (argv.length > 3 && host.version === '3.2.1')) return undefined;
  const ms = readNumber(host.version, arg(call, 2));
  if (ms === null) return error('ERR timeout is not an integer or out of range');
  if (ms < 0) return error('ERR timeout is negative');
  server.pausedUntil = out.now + ms;
  server.sleeping = false;
  arm(server, server.pausedUntil, out);
  return OK;
}
