import type { Signal } from '../../engine/world.ts';
import {
  type Call,
  type CommandFunction,
  fails,
  hints,
  optionsOf,
  prints,
  type Result,
  together,
  unknownOption,
} from '../call.ts';
import { listeningOf, type Process, processesOf } from '../processes.ts';
import { clock } from '../time.ts';
import { signalJob } from './jobs.ts';

const all = ({ turn }: Call): Process[] => processesOf(turn.out.kernel);

/** The process that the command itself is, as `ps | grep` shows it. */
function itself({ turn, name, args }: Call): Process {
  const { terminal, out } = turn;
  const target = { kind: 'terminal', terminal: terminal.name, job: undefined } as const;
  return {
    pid: out.pid(),
    parent: terminal.pid,
    tty: 'pts/0',
    command: name,
    title: [name, ...args].join(' '),
    target,
  };
}

/** `ps`: of this window; `ps aux`, `ps -ef`, `ps -e`: of the machine. */
export const ps: CommandFunction = (call) => {
  const letters = call.args.join('').replaceAll('-', '');
  const { terminal } = call.turn;
  if (/u/.test(letters)) {
    const rows = [...all(call), itself(call)].map(
      ({ pid, tty, title }) =>
        `root ${String(pid).padStart(11)}  0.0  0.1 ${'10240'.padStart(7)} ${'4096'.padStart(5)} ${tty.padEnd(8)} Ss   ${clock(call).slice(0, 5)}   0:00 ${title}`,
    );
    return prints('USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND', ...rows);
  }
  if (/f/.test(letters) && /[eA]/.test(letters)) {
    const rows = [...all(call), itself(call)].map(
      ({ pid, parent, tty, title }) =>
        `root     ${String(pid).padStart(7)} ${String(parent).padStart(7)}  0 ${clock(call).slice(0, 5)} ${tty.padEnd(8)} 00:00:00 ${title}`,
    );
    return prints('UID          PID    PPID  C STIME TTY          TIME CMD', ...rows);
  }
  const every = /[eAax]/.test(letters);
  const mine = ({ target }: Process) => target.kind === 'terminal' && target.terminal === terminal.name;
  const rows = [...all(call).filter((one) => every || mine(one)), itself(call)].map(
    ({ pid, tty, command }) => `${String(pid).padStart(7)} ${tty.padEnd(8)} 00:00:00 ${command}`,
  );
  return prints('    PID TTY          TIME CMD', ...rows);
};

/** The Java processes, by their main class. */
export const jps: CommandFunction = (call) => {
  const long = call.args.includes('-l');
  const rows = all(call).flatMap(({ command, pid }) =>
    command === 'java' ? [`${pid} ${long ? 'org.apache.catalina.startup.Bootstrap' : 'Bootstrap'}`] : [],
  );
  return prints(...rows, `${call.turn.out.pid()} ${long ? 'jdk.jcmd/sun.tools.jps.Jps' : 'Jps'}`);
};

const names: readonly [number, string, Signal | undefined][] = [
  [1, 'HUP', 'SIGHUP'],
  [2, 'INT', 'SIGINT'],
  [3, 'QUIT', 'SIGQUIT'],
  [9, 'KILL', 'SIGKILL'],
  [15, 'TERM', 'SIGTERM'],
  [18, 'CONT', 'SIGCONT'],
  [19, 'STOP', 'SIGSTOP'],
  [20, 'TSTP', 'SIGTSTP'],
  [0, '', undefined],
];

/** `-9`, `-KILL`, `-SIGKILL`, `-s KILL`; what is left are the processes. Undefined: no such signal. */
function signalOf(args: readonly string[]): { signal: Signal | undefined; rest: string[] } | undefined {
  const [first = '', ...rest] = args;
  if (first === '-s' || first === '-n') return signalOf([`-${rest[0] ?? ''}`, ...rest.slice(1)]);
  if (!/^-\w+$/.test(first)) return { signal: 'SIGTERM', rest: [...args] };
  const name = first.slice(1).toUpperCase().replace(/^SIG/, '');
  const found = names.find(([number, word]) => name === String(number) || (name === word && word !== ''));
  return found && { signal: found[2], rest };
}

export const kill: CommandFunction = (call) => {
  if (call.args[0] === '-l')
    return prints(
      names
        .filter(([number]) => number > 0)
        .map(([number, word]) => `${number}) SIG${word}`)
        .join('\t'),
    );
  const given = signalOf(call.args);
  if (!given) return fails(1, `bash: kill: ${(call.args[0] ?? '').slice(1)}: invalid signal specification`);
  if (given.rest.length === 0)
    return fails(2, 'kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]');
  return together(given.rest.map((word) => killOne(call, word, given.signal)));
};

function killOne(call: Call, word: string, signal: Signal | undefined) {
  if (word.startsWith('%')) return signalJob(call, word, signal);
  if (!/^-?\d+$/.test(word)) return failed(`bash: kill: ${word}: arguments must be process or job IDs`);
  const process = all(call).find(({ pid }) => pid === Number(word));
  if (!process) return failed(`bash: kill: (${word}) - No such process`);
  return send(call, process, signal);
}

function send(call: Call, { target, pid }: Process, signal: Signal | undefined) {
  const { turn } = call;
  if (signal !== undefined) {
    turn.sent = true;
    const body = { type: 'signal', signal, ...(target.kind === 'terminal' || target.worker ? { pid } : {}) } as const;
    turn.out.send(target.kind === 'host' ? target.host : target.terminal, body, 0);
  }
  return { printed: [], status: 0 };
}

const failed = (text: string) => ({ printed: [{ to: 2 as const, text }], status: 1 });

/** `pkill NAME`, `pkill -f TEXT`, `killall NAME`. */
export const pkill: CommandFunction = (call) => {
  const whole = call.args.includes('-f');
  const given = signalOf(call.args.filter((arg) => arg !== '-f'));
  const [wanted] = given?.rest ?? [];
  if (!given || wanted === undefined)
    return fails(2, `${call.name}: no matching criteria specified`, `Try \`${call.name} --help' for more information.`);
  const found = matching(call, wanted, whole);
  if (found.length === 0) return call.name === 'killall' ? fails(1, `${wanted}: no process found`) : fails(1);
  // The master of a pair passes the signal on to its workers.
  const targets = found.filter(({ target }) => target.kind === 'terminal' || !target.worker);
  return together(targets.map((process) => send(call, process, given.signal)));
};

function matching(call: Call, wanted: string, whole: boolean): Process[] {
  const { terminal } = call.turn;
  return all(call).filter(({ command, title, target }) => {
    if (target.kind === 'terminal' && target.terminal === terminal.name && target.job === undefined) return false;
    return call.name === 'killall' || call.name === 'pidof'
      ? command === wanted
      : (whole ? title : command).includes(wanted);
  });
}

export const pgrep: CommandFunction = (call) => {
  const { flags, operands, unknown } = optionsOf(call.args, 'fla');
  if (unknown) return unknownOption(call, unknown);
  const [wanted] = operands;
  if (wanted === undefined) return fails(2, `${call.name}: no matching criteria specified`);
  const found = matching(call, wanted, flags.has('f'));
  if (call.name === 'pidof')
    return found.length > 0
      ? prints(
          found
            .map(({ pid }) => pid)
            .reverse()
            .join(' '),
        )
      : fails(1);
  const rows = found.map(({ pid, command, title }) =>
    flags.has('a') ? `${pid} ${title}` : flags.has('l') ? `${pid} ${command}` : String(pid),
  );
  return { ...prints(...rows), status: rows.length > 0 ? 0 : 1 } as Result;
};

/** `netstat -lntp`; connections that are open are not shown. */
export const netstat: CommandFunction = (call) => {
  const rows = listeningOf(call.turn.out.kernel).map(
    ({ address, family, process }) =>
      `${family.padEnd(5)}      0      0 ${address.replace(/^::/, '::').padEnd(23)} ${(family === 'tcp6' ? ':::*' : '0.0.0.0:*').padEnd(23)} LISTEN      ${process.pid}/${shortName(process)}`,
  );
  return prints(
    'Active Internet connections (only servers)',
    'Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name    ',
    ...rows,
  );
};

const shortName = ({ command, title }: Process): string =>
  command === 'nginx' ? 'nginx: master' : command === 'redis-server' ? (title.split(' ')[0] ?? '') : command;

export const ss: CommandFunction = (call) => {
  const rows = listeningOf(call.turn.out.kernel).map(({ address, family, process }) => {
    const local = address.startsWith(':::')
      ? `[::]:${address.slice(3)}`
      : family === 'tcp6' && !address.startsWith('[')
        ? address.replace(/^(.*):(\d+)$/, '[$1]:$2')
        : address;
    return `LISTEN 0      511    ${local.padStart(22)} ${(family === 'tcp6' ? '[::]:*' : '0.0.0.0:*').padStart(22)} users:(("${process.command}",pid=${process.pid},fd=6))`;
  });
  return prints('State  Recv-Q Send-Q     Local Address:Port          Peer Address:Port Process', ...rows);
};

/** `lsof -i`, `lsof -i :8080`, `lsof -i tcp:8080`. */
export const lsof: CommandFunction = (call) => {
  const text = call.args.filter((arg) => !/^-[nPt]+$/.test(arg)).join('');
  const port = /:(\d+)$/.exec(text)?.[1];
  if (!text.startsWith('-i')) return hints({ code: 'option-not-modelled', values: { command: 'lsof', option: text } });
  const found = listeningOf(call.turn.out.kernel).filter((one) => port === undefined || one.port === Number(port));
  if (found.length === 0) return fails(1);
  if (call.args.some((arg) => /^-\w*t/.test(arg)))
    return prints(...new Set(found.map(({ process }) => String(process.pid))));
  const rows = found.map(
    ({ address, family, process }) =>
      `${process.command.slice(0, 9).padEnd(9)} ${String(process.pid).padStart(5)} root    6u  IPv${family === 'tcp6' ? 6 : 4}  31415      0t0  TCP ${address.replace(/^(0\.0\.0\.0|::):/, '*:')} (LISTEN)`,
  );
  return prints('COMMAND     PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME', ...rows);
};
