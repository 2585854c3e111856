import type { Reply } from '../../core/resp.ts';
import { sha256 } from '../../core/sha256.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { isInt32, readNumber } from '../numbers.ts';
import {
  array,
  bulk,
  bulks,
  EMPTY_ARRAY,
  error,
  integer,
  NOT_AN_INT32,
  NOT_AN_INTEGER,
  OK,
  SYNTAX_ERROR,
  status,
  wrongArity,
} from '../replies.ts';
import { leaveTransaction } from '../transaction.ts';
import { userOf } from './acl-rules.ts';
import { unwatch } from './transactions.ts';

/** Commands about the connection itself. */
export const connectionCommands: Record<string, Handler> = {
  ping(call) {
    if (call.argv.length > 2) return wrongArity('ping');
    const { channels, patterns } = call.client;
    if (channels.length + patterns.length > 0) return bulks(['pong', arg(call, 1)]);
    return call.argv.length === 2 ? bulk(arg(call, 1)) : PONG;
  },
  echo: (call) => bulk(arg(call, 1)),
  select,
  auth,
  hello,
  reset,
  quit({ client }) {
    client.leaving = true;
    return OK;
  },
  monitor({ server, client }) {
    if (!client.monitor) server.monitors++;
    client.monitor = true;
    return OK;
  },
};

const PONG = status('PONG');

function select(call: Call): Reply {
  const { server, client, host } = call;
  const index = readNumber(host.version, arg(call, 1));
  if (index === null) return host.version === '3.2.1' ? INVALID_DB : NOT_AN_INTEGER;
  if (host.version === '7.0.15' && !isInt32(index)) return NOT_AN_INT32;
  if (index < 0 || index >= server.databases.length) return host.version === '3.2.1' ? INVALID_DB : OUT_OF_RANGE;
  client.db = index;
  return OK;
}

const INVALID_DB = error('ERR invalid DB index');
const OUT_OF_RANGE = error('ERR DB index is out of range');

function auth(call: Call): Reply {
  return call.host.version === '3.2.1' ? authOld(call) : authNow(call);
}

/** 3.2.1: a wrong password also takes away what a right one had given. */
function authOld(call: Call): Reply {
  const { server, client } = call;
  if (server.settings.requirepass === null) return NO_PASSWORD_SET;
  client.authenticated = arg(call, 1) === server.settings.requirepass;
  return client.authenticated ? OK : INVALID_PASSWORD;
}

const NO_PASSWORD_SET = error('ERR Client sent AUTH, but no password is set');
const INVALID_PASSWORD = error('ERR invalid password');

function authNow(call: Call): Reply {
  const { server, argv } = call;
  if (argv.length > 3) return SYNTAX_ERROR;
  if (argv.length === 2 && server.settings.requirepass === null && !server.users.has('default'))
    return NO_PASSWORD_CONFIGURED;
  if (argv.length === 2 && userOf(server, 'default')?.nopass) return NO_PASSWORD_CONFIGURED;
  return logIn(call, argv.length === 3 ? arg(call, 1) : 'default', arg(call, argv.length - 1));
}

function logIn({ server, client }: Call, name: string, password: string): Reply {
  const user = userOf(server, name);
  if (!user?.enabled || !(user.nopass || user.passwords.includes(sha256(password)))) return WRONG_PASS;
  client.authenticated = true;
  client.user = name;
  return OK;
}

const NO_PASSWORD_CONFIGURED = error(
  'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?',
);
const WRONG_PASS = error('WRONGPASS invalid username-password pair or user is disabled.');

/** HELLO [version [AUTH user password] [SETNAME name]]: only RESP 2 is spoken here. */
function hello(call: Call): Reply {
  const { host, server, client, argv } = call;
  let options = 1;
  if (argv.length > 1) {
    const version = readNumber(host.version, arg(call, 1));
    if (version === null) return error('ERR Protocol version is not an integer or out of range');
    if (version < 2 || version > 3) return error('NOPROTO unsupported protocol version');
    options = 2;
  }
  let credentials: [string, string] | undefined;
  let name: string | undefined;
  while (options < argv.length) {
    const word = arg(call, options).toLowerCase();
    if (word === 'auth' && options + 2 < argv.length) {
      credentials = [arg(call, options + 1), arg(call, options + 2)];
      options += 3;
    } else if (word === 'setname' && options + 1 < argv.length) {
      name = arg(call, options + 1);
      options += 2;
    } else return error(`ERR Syntax error in HELLO option '${arg(call, options)}'`);
  }
  if (credentials) {
    const denied = logIn(call, ...credentials);
    if (denied !== OK) return denied;
  }
  if (!client.authenticated && server.settings.requirepass !== null) return HELLO_FIRST;
  if (name !== undefined) client.name = name;
  return array([
    ...['server', 'redis', 'version', host.version, 'proto'].map(bulk),
    integer(2),
    bulk('id'),
    integer(client.id),
    ...['mode', 'standalone', 'role', server.master ? 'replica' : 'master', 'modules'].map(bulk),
    EMPTY_ARRAY,
  ]);
}

const HELLO_FIRST = error(
  'NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO AUTH <user> <pass> option ' +
    'can be used to authenticate the client and select the RESP protocol version at the same time',
);

/** RESET: as if the connection had just been made. */
function reset(call: Call): Reply {
  const { server, client } = call;
  leaveTransaction(client);
  unwatch(call);
  if (client.monitor) server.monitors--;
  const user = userOf(server, 'default');
  Object.assign(client, { monitor: false, db: 0, name: '', channels: [], patterns: [], user: 'default' });
  client.authenticated = user?.enabled === true && user.nopass;
  return status('RESET');
}
