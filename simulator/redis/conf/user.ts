import { specOf } from '../commands/table.ts';
import { lower } from './values.ts';

/**
 * What is wrong with a `user` line of 7.0.15 (acl.c, `ACLAppendUserForLoading`): its words after `user`, with the
 * names of the users before it.
 */
export function userError(words: readonly string[], before: ReadonlySet<string>): string | undefined {
  const [name = '', ...rules] = words;
  if (/[\s\0]/.test(name)) return declaration(name, "Usernames can't contain spaces or null characters");
  if (before.has(name)) return declaration(name, `Duplicate user '${name}' found`);
  for (const rule of rules) {
    const error = ruleError(rule);
    if (error !== undefined) return declaration(rule, error);
  }
  return undefined;
}

const declaration = (word: string, error: string) => `Error in user declaration '${word}': ${error}`;

const WORDS = ['on', 'off', 'nopass', 'resetpass', 'reset', 'resetkeys', 'resetchannels', 'allkeys', 'allchannels'];
const MORE_WORDS = ['allcommands', 'nocommands', 'sanitize-payload', 'skip-sanitize-payload', 'clearselectors'];
const CATEGORIES =
  'keyspace read write set sortedset list hash string bitmap hyperloglog geo stream pubsub admin fast slow blocking dangerous connection transaction scripting all';

function ruleError(rule: string): string | undefined {
  if (WORDS.includes(lower(rule)) || MORE_WORDS.includes(lower(rule))) return undefined;
  switch (rule[0]) {
    case '>':
    case '<':
    case '~':
    case '&':
      return undefined;
    case '#':
    case '!':
      return /^[0-9a-f]{64}$/.test(rule.slice(1))
        ? undefined
        : 'The provided password hash must be exactly 64 characters and contain only lowercase hexadecimal characters';
    case '%':
      return /^%[RWrw]+~/.test(rule) ? undefined : 'Syntax error';
    case '(':
      return rule.endsWith(')') ? undefined : 'Unmatched parenthesis in acl selector starting at';
    case '+':
    case '-':
      return isCommandRule(rule.slice(1)) ? undefined : 'Unknown command or category name in ACL';
    default:
      return 'Syntax error';
  }
}

function isCommandRule(word: string): boolean {
  if (word.startsWith('@')) return CATEGORIES.split(' ').includes(lower(word.slice(1)));
  const [command = ''] = word.split('|');
  return specOf('7.0.15', lower(command)) !== undefined;
}
