import type { Version } from '../version.ts';

/** What `help` without a topic prints; 3.2.1 misspells a word. */
export const helpText = (version: Version): string => `redis-cli ${version}
To get help about Redis commands type:
      "help @<group>" to get a list of commands in <group>
      "help <command>" for help on <command>
      "help <tab>" to get a list of possible help topics
      "quit" to exit

To set redis-cli ${version === '3.2.1' ? 'perferences' : 'preferences'}:
      ":set hints" enable online hints
      ":set nohints" disable online hints
Set your preferences in ~/.redisclirc
`;

/** Whether ~/.rediscli_history gets the line: 7.0.15 leaves passwords out. */
export function isRemembered(line: string, version: Version): boolean {
  if (version === '3.2.1') return true;
  const [name = '', sub = '', what = ''] = line.trim().toLowerCase().split(/\s+/);
  const sets = name === 'config' && sub === 'set' && ['masterauth', 'masteruser', 'requirepass'].includes(what);
  return name !== 'auth' && !sets && !(name === 'acl' && sub === 'setuser');
}
