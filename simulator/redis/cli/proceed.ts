import { bytesOf } from '../../core/utf8.ts';
import { helpText } from './help.ts';
import { andThen, type Cli, type Outcome, print, refreshed, still, type Todo } from './state.ts';

type Command = Extract<Todo, { do: 'command' }>;

const isModern = (cli: Cli) => cli.options.version !== '3.2.1';
const isInteractive = (cli: Cli) => cli.options.command.length === 0;

/** Does what is to be done until it must wait: for an answer, or for a line. */
export function advance(cli: Cli, now: number): Outcome {
  const [doing, ...rest] = cli.todo;
  if (!doing) return isInteractive(cli) ? still(cli) : { ...still(cli), exit: 0 };
  const skipped = { ...cli, todo: rest };
  switch (doing.do) {
    case 'connect':
      return cli.connection === 'none' || doing.force ? connect(cli, doing.quiet, rest, now) : advance(skipped, now);
    case 'auth':
      return cli.options.auth ? send(cli, ['AUTH', ...cli.options.auth.map(bytesOf)]) : advance(skipped, now);
    case 'select': {
      const there = isModern(cli) ? cli.wanted === cli.database : cli.database === 0;
      const wanted = isModern(cli) ? cli.wanted : cli.database;
      return there ? advance(skipped, now) : send(cli, ['SELECT', String(wanted)]);
    }
    case 'help':
      return cli.connection === 'open' ? send(cli, doing.command) : advance(skipped, now);
    case 'command':
      return issue(cli, doing, now);
  }
}

const send = (cli: Cli, command: string[]): Outcome => ({ ...still(cli), send: [command] });

function connect(cli: Cli, quiet: boolean, rest: readonly Todo[], now: number): Outcome {
  // 7.0.15 forgets where it was only if it still held the lost connection: else its prompt lies from here on.
  const forgets = isModern(cli) && cli.connection !== 'none';
  const before = forgets ? refreshed({ ...cli, database: 0, inTransaction: false }) : cli;
  const todo: Todo[] = [{ do: 'auth' }, { do: 'select' }, ...rest];
  const opened: Cli = { ...before, connection: 'open', connecting: { quiet }, turnedAway: false, todo };
  return andThen({ ...still(opened), connect: true }, (at) => advance(at, now));
}

/** Sends what was typed (redis-cli.c, `issueCommandRepeat` and `cliSendCommand`). */
function issue(cli: Cli, doing: Command, now: number): Outcome {
  const [name = '', ...topic] = doing.command;
  const word = name.toLowerCase();
  if (word === 'help' || word === '?') return help(cli, topic);
  if (doing.times === 0) return ended(cli, 0, now);
  if (cli.connection === 'open') return sent(cli, doing, word);
  if (isModern(cli) && cli.connection === 'closed') return lost({ ...cli, connection: 'failed' }, now);
  if (doing.retried) return givenUp(cli, now);
  const again: Todo[] = [
    { do: 'connect', force: true, quiet: false },
    { ...doing, retried: true },
  ];
  return advance({ ...cli, todo: again }, now);
}

function help(cli: Cli, topic: readonly string[]): Outcome {
  const done = { ...cli, todo: [] };
  const shown: Outcome =
    topic.length === 0 ? print(done, helpText(cli.options.version)) : { ...still(done), unmodelled: topic.join(' ') };
  return isInteractive(cli) ? shown : { ...shown, exit: 0 };
}

function sent(cli: Cli, doing: Command, word: string): Outcome {
  const subscribes = ['subscribe', 'psubscribe', ...(isModern(cli) ? ['ssubscribe'] : [])].includes(word);
  const next: Cli = {
    ...cli,
    shutdown: cli.shutdown || word === 'shutdown',
    reading: subscribes || word === 'monitor',
  };
  const notice = subscribes && cli.options.output === 'standard' ? 'Reading messages... (press Ctrl-C to quit)\n' : '';
  return { ...print(next, notice), send: [doing.command] };
}

/** No connection was made: what was to be done on it is left out. */
export function withoutConnection(cli: Cli, quiet: boolean, now: number): Outcome {
  const todo = cli.todo.slice(cli.todo.findIndex(({ do: what }) => what === 'connect' || what === 'command'));
  const rest = cli.todo.some(({ do: what }) => what === 'connect' || what === 'command') ? todo : [];
  const [next] = rest;
  const at = { ...cli, todo: rest };
  return next?.do === 'command' && !quiet ? ended(at, 1, now) : advance(at, now);
}

/** AUTH or SELECT of a new connection failed. 3.2.1 goes on as if nothing was; 7.0.15 does not send what was typed. */
export function notReady(cli: Cli, error: string, now: number): Outcome {
  const at = { ...cli, todo: afterConnecting(cli.todo) };
  const [next] = at.todo;
  if (!isModern(cli) || next?.do !== 'command' || !next.retried) return advance(at, now);
  return andThen(print(at, `Error: ${error}\n`, 'stderr'), (told) => ended(told, 1, now));
}

/** The list without the rest of the connecting that stands first. */
function afterConnecting(todo: readonly Todo[]): readonly Todo[] {
  const next = todo.findIndex(({ do: what }) => what !== 'auth' && what !== 'select');
  return next < 0 ? [] : todo.slice(next);
}

const errorOf = (cli: Cli) => (cli.turnedAway ? 'Connection reset by peer' : 'Server closed the connection');

/** The connection ended while it waited for an answer. */
export function lost(cli: Cli, now: number): Outcome {
  const [doing, ...rest] = cli.todo;
  if (!doing || doing.do === 'connect') return still(cli);
  if (doing.do === 'help') return advance({ ...cli, todo: rest }, now);
  if (doing.do !== 'command') {
    const noted = isModern(cli) ? '\nI/O error\n' : '';
    return andThen(print(cli, noted, 'stderr'), (at) => notReady(at, errorOf(at), now));
  }
  if (cli.shutdown) return ended({ ...cli, connection: 'none' }, 0, now);
  if (!isInteractive(cli)) return { ...print(cli, `Error: ${errorOf(cli)}\n`, 'stderr'), exit: 1 };
  if (cli.reading) return { ...still(cli), exit: 1 };
  return isModern(cli) || doing.retried ? givenUp(cli, now) : advance(cli, now);
}

function givenUp(cli: Cli, now: number): Outcome {
  const error = cli.connection === 'none' ? '' : `Error: ${errorOf(cli)}\n`;
  const without: Cli = isModern(cli) ? { ...cli, connection: 'none' } : cli;
  return andThen(print(without, error, 'stderr'), (at) => ended(at, 1, now));
}

/** The line, or the command of the command line, is done. Half a second or more is worth a remark. */
export function ended(cli: Cli, code: number, now: number): Outcome {
  const done: Cli = { ...cli, todo: [], reading: false };
  if (!isInteractive(cli)) return { ...still(done), exit: code };
  const elapsed = now - cli.since;
  const slow = elapsed >= 500 && cli.options.output === 'standard';
  return print(done, slow ? `(${(elapsed / 1000).toFixed(2)}s)\n` : '');
}
