import { own } from '../../core/own.ts';
import type { Reply } from '../../core/resp.ts';
import { sha256 } from '../../core/sha256.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { close } from '../clients.ts';
import type { Server, User } from '../host.ts';
import { lookUp } from '../lookup.ts';
import { readNumber } from '../numbers.ts';
import { array, bulk, bulks, EMPTY_ARRAY, error, integer, NIL, NOT_AN_INTEGER, OK } from '../replies.ts';
import { allowsCommand, newUser, userOf } from './acl-rules.ts';
import { helpOf } from './help.ts';
import { specOf } from './table.ts';

/** ACL of 7.0.15, as far as users, passwords, commands and keys go (acl.c). */
export const aclCommands: Record<string, Handler> = {
  acl: (call) => own(subcommands, arg(call, 1).toLowerCase())?.(call) ?? error(`UNMODELLED ${call.argv.join(' ')}`),
};

const subcommands: Record<string, (call: Call) => Reply> = {
  whoami: ({ client }) => bulk(client.user),
  users: ({ server }) => bulks(namesOf(server)),
  list: ({ server }) => bulks(namesOf(server).map((name) => `user ${name} ${describeUser(userOf(server, name))}`)),
  getuser,
  setuser,
  deluser,
  cat(call) {
    if (call.argv.length === 2) return bulks(CATEGORIES);
    const category = arg(call, 2).toLowerCase();
    return CATEGORIES.includes(category)
      ? error(`UNMODELLED ${call.argv.join(' ')}`)
      : error(`ERR Unknown category '${arg(call, 2)}'`);
  },
  genpass,
  log: () => EMPTY_ARRAY,
  save: () => NO_FILE,
  load: () => NO_FILE,
  dryrun,
  help: () => helpOf('acl'),
};

const CATEGORIES = (
  'keyspace read write set sortedset list hash string bitmap hyperloglog geo stream pubsub admin fast slow blocking ' +
  'dangerous connection transaction scripting'
).split(' ');

const NO_FILE = error(
  'ERR This Redis instance is not configured to use an ACL file. You may want to specify users via the ACL SETUSER ' +
    'command and then issue a CONFIG REWRITE (assuming you have a Redis configuration file set) in order to store ' +
    'users in the Redis configuration.',
);

const namesOf = ({ users }: Server) => [...new Set(['default', ...users.keys()])].sort();

/** A user in the words of a `user` line. */
export function describeUser(user: User | undefined): string {
  if (!user) return '';
  const passwords = user.nopass ? ['nopass'] : user.passwords.map((hash) => `#${hash}`);
  const channels = user.channels.length > 0 ? user.channels : ['resetchannels'];
  return [user.enabled ? 'on' : 'off', ...passwords, ...user.keys, ...channels, ...commandsOf(user)].join(' ');
}

/** `-@all` stands before single permissions only. */
function commandsOf({ commands }: User): string[] {
  const all = Math.max(commands.lastIndexOf('+@all'), commands.lastIndexOf('-@all'));
  return commands.slice(Math.max(all, 0));
}

function getuser(call: Call): Reply {
  const user = userOf(call.server, arg(call, 2));
  if (!user) return NIL;
  const flags = [user.enabled ? 'on' : 'off', ...(user.nopass ? ['nopass'] : [])];
  return array([
    bulk('flags'),
    bulks(flags),
    bulk('passwords'),
    bulks(user.passwords),
    ...['commands', commandsOf(user).join(' '), 'keys', user.keys.join(' ')].map(bulk),
    ...['channels', user.channels.join(' '), 'selectors'].map(bulk),
    EMPTY_ARRAY,
  ]);
}

/** Changes a user by one rule after another; nothing at all where one of them is wrong. */
function setuser(call: Call): Reply {
  const { host, server, argv } = call;
  const name = arg(call, 2);
  const before = userOf(server, name) ?? newUser;
  const changed = changeUser(
    before,
    argv.slice(3),
    (word) => specOf(host.version, word.split('|')[0] ?? '') !== undefined,
  );
  if ('rule' in changed) return error(`ERR Error in ACL SETUSER modifier '${changed.rule}': ${changed.why}`);
  server.users.set(name, changed.user);
  return OK;
}

/** A user after the rules of a `user` line or of ACL SETUSER, or the first rule that is none. */
function changeUser(
  before: User,
  rules: readonly string[],
  isCommand: (word: string) => boolean,
): { user: User } | { rule: string; why: string } {
  let user = before;
  for (const rule of rules) {
    const next = applyRule(user, rule, isCommand);
    if (typeof next === 'string') return { rule, why: next };
    user = next;
  }
  return { user };
}

function applyRule(user: User, rule: string, isCommand: (word: string) => boolean): User | string {
  const rest = rule.slice(1);
  switch (rule.toLowerCase()) {
    case 'on':
      return { ...user, enabled: true };
    case 'off':
      return { ...user, enabled: false };
    case 'nopass':
      return { ...user, nopass: true, passwords: [] };
    case 'resetpass':
      return { ...user, nopass: false, passwords: [] };
    case 'allkeys':
      return { ...user, keys: ['~*'] };
    case 'resetkeys':
      return { ...user, keys: [] };
    case 'allchannels':
      return { ...user, channels: ['&*'] };
    case 'resetchannels':
      return { ...user, channels: [] };
    case 'allcommands':
      return { ...user, commands: ['+@all'] };
    case 'nocommands':
      return { ...user, commands: ['-@all'] };
    case 'reset':
      return newUser;
  }
  switch (rule[0]) {
    case '>':
      return { ...user, nopass: false, passwords: [...new Set([...user.passwords, sha256(rest)])] };
    case '<':
      return { ...user, passwords: user.passwords.filter((hash) => hash !== sha256(rest)) };
    case '#':
      return /^[0-9a-f]{64}$/.test(rest)
        ? { ...user, nopass: false, passwords: [...new Set([...user.passwords, rest])] }
        : 'The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters';
    case '~':
      return { ...user, keys: user.keys.includes('~*') ? user.keys : [...user.keys, rule] };
    case '&':
      return { ...user, channels: [...user.channels, rule] };
    case '+':
    case '-': {
      const word = rest.toLowerCase();
      const known = word.startsWith('@') ? word === '@all' || CATEGORIES.includes(word.slice(1)) : isCommand(word);
      if (!known) return 'Unknown command or category name in ACL';
      const changed = `${rule[0]}${word}`;
      return { ...user, commands: word === '@all' ? [changed] : [...user.commands, changed] };
    }
    default:
      return 'Syntax error';
  }
}

/** The users that `user` lines of the configuration make; the start has refused what is none. */
export function usersFrom(lines: readonly (readonly string[])[]): Map<string, User> {
  const users = new Map<string, User>();
  for (const [name = '', ...rules] of lines) {
    const changed = changeUser(newUser, rules, () => true);
    if ('user' in changed) users.set(name, changed.user);
  }
  return users;
}

function deluser(call: Call): Reply {
  const { host, server, argv, out } = call;
  let deleted = 0;
  for (const name of argv.slice(2)) {
    if (name === 'default') return error("ERR The 'default' user cannot be removed");
    if (!server.users.delete(name)) continue;
    deleted++;
    for (const client of [...server.clients.values()])
      if (client.user === name) close(host, server, client, 'killed', out);
  }
  return integer(deleted);
}

function genpass(call: Call): Reply {
  const bits = call.argv.length === 3 ? readNumber(call.host.version, arg(call, 2)) : 256;
  if (bits === null) return NOT_AN_INTEGER;
  if (bits <= 0 || bits > 4096)
    return error(
      'ERR ACL GENPASS argument must be the number of bits for the output password, a positive number up to 4096',
    );
  let digits = '';
  while (digits.length * 4 < bits) digits += Math.floor(call.out.random() * 16).toString(16);
  return bulk(digits);
}

function dryrun(call: Call): Reply {
  const { host, server, argv } = call;
  const user = userOf(server, arg(call, 2));
  if (!user) return error(`ERR User '${arg(call, 2)}' not found`);
  const found = lookUp(host, server, argv.slice(3));
  if ('refusal' in found)
    return found.refusal === 'unknown' ? error(`ERR Command '${arg(call, 3)}' not found`) : found.reply;
  return allowsCommand(user, found) ? OK : bulk(`This user has no permissions to run the '${found.name}' command`);
}
