import type { Reply } from '../../core/resp.ts';
import { sha256 } from '../../core/sha256.ts';
import type { Call } from '../call.ts';
import { matches } from '../glob.ts';
import type { Server, User } from '../host.ts';
import { error } from '../replies.ts';
import type { CommandSpec } from './table.ts';

/** A user as the server knows him; the default one follows `requirepass` until ACL SETUSER changes him. */
export function userOf({ users, settings }: Server, name: string): User | undefined {
  const known = users.get(name);
  if (known || name !== 'default') return known;
  const { requirepass } = settings;
  return {
    enabled: true,
    nopass: requirepass === null,
    passwords: requirepass === null ? [] : [sha256(requirepass)],
    commands: ['+@all'],
    keys: ['~*'],
    channels: ['&*'],
  };
}

/** Nobody yet: off, may nothing. */
export const newUser: User = {
  enabled: false,
  nopass: false,
  passwords: [],
  commands: ['-@all'],
  keys: [],
  channels: [],
};

/** Why a user may not run a command, if so (ACLCheckAllPerm). */
export function mayRun({ server, client, argv }: Call, spec: CommandSpec): Reply | undefined {
  const user = userOf(server, client.user);
  if (!user || openToAll.has(spec.name)) return undefined;
  if (!allowsCommand(user, spec)) return error(`NOPERM this user has no permissions to run the '${spec.name}' command`);
  const strange = keysOf(spec, argv).some(
    (key) => !user.keys.some((rule) => matches(rule.slice(rule.indexOf('~') + 1), key)),
  );
  if (strange) return error('NOPERM this user has no permissions to access one of the keys used as arguments');
  return undefined;
}

const openToAll: ReadonlySet<string> = new Set(['auth', 'hello', 'quit', 'reset']);

/** The last rule that speaks of a command decides. */
export function allowsCommand({ commands }: User, spec: CommandSpec): boolean {
  const [container] = spec.name.split('|', 1);
  let allowed = false;
  for (const rule of commands) {
    const what = rule.slice(1);
    const applies = what.startsWith('@') ? isIn(what.slice(1), spec) : what === spec.name || what === container;
    if (applies) allowed = rule.startsWith('+');
  }
  return allowed;
}

/** The categories that follow from a command's flags. */
function isIn(category: string, { flags }: CommandSpec): boolean {
  const letter = { read: 'r', write: 'w', admin: 'a', dangerous: 'a', fast: 'F', pubsub: 'p', blocking: 'b' }[category];
  return (
    category === 'all' || (category === 'slow' ? !flags.includes('F') : letter !== undefined && flags.includes(letter))
  );
}

/** The keys among the words of a command. */
export function keysOf({ keys: [first, last, step] }: CommandSpec, argv: readonly string[]): string[] {
  if (first === 0) return [];
  const end = last < 0 ? argv.length + last : last;
  const keys: string[] = [];
  for (let at = first; at <= end && at < argv.length; at += step) keys.push(argv[at] ?? '');
  return keys;
}
