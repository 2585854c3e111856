import { textOf } from '../../core/utf8.ts';
import type { RedisBody } from '../../engine/world.ts';
import { understand } from '../../redis/cli/arguments.ts';
import { answered, disconnected, interrupted, open, promptOf, refused, typed } from '../../redis/cli/cli.ts';
import type { Outcome } from '../../redis/cli/state.ts';
import type { Version } from '../../redis/version.ts';
import { type Call, hints, type Result } from '../call.ts';
import { finish } from '../finish.ts';
import type { Job, RedisCli } from '../job.ts';
import { printedBy, replace } from '../jobs.ts';
import { type Printed, show, type Turn } from '../state.ts';

/** redis-cli of a version, against the servers of the lab. What it is sent through a pipe are its commands. */
export function redisCli(call: Call, version: Version): Result {
  const { turn, args, stdin, toScreen } = call;
  const { terminal, out } = turn;
  const environment = terminal.variables;
  const around = { version, terminal: toScreen, environment, ...(stdin ? { stdin: stdin.join('\n') } : {}) };
  const understood = understand(args, around);
  if ('unmodelled' in understood)
    return hints({ code: 'option-not-modelled', values: { command: call.name, option: understood.unmodelled } });
  if ('exit' in understood) {
    const lines = [...said(understood.stdout, 1), ...said(understood.stderr, 2)];
    return { printed: lines, status: understood.exit };
  }
  const [first, ...rest] = understood.options.command.length === 0 ? (stdin ?? []) : [];
  const options = stdin && first !== undefined ? { ...understood.options, output: 'raw' as const } : understood.options;
  const outcome = open(options, out.now);
  const lines = first === undefined ? undefined : [first, ...rest];
  const program: RedisCli = {
    kind: 'redis-cli',
    name: call.name,
    cli: outcome.cli,
    connection: '',
    address: '',
    lines,
  };
  const doing = perform(turn, program, outcome);
  if (doing.exit !== undefined) return { printed: doing.printed, status: doing.exit };
  return { program: doing.program, printed: doing.printed };
}

const said = (text: string, to: 1 | 2): Printed[] =>
  text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => ({ to, text: line }));

interface Doing {
  program: RedisCli;
  printed: Printed[];
  exit: number | undefined;
}

/** Does what redis-cli asks for: prints, connects, sends, ends. */
function perform({ terminal, out }: Turn, program: RedisCli, outcome: Outcome): Doing {
  let { connection, address } = program;
  const { cli, send } = outcome;
  const printed = outcome.print.flatMap(({ to, text }) => said(textOf(text), to === 'stdout' ? 1 : 2));
  if (outcome.unmodelled !== undefined)
    printed.push({ to: 'screen', hint: { code: 'about', values: { command: outcome.unmodelled } } });
  if (outcome.refusedCommand !== undefined) {
    const command = textOf(outcome.refusedCommand);
    printed.push({ to: 'screen', hint: { code: 'redis-command-not-modelled', values: { command } } });
  }
  if (outcome.clear) show(terminal, [{ kind: 'clear' }]);
  const hangUp = () => {
    if (connection !== '') out.send(address, { type: 'disconnected', chain: '', connection }, 0);
    connection = '';
  };
  if (outcome.connect || outcome.exit !== undefined) hangUp();
  if (outcome.connect) {
    const ip = addressOf(out.resolve(cli.host.toLowerCase())?.[0] ?? cli.host);
    address = `${ip}:${cli.port}`;
    connection = `${terminal.name}/${terminal.begun++}`;
  }
  if ((outcome.connect || send.length > 0) && outcome.exit === undefined) {
    const source = address.startsWith('127.') ? '127.0.0.1' : address.slice(0, address.lastIndexOf(':'));
    out.send(address, { type: 'commands', chain: '', connection, source, commands: send }, outcome.pause);
  }
  return { program: { ...program, cli, connection, address }, printed, exit: outcome.exit };
}

const addressOf = (ip: string): string => (ip.includes(':') ? `[${ip}]` : ip);

/** redis-cli does the next thing; when it waits for a line and has been given lines, it takes one. */
function goOn(turn: Turn, job: Job, program: RedisCli, outcome: Outcome): void {
  let [going, doing] = [job, perform(turn, program, outcome)];
  for (;;) {
    going = printedBy(turn, { ...going, program: doing.program }, doing.printed);
    if (doing.exit !== undefined) return finish(turn, going, doing.exit);
    replace(turn.terminal, going);
    const { program: next } = doing;
    if (next.lines === undefined || next.cli.todo.length > 0) return;
    const [line, ...lines] = next.lines;
    const last = { ...interrupted(next.cli), exit: 0 };
    doing = perform(turn, { ...next, lines }, line === undefined ? last : typed(next.cli, line, turn.out.now));
  }
}

/** Something came from the server, or from the kernel in its place. */
export function heard(turn: Turn, job: Job, body: RedisBody): void {
  const { program } = job;
  if (program.kind !== 'redis-cli' || body.connection !== program.connection) return;
  const { now } = turn.out;
  if (body.type === 'unreachable') return goOn(turn, job, { ...program, connection: '' }, refused(program.cli, now));
  if (body.type === 'disconnected')
    return goOn(turn, job, { ...program, connection: '' }, disconnected(program.cli, now));
  if (body.type !== 'replies') return;
  for (const reply of body.replies) {
    const current =
      turn.terminal.foreground?.pid === job.pid
        ? turn.terminal.foreground
        : turn.terminal.jobs.find(({ pid }) => pid === job.pid);
    if (current?.program.kind !== 'redis-cli') return;
    goOn(turn, current, current.program, answered(current.program.cli, reply, now));
  }
}

/** What stands before the cursor while redis-cli has the window; undefined while it waits for the server. */
export const cliPrompt = ({ program }: Job): string | undefined =>
  program.kind === 'redis-cli' && program.lines === undefined ? promptOf(program.cli) || undefined : undefined;

/** A line is typed at redis-cli's prompt. Its own prompt, and a line of the guide that only explains, are left out. */
export function typedTo(turn: Turn, job: Job, line: string): void {
  const { program } = job;
  if (program.kind !== 'redis-cli') return;
  const text = line.replace(/^\s*(?:[\w.-]+:\d+(?:\[\d+\])?|not connected)>\s?/, '');
  show(turn.terminal, [{ kind: 'input', prompt: promptOf(program.cli), text }]);
  if (/^\s*\/\/(?![\w/])/.test(text))
    return show(turn.terminal, [{ kind: 'hint', hint: { code: 'guide-comment', values: {} } }]);
  goOn(turn, job, program, typed(program.cli, text, turn.out.now));
}

/** Ctrl-C. */
export function interruptedCli(turn: Turn, job: Job): void {
  if (job.program.kind === 'redis-cli') goOn(turn, job, job.program, interrupted(job.program.cli));
}
