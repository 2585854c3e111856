import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { readNumber } from '../numbers.ts';
import { bulk, error, NOT_AN_INTEGER, OK, SYNTAX_ERROR, status, wrongArity } from '../replies.ts';

/** Commands about the connection itself. */
export const connectionCommands: Record<string, Handler> = {
  ping(call) {
    if (call.argv.length > 2) return wrongArity('ping');
    return call.argv.length === 2 ? bulk(arg(call, 1)) : PONG;
  },
  echo: (call) => bulk(arg(call, 1)),
  select,
  auth,
  quit: () => OK,
};

const PONG = status('PONG');

function select(call: Call): Reply {
  const { server, client, host } = call;
  const index = readNumber(host.version, arg(call, 1));
  if (index === null) return host.version === '3.2.1' ? INVALID_DB : NOT_AN_INTEGER;
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
  const { server, client, argv } = call;
  const { requirepass } = server.settings;
  if (argv.length > 3) return SYNTAX_ERROR;
  if (argv.length === 2 && requirepass === null) return NO_PASSWORD_CONFIGURED;
  const user = argv.length === 3 ? arg(call, 1) : 'default';
  const password = arg(call, argv.length - 1);
  if (user !== 'default' || (requirepass !== null && password !== requirepass)) return WRONG_PASS;
  client.authenticated = true;
  return OK;
}

const NO_PASSWORD_CONFIGURED = error(
  'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?',
);
const WRONG_PASS = error('WRONGPASS invalid username-password pair or user is disabled.');
