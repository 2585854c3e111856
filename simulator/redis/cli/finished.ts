import type { Reply } from '../../core/resp.ts';
import { integer } from './arguments.ts';
import { advance, ended } from './proceed.ts';
import { type Cli, type Outcome, refreshed, still, type Todo } from './state.ts';

type Command = Extract<Todo, { do: 'command' }>;

/** What was typed is answered: redis-cli remembers what some commands do to the connection, then goes on. */
export function finished(cli: Cli, doing: Command, reply: Reply, now: number): Outcome {
  const modern = cli.options.version !== '3.2.1';
  const failed = reply.type === 'error';
  // 3.2.1 goes on reading even if MONITOR or SUBSCRIBE was refused: it hangs.
  if (cli.reading && !(modern && failed)) return still(cli);
  const after = modern ? remember(cli, doing.command, reply) : rememberOld(cli, doing.command, failed);
  const select = doing.command[0]?.toLowerCase() === 'auth' && doing.command.length <= (modern ? 3 : 2);
  const times = doing.times < 0 ? doing.times : doing.times - 1;
  const silent: Todo[] = select && doing.command.length > 1 ? [{ do: 'select' }] : [];
  if (times !== 0) {
    const again = advance({ ...after, todo: [...silent, { ...doing, times }] }, now);
    return { ...again, pause: cli.options.interval };
  }
  if (cli.options.failOnError && failed) return ended(after, 1, now);
  return silent.length > 0
    ? advance({ ...after, todo: [...silent, { ...doing, times: 0 }] }, now)
    : ended(after, 0, now);
}

/** 3.2.1 takes every SELECT for done, whatever was answered. */
function rememberOld(cli: Cli, command: readonly string[], failed: boolean): Cli {
  const [name = '', database = ''] = command;
  if (name.toLowerCase() !== 'select' || command.length !== 2) return cli;
  return refreshed({ ...cli, database: integer(database) }, failed);
}

function remember(cli: Cli, command: readonly string[], reply: Reply): Cli {
  const name = command[0]?.toLowerCase();
  const failed = reply.type === 'error';
  if (name === 'select' && command.length === 2 && !failed) {
    const database = integer(command[1] as string);
    return refreshed({ ...cli, database, wanted: database });
  }
  if (command.length !== 1) return cli;
  const back = { database: cli.databaseBefore, wanted: cli.databaseBefore };
  switch (name) {
    case 'multi':
      return failed ? cli : refreshed({ ...cli, inTransaction: true, databaseBefore: cli.database });
    case 'exec': {
      if (!cli.inTransaction) return cli;
      const undone =
        failed || (reply.type === 'bulk' && reply.text === null) || (reply.type === 'array' && !reply.items);
      return refreshed({ ...cli, inTransaction: false, ...(undone ? back : {}) });
    }
    case 'discard':
      return failed ? cli : refreshed({ ...cli, inTransaction: false, ...back });
    case 'reset':
      return failed ? cli : refreshed({ ...cli, inTransaction: false, database: 0, wanted: 0 });
    default:
      return cli;
  }
}
