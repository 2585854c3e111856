import { DIRECTIVES } from './directives.ts';

/** M main, E events, h http, s server, l location, u upstream, I if in server, i if in location, x limit_except. */
export type Context = 'M' | 'E' | 'h' | 's' | 'l' | 'u' | 'I' | 'i' | 'x';

/** One row of the directive table (`directives.ts`). */
export interface Command {
  name: string;
  /** nginx's module without `ngx_` and `_module`, e.g. `http_proxy`. */
  module: string;
  contexts: string;
  /** Allowed numbers of arguments as digits (`23`), `n+` for at least n, or `f` for one of on, off. */
  arity: string;
  block: boolean;
  /** Kind of value, e.g. `msec`, or `@` and the name of the directive's own setter. */
  kind: string;
  /** Words that an enum or bitmask knows. */
  values: readonly string[];
  /** Bounds of a number. */
  bounds?: readonly [low: number, high: number];
  /** Name of a further check of the value. */
  check?: string;
  /** The directive to use instead of this obsolete one. */
  replacement?: string;
}

let commands: Map<string, Command[]> | undefined;

/** The rows of that name, in the order in which nginx tries them. */
export function commandsNamed(name: string): readonly Command[] {
  return allCommands().get(name) ?? [];
}

/** Every directive by name. */
export function allCommands(): ReadonlyMap<string, readonly Command[]> {
  if (!commands) {
    commands = new Map();
    let module = '';
    for (const line of DIRECTIVES.trim().split('\n')) {
      if (line.startsWith('= ')) module = line.slice(2);
      else {
        const command = commandOf(module, line);
        const same = commands.get(command.name);
        if (same) same.push(command);
        else commands.set(command.name, [command]);
      }
    }
  }
  return commands;
}

/** The row that applies in a context, if the directive may stand there. */
export function commandIn(name: string, context: Context): Command | undefined {
  return commandsNamed(name).find((command) => allowedIn(command, context));
}

export function allowedIn(command: Command, context: Context): boolean {
  return command.contexts === '*' || command.contexts.includes(context);
}

/** Whether nginx accepts so many arguments (ngx_conf_handler). */
export function takes(command: Command, count: number): boolean {
  if (command.arity === 'f') return count === 1;
  if (command.arity.endsWith('+')) return count >= Number(command.arity[0]);
  return count < 8 && command.arity.includes(String(count));
}

function commandOf(module: string, line: string): Command {
  const [name, contexts, arity, kind, ...more] = line.split(' ') as [string, string, string, string, ...string[]];
  const [base, list] = kind.split(':') as [string, string | undefined];
  const command: Command = {
    name,
    module,
    contexts,
    arity: arity.replace('{', ''),
    block: arity.endsWith('{'),
    kind: base,
    values: list && base !== 'num' ? list.split('|') : [],
  };
  if (list && base === 'num') {
    const [low, high] = list.split('-').map(Number);
    command.bounds = [low ?? 0, high ?? Number.POSITIVE_INFINITY];
  }
  for (const word of more) {
    if (word[0] === '!') command.check = word.slice(1);
    if (word[0] === '>') command.replacement = more.join(' ').slice(more.join(' ').indexOf('>') + 1);
  }
  return command;
}
