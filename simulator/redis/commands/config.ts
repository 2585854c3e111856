import { own } from '../../core/own.ts';
import type { Reply } from '../../core/resp.ts';
import type { Outbox } from '../../engine/world.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { configGet } from '../conf/config-get.ts';
import { configRewrite } from '../conf/config-rewrite.ts';
import { configSet, type Running } from '../conf/config-set.ts';
import { placesIn } from '../conf/lines.ts';
import { openPorts } from '../conf/listen.ts';
import type { Values } from '../conf/values.ts';
import type { Redis, Server } from '../host.ts';
import { log } from '../log.ts';
import { diskFor, networkFor } from '../machine.ts';
import { evict } from '../memory.ts';
import { rearm } from '../periodic.ts';
import { rewrite } from '../persistence/aof.ts';
import { nameOf } from '../persistence/files.ts';
import { bulks, error, OK } from '../replies.ts';
import { newStats } from '../server.ts';
import { settingsOf } from '../settings.ts';
import { describeUser } from './acl.ts';
import { helpOf } from './help.ts';

/** CONFIG: the values of redis.conf while the server runs (config.c). */
export const configCommands: Record<string, Handler> = {
  config(call) {
    const old = call.host.version === '3.2.1';
    const word = arg(call, 1).toLowerCase();
    const words = own(lengths, word);
    const known = words !== undefined || (word === 'help' && !old);
    if (!known) return error('ERR CONFIG subcommand must be one of GET, SET, RESETSTAT, REWRITE');
    if (old && words !== call.argv.length) return error(`ERR Wrong number of arguments for CONFIG ${arg(call, 1)}`);
    switch (word) {
      case 'get':
        return bulks(configGet(call.server.values, call.argv.slice(2)));
      case 'set':
        return set(call);
      case 'rewrite':
        return rewriteFile(call);
      case 'resetstat':
        call.server.stats = { ...newStats(), connections: 0 };
        return OK;
      default:
        return helpOf('config');
    }
  },
};

/** 3.2.1: words of each form, the command's name included. */
const lengths: Readonly<Record<string, number>> = { get: 3, set: 4, rewrite: 2, resetstat: 2 };

function set(call: Call): Reply {
  const { host, server, client, argv, out } = call;
  const local = client.ip === '127.0.0.1' || client.ip === '::1';
  const changed = configSet(server.values, argv.slice(2), runningOn(host, server, local, out));
  if ('error' in changed) {
    server.settings = settingsOf(server.values);
    return error(`ERR ${changed.error}`);
  }
  server.values = withoutPlaces(changed.values, changed.names);
  server.settings = settingsOf(changed.values);
  if (changed.names.includes('requirepass')) server.users.delete('default');
  if (changed.names.some((name) => name.startsWith('maxmemory'))) evict(host, server, out);
  rearm(host, server, out);
  return OK;
}

/** From now on no line says so. */
function withoutPlaces(values: Values, names: readonly string[]): Values {
  const places = new Map(values.places);
  for (const name of names) places.delete(name);
  return { ...values, places };
}

/** What the machine says to a new value. */
function runningOn(host: Redis, server: Server, local: boolean, out: Outbox): Running {
  const { texts } = server.values;
  const allowed = texts.get('enable-protected-configs');
  return {
    disk: diskFor(host),
    kernel: host.kernel,
    unprotected: allowed === 'yes' || (allowed === 'local' && local),
    listen(values: Values) {
      out.unbind();
      const opened = openPorts(values, networkFor(out), diskFor(host));
      if (!opened.failed) return true;
      openPorts(server.values, networkFor(out), diskFor(host));
      return false;
    },
    appendOnly(values: Values) {
      const { settings } = server;
      server.settings = settingsOf(values);
      if (!settings.appendonly && rewrite(host, server, out) === 'running') server.rewriteScheduled = true;
      return true;
    },
  };
}

/** CONFIG REWRITE: reads the file again and writes the values in force into it. */
function rewriteFile({ host, server, out }: Call): Reply {
  if (server.configFile === null) return error('ERR The server is running without a config file');
  const path = nameOf(host, server.cwd, server.configFile);
  const users = [...server.users].map(([name, user]) => [name, ...describeUser(user).split(' ')]);
  const text = configRewrite(host.files[path] ?? '', { ...server.values, users });
  host.files = { ...host.files, [path]: text };
  server.values = { ...server.values, places: placesIn(server.configFile, text) };
  log(host, '#', 'CONFIG REWRITE executed with success.', out);
  if (out.noting) out.note({ kind: 'redis-rewrote', file: path });
  return OK;
}
