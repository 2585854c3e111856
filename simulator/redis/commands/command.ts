import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { matches } from '../glob.ts';
import { lookUp } from '../lookup.ts';
import { array, bulk, bulks, EMPTY_ARRAY, error, integer, NIL, NIL_ARRAY, SYNTAX_ERROR, status } from '../replies.ts';
import { keysOf } from './acl-rules.ts';
import { helpOf } from './help.ts';
import { type CommandSpec, commandsOf, flagNames, specOf } from './table.ts';

/** COMMAND: what the server can do (server.c). */
export const commandCommands: Record<string, Handler> = {
  command(call) {
    const { host, argv } = call;
    const all = commandsOf(host.version);
    if (argv.length === 1) return array([...all.values()].map(describe));
    const old = host.version === '3.2.1';
    switch (arg(call, 1).toLowerCase()) {
      case 'count':
        return argv.length === 2 ? integer(all.size) : MISUSED;
      case 'info':
        return array(
          argv.slice(2).map((name) => {
            const spec = specOf(host.version, name);
            return spec ? describe(spec) : old ? NIL_ARRAY : NIL;
          }),
        );
      case 'getkeys':
        return getKeys(call);
      case 'docs':
        // The pages themselves are prose, which the lab does not have.
        return old ? MISUSED : EMPTY_ARRAY;
      case 'list':
        return old ? MISUSED : list(call);
      case 'help':
        return old ? MISUSED : helpOf('command');
      default:
        return MISUSED;
    }
  },
};

const MISUSED = error('ERR Unknown subcommand or wrong number of arguments.');

/** Name, arity, flags, where the keys are. */
function describe({ name, arity, flags, keys }: CommandSpec): Reply {
  const names = [...flags].map((letter) => status(flagNames[letter] ?? letter));
  return array([bulk(name), integer(arity), array(names), ...keys.map(integer)]);
}

function getKeys(call: Call): Reply {
  const { host, server, argv } = call;
  const found = lookUp(host, server, argv.slice(2));
  if ('refusal' in found)
    return error(
      found.refusal === 'unknown'
        ? 'ERR Invalid command specified'
        : 'ERR Invalid number of arguments specified for command',
    );
  const keys = keysOf(found, argv.slice(2));
  return keys.length === 0 ? error('ERR The command has no key arguments') : bulks(keys);
}

function list(call: Call): Reply {
  const { host, argv } = call;
  const names = [...commandsOf(host.version).keys()];
  if (argv.length === 2) return bulks(names);
  if (argv.length !== 5 || arg(call, 2).toLowerCase() !== 'filterby') return SYNTAX_ERROR;
  const value = arg(call, 4);
  switch (arg(call, 3).toLowerCase()) {
    case 'pattern':
      return bulks(names.filter((name) => matches(value, name)));
    case 'module':
      return EMPTY_ARRAY;
    default:
      return SYNTAX_ERROR;
  }
}
