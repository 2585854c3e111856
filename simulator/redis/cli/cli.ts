import type { Reply } from '../../core/resp.ts';
import { bytesOf, textOf } from '../../core/utf8.ts';
import { splitArguments } from '../split.ts';
import { integer, type Options } from './arguments.ts';
import { finished } from './finished.ts';
import { formatForTerminal, formatRaw, printsRaw } from './format.ts';
import { advance, lost, notReady, withoutConnection } from './proceed.ts';
import { andThen, type Cli, type Outcome, print, refreshed, still } from './state.ts';

/**
 * redis-cli, both versions, as functions from one state to the next. The one who drives it:
 *
 *     understand(argv, around)   -> options, an immediate end, or an option that the lab does not have (arguments.ts)
 *     open(options, now)         -> the first outcome
 *     typed(cli, line, now)      when it shows its prompt and a line was typed
 *     answered(cli, reply, now)  for every reply of the server, asked or unasked (MONITOR)
 *     refused(cli, now)          when the connection it asked for was not made
 *     disconnected(cli, now)     when the server has closed the connection, or died
 *     interrupted(cli)           Ctrl-C
 *
 * Each returns an `Outcome`: print what it prints, open a connection if it says so, send what it sends, end if it
 * says so. At most one command is on its way. `promptOf` says what stands before the cursor.
 */
export function open(options: Options, now: number): Outcome {
  const modern = options.version !== '3.2.1';
  const help = modern ? ['COMMAND', 'DOCS'] : ['COMMAND'];
  const cli: Cli = {
    options,
    host: options.host,
    port: options.port,
    connection: 'none',
    database: modern ? 0 : options.database,
    wanted: options.database,
    prompt: '',
    inTransaction: false,
    databaseBefore: 0,
    shutdown: false,
    reading: false,
    turnedAway: false,
    todo: [],
    since: now,
  };
  const command = options.command.map(bytesOf);
  const interactive = command.length === 0;
  const connect = { do: 'connect', force: false, quiet: modern && !interactive } as const;
  const todo: Cli['todo'] = modern
    ? interactive
      ? [connect, { ...connect, quiet: true }, { do: 'help', command: help }]
      : [connect]
    : [connect, { do: 'help', command: help }, connect];
  const start = { ...refreshed(cli), todo };
  return andThen(print(start, options.warning, 'stderr'), (at) =>
    interactive
      ? advance(at, now)
      : advance({ ...at, todo: [...at.todo, { do: 'command', command, times: options.repeat, retried: false }] }, now),
  );
}

/** What stands before the cursor; empty while it waits for the server. */
export const promptOf = (cli: Cli): string =>
  cli.todo.length > 0 ? '' : cli.connection === 'none' ? 'not connected> ' : cli.prompt;

/** A line was typed at the prompt (`repl`). Quotes that do not close send nothing. */
export function typed(cli: Cli, line: string, now: number): Outcome {
  const words = splitArguments(bytesOf(line));
  if (!words) return print(cli, 'Invalid argument(s)\n');
  const [first, ...rest] = words;
  if (first === undefined) return still(cli);
  const counted = repeatOf(cli, first, rest.length);
  if (counted === 'wrong') return print(cli, 'Invalid redis-cli repeat command option value.\n');
  const name = first.toLowerCase();
  if (name === 'quit' || name === 'exit') return { ...still(cli), exit: 0 };
  if (first.startsWith(':')) return preference(cli, words);
  if (name === 'connect' && words.length === 3) {
    const moved = refreshed({ ...cli, host: words[1] as string, port: integer(words[2] as string) });
    return advance({ ...moved, todo: [{ do: 'connect', force: true, quiet: false }], since: now }, now);
  }
  if (name === 'clear' && words.length === 1) return { ...still(cli), clear: true };
  const command = counted === undefined ? words : rest;
  return advance({ ...cli, since: now, todo: [{ do: 'command', command, times: counted ?? 1, retried: false }] }, now);
}

/** A number before a command repeats it. 3.2.1 takes any word that begins with one (`127.0.0.1:6379> GET a`). */
function repeatOf(cli: Cli, first: string, others: number): number | undefined | 'wrong' {
  if (others === 0) return undefined;
  if (cli.options.version === '3.2.1') return integer(first) || undefined;
  if (!/^\s*[+-]?\d+$/.test(first)) return undefined;
  return integer(first) > 0 ? integer(first) : 'wrong';
}

/** `:set hints`, what ~/.redisclirc may hold too. Hints themselves are the terminal's. */
function preference(cli: Cli, [name = '', what, ..._]: readonly string[]): Outcome {
  if (name.toLowerCase() !== ':set' || what === undefined)
    return print(cli, `unknown redis-cli internal command '${name}'\n`);
  const known = ['hints', 'nohints'].includes(what.toLowerCase());
  return print(cli, known ? '' : `unknown redis-cli preference '${what}'\n`);
}

/** A reply arrived. */
export function answered(cli: Cli, reply: Reply, now: number): Outcome {
  const turnedAway =
    reply.type === 'error' && (reply.text.startsWith('DENIED ') || reply.text === 'ERR max number of clients reached');
  const [doing, ...rest] = cli.todo;
  const heard: Cli = { ...cli, turnedAway, connecting: undefined };
  // Something unasked at the prompt stays unread: nobody sees it.
  if (!doing || doing.do === 'connect') return still(heard);
  if (doing.do === 'command')
    return andThen(told(heard, doing.command, reply), (at) => finished(at, doing, reply, now));
  const failed = reply.type === 'error';
  const modern = cli.options.version !== '3.2.1';
  if (modern && failed && doing.do === 'help') {
    // A server that refuses COMMAND DOCS is asked for COMMAND.
    const again: Cli['todo'] = doing.command.length === 2 ? [{ do: 'help', command: ['COMMAND'] }] : [];
    return advance({ ...heard, todo: [...again, ...rest] }, now);
  }
  if (modern && failed) {
    const what = doing.do === 'auth' ? 'AUTH' : `SELECT ${cli.wanted}`;
    return andThen(print(heard, `${what} failed: ${textOf(reply.text)}\n`, 'stderr'), (at) => notReady(at, '', now));
  }
  const there = modern && doing.do === 'select' ? refreshed({ ...heard, database: cli.wanted }) : heard;
  return advance({ ...there, todo: rest }, now);
}

/** What it prints of an answer; an answer that no real server gives is for whoever drives it to explain. */
function told(cli: Cli, command: readonly string[], reply: Reply): Outcome {
  const mark = 'UNMODELLED ';
  if (reply.type === 'error' && reply.text.startsWith(mark))
    return { ...still(cli), refusedCommand: reply.text.slice(mark.length) };
  return print(cli, show(cli, command, reply));
}

function show(cli: Cli, command: readonly string[], reply: Reply): string {
  const { output, version } = cli.options;
  if (printsRaw(command, version)) return formatRaw(reply);
  return output === 'raw' ? `${formatRaw(reply)}\n` : formatForTerminal(reply, version);
}

/** The connection it asked for was not made: nobody listens there, or the name means nothing. */
export function refused(cli: Cli, now: number, reason = 'Connection refused'): Outcome {
  const text = `Could not connect to Redis at ${textOf(cli.host)}:${cli.port}: ${reason}\n`;
  const quiet = cli.connecting?.quiet ?? true;
  const told = print({ ...cli, connection: 'none', connecting: undefined }, quiet ? '' : text, 'stderr');
  return andThen(told, (at) => withoutConnection(at, quiet, now));
}

/** The server closed the connection, or died. At the prompt nothing shows it. */
export function disconnected(cli: Cli, now: number): Outcome {
  if (cli.connection !== 'open') return still(cli);
  if (cli.todo.length === 0) return still({ ...cli, connection: 'closed' });
  return lost({ ...cli, connection: 'failed' }, now);
}

/** Ctrl-C: at the prompt it leaves as with Ctrl-D; while it waits or reads, the signal ends it. */
export const interrupted = (cli: Cli): Outcome => ({ ...still(cli), exit: cli.todo.length > 0 ? 130 : 0 });
