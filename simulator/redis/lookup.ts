import type { Reply } from '../core/resp.ts';
import { type CommandSpec, specOf } from './commands/table.ts';
import type { Redis, Server } from './host.ts';
import type { Refusal } from './notes.ts';
import { error, wrongArity } from './replies.ts';

/** Why the words of a command are not performed. */
export interface Refused {
  reply: Reply;
  refusal: Refusal;
  /** The command, where there is one. */
  spec?: CommandSpec;
}

/** What the words of a command mean, or why they mean nothing: the first two steps of the gate. */
export function lookUp({ version }: Redis, { settings }: Server, argv: readonly string[]): CommandSpec | Refused {
  const name = argv[0] ?? '';
  const spec = specOf(version, settings.renames ? (originalName(settings.renames, name) ?? '') : name);
  if (!spec) return { reply: unknownCommand(version, argv), refusal: 'unknown' };
  if (!spec.subcommands || argv.length === 1)
    return fits(spec, argv) ? spec : { reply: wrongArity(spec.name), refusal: 'arity', spec };
  const word = argv[1] ?? '';
  const subcommand = spec.subcommands.get(word.toLowerCase());
  if (!subcommand) return { reply: unknownSubcommand(name, word), refusal: 'unknown' };
  return fits(subcommand, argv)
    ? subcommand
    : { reply: wrongArity(subcommand.name), refusal: 'arity', spec: subcommand };
}

/** Under which name of its own the program knows a command; `rename-command` gives others, or takes it away. */
function originalName(renames: Readonly<Record<string, string>>, name: string): string | undefined {
  const lower = name.toLowerCase();
  for (const original in renames) if (renames[original]?.toLowerCase() === lower) return original;
  return Object.hasOwn(renames, lower) ? undefined : name;
}

const fits = ({ arity }: CommandSpec, { length }: readonly string[]): boolean =>
  arity >= 0 ? length === arity || arity === 0 : length >= -arity;

/** 7.0.15 repeats the arguments, as far as 128 characters go. */
function unknownCommand(version: Redis['version'], [name = '', ...args]: readonly string[]): Reply {
  if (version === '3.2.1') return error(`ERR unknown command '${name}'`);
  let shown = '';
  for (const word of args) {
    if (shown.length >= 128) break;
    shown += `'${word.slice(0, 128 - shown.length)}' `;
  }
  return error(`ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${shown}`);
}

/** 7.0.15's words for a second word that the command does not know; HELP is asked of the name as it was typed. */
export const unknownSubcommand = (name: string, word: string): Reply =>
  error(`ERR unknown subcommand '${word.slice(0, 128)}'. Try ${name.toUpperCase()} HELP.`);
