import { type Call, type CommandFunction, fails, hints, pathFor, prints, type Result, treeFor } from '../call.ts';
import { ownerOf } from '../files/tree.ts';
import { leaveScript } from '../flow.ts';
import type { Beat } from '../job.ts';
import { terminalLifecycle } from '../terminal-chart.ts';
import { dateLine, formatted } from '../time.ts';

export const help: CommandFunction = () => hints({ code: 'help', values: {} }, 0);

/** One sentence about a command, instead of its manual. */
export const man: CommandFunction = ({ args }) =>
  args[0] === undefined
    ? fails(1, 'What manual page do you want?', "For example, try 'man man'.")
    : hints({ code: 'about', values: { command: args[0] } }, 0);

export const clear: CommandFunction = () => ({ printed: [{ to: 'screen', clear: true }], status: 0 });

export const history: CommandFunction = ({ turn, args }) => {
  if (args[0] === '-c') {
    turn.terminal.history = [];
    return prints();
  }
  const count = Number.parseInt(args[0] ?? '', 10) || turn.terminal.history.length;
  const all = turn.terminal.history.map((line, index) => `${String(index + 1).padStart(5)}  ${line}`);
  return prints(...all.slice(-count));
};

export const exit: CommandFunction = ({ turn, args }) => {
  const { terminal } = turn;
  if (terminal.plan.some((todo) => 'leaves' in todo)) {
    leaveScript(terminal);
    return { ...prints(), status: args[0] === undefined ? terminal.status : Number.parseInt(args[0], 10) & 255 };
  }
  terminal.mode = terminalLifecycle.next(terminal.mode, 'close');
  terminal.plan = [];
  return prints('logout');
};

export const date: CommandFunction = (call) => {
  const format = call.args.find((arg) => arg.startsWith('+'));
  return prints(format === undefined ? dateLine(call) : formatted(call, format.slice(1)));
};

export const sleep: CommandFunction = ({ args }) => {
  const parts = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(args[0] ?? '');
  if (args.length === 0) return fails(1, 'sleep: missing operand', "Try 'sleep --help' for more information.");
  if (!parts) return fails(1, `sleep: invalid time interval ‘${args[0]}’`, "Try 'sleep --help' for more information.");
  const unit = { s: 1000, m: 60_000, h: 3_600_000 }[parts[2] ?? ''] ?? 1000;
  const beats: Beat[] = [{ after: Math.min(Number(parts[1]) * unit, 86_400_000), printed: [], status: 0 }];
  return { program: { kind: 'timed', name: 'sleep', beats }, printed: [] };
};

export const exportVariables: CommandFunction = ({ turn, args }) => {
  const { terminal } = turn;
  if (args.length === 0)
    return prints(...Object.entries(terminal.variables).map(([name, value]) => `declare -x ${name}="${value}"`));
  const wrong = args.find((arg) => !/^[A-Za-z_]\w*(=|$)/.test(arg));
  if (wrong) return fails(1, `bash: export: \`${wrong}': not a valid identifier`);
  const pairs = args.flatMap((arg) =>
    arg.includes('=') ? [[arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]] : [],
  );
  terminal.variables = { ...terminal.variables, ...Object.fromEntries(pairs) };
  return prints();
};

export const unset: CommandFunction = ({ turn, args }) => {
  const { terminal } = turn;
  terminal.variables = Object.fromEntries(Object.entries(terminal.variables).filter(([name]) => !args.includes(name)));
  return prints();
};

export const env: CommandFunction = ({ turn }) =>
  prints(
    ...Object.entries({ ...turn.terminal.variables, PWD: turn.terminal.cwd }).map(
      ([name, value]) => `${name}=${value}`,
    ),
  );

/** `vi`, `nano`, `gedit` …: the file is shown in the page's editor. */
export function edit(call: Call): Result {
  const name = call.args.findLast((arg) => !/^[-+]/.test(arg));
  if (name === undefined) return hints({ code: 'about', values: { command: call.name } });
  const { out } = call.turn;
  const path = pathFor(call, name);
  const node = treeFor(call).get(path);
  if (node?.kind === 'folder') return fails(1, `${call.name}: ${name}: Is a directory`);
  const owner = (node?.kind === 'file' && node.owner) || (node ? undefined : ownerOf(out.kernel.hosts, path));
  if (!owner) return hints({ code: 'not-in-editor', values: { file: name } });
  out.note({ kind: 'open-file', owner: owner.host, file: owner.file });
  return hints({ code: 'opened-in-editor', values: { file: name } }, 0);
}

export const uname: CommandFunction = ({ args }) =>
  prints(
    args.some((arg) => /a/.test(arg))
      ? 'Linux ubuntu 6.1.0-18-amd64 #1 SMP PREEMPT_DYNAMIC x86_64 GNU/Linux'
      : args.some((arg) => /r/.test(arg))
        ? '6.1.0-18-amd64'
        : 'Linux',
  );

export const java: CommandFunction = ({ args }) =>
  args.some((arg) => /^--?version$/.test(arg))
    ? fails(
        0,
        'openjdk version "17.0.15" 2025-04-15',
        'OpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)',
        'OpenJDK 64-Bit Server VM (build 17.0.15+6-Debian-1deb12u1, mixed mode, sharing)',
      )
    : hints({ code: 'command-not-modelled', values: { command: 'java' } });
