import type { Behaviour, HostName, Message, ShellOutbox, Signal } from '../engine/world.ts';
import { beat, finish } from './finish.ts';
import { abandon } from './flow.ts';
import type { Job } from './job.ts';
import { jobsOf, printedBy, replace, suspend, toldAtPrompt } from './jobs.ts';
import { answered } from './programs/curl.ts';
import { cliPrompt, heard, interruptedCli, typedTo } from './programs/redis-cli.ts';
import { followed, follows as jobFollows } from './programs/tail.ts';
import { carryOn, runLine } from './run.ts';
import { promptOf, show, type Terminal, type Turn } from './state.ts';
import { terminalLifecycle } from './terminal-chart.ts';

export type { Terminal } from './state.ts';

/** A window that was just opened. */
export function newTerminal({
  name,
  machine,
  pid,
  cwd,
}: {
  name: HostName;
  machine: string;
  pid: number;
  cwd: string;
}): Terminal {
  return {
    kind: 'terminal',
    name,
    machine,
    mode: terminalLifecycle.initial,
    pid,
    cwd,
    variables: {
      HOME: '/root',
      USER: 'root',
      SHELL: '/bin/bash',
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      LANG: 'en_US.UTF-8',
      JAVA_HOME: '/usr/lib/jvm/java-17-openjdk-amd64',
    },
    status: 0,
    history: [],
    screen: [],
    unfinished: '',
    ahead: [],
    plan: [],
    errexit: false,
    unasked: false,
    foreground: undefined,
    jobs: [],
    notices: [],
    begun: 0,
  };
}

const turnOf = (terminal: Terminal, out: ShellOutbox): Turn => ({ terminal, out, sent: false, depth: 0 });

/** A bash in a window on the lab's machine, and the programs that it started. */
export const terminal: Behaviour<Terminal> = {
  receive(terminal, message, out) {
    if (terminal.mode === 'closed') return;
    const turn = turnOf(terminal, out as ShellOutbox);
    hear(turn, message);
    readAhead(turn);
  },
  fire() {},
  power() {},
  edit() {},
  visit() {},
  fork: (terminal) => ({ ...terminal }),
  key: ({ screen, history, ...rest }) => JSON.stringify([rest, history]),
};

function hear(turn: Turn, { from, body }: Message): void {
  const { terminal } = turn;
  switch (body.type) {
    case 'work': {
      if (body.what === 'go-on') return carryOn(turn);
      const job = jobsOf(terminal).find(({ pid }) => body.what === `beat ${pid}`);
      return job && beat(turn, job);
    }
    case 'output':
    case 'exited': {
      const job = jobsOf(terminal).find(({ program }) => program.kind === 'host' && program.host === from);
      if (!job) return;
      if (body.type === 'exited') return finish(turn, job, body.code);
      return replace(
        terminal,
        printedBy(
          turn,
          job,
          body.lines.map((text) => ({ to: 1, text })),
        ),
      );
    }
    case 'replies':
    case 'unreachable':
    case 'disconnected': {
      const { connection } = body;
      const job = jobsOf(terminal).find(
        ({ program }) => program.kind === 'redis-cli' && program.connection === connection,
      );
      return job && heard(turn, job, body);
    }
    case 'signal':
      return killed(turn, body.signal, body.pid);
    case 'appended':
      return followed(turn, body.file, body.lines);
    case 'response':
    case 'refused':
    case 'closed': {
      const job = jobsOf(terminal).find(({ program }) => program.kind === 'curl' && program.chain === body.chain);
      return job && answered(turn, job, body);
    }
  }
}

/** A line is typed and ended with Enter. Never fails, whatever it is. */
export function typeLine(terminal: Terminal, line: string, out: ShellOutbox): void {
  if (terminal.mode === 'closed') return;
  out.note({ kind: 'typed', line });
  const turn = turnOf(terminal, out);
  terminal.ahead = [...terminal.ahead, ...line.split(/\r\n?|\n/)];
  const job = terminal.foreground;
  readAhead(turn);
  if (
    job &&
    !['redis-cli', 'curl'].includes(job.program.kind) &&
    terminal.foreground === job &&
    terminal.ahead.length > 0
  )
    show(terminal, [
      { kind: 'input', prompt: '', text: line },
      { kind: 'hint', hint: { code: 'window-occupied', values: { program: job.source } } },
    ]);
}

/** Reads what was typed while nobody could. */
function readAhead(turn: Turn): void {
  const { terminal } = turn;
  for (;;) {
    const { foreground, mode } = terminal;
    const [line, ...rest] = terminal.ahead;
    if (line === undefined) return;
    const reader = foreground && cliPrompt(foreground) !== undefined ? foreground : undefined;
    if (!reader && mode !== 'prompt') return;
    terminal.ahead = rest;
    if (reader) typedTo(turn, reader, line);
    else readLine(turn, line);
  }
}

function readLine(turn: Turn, typed: string): void {
  const { terminal } = turn;
  const line = terminal.unfinished === '' ? withoutPrompt(typed) : typed;
  show(terminal, [{ kind: 'input', prompt: promptOf(terminal), text: line }]);
  if (line.trim() === '' && terminal.unfinished === '') return toldAtPrompt(terminal);
  if (terminal.unfinished === '' && /^\s*\/\/(?![\w/])/.test(line)) {
    show(terminal, [{ kind: 'hint', hint: { code: 'guide-comment', values: {} } }]);
    return;
  }
  if (terminal.history.at(-1) !== line) terminal.history = [...terminal.history, line].slice(-500);
  runLine(turn, terminal.unfinished + line);
}

/** Lines are copied with the prompt before them: `$ wget …`, `root@ubuntu:/jinhetech# ls`, `[root@web ~]# ls`. */
export const withoutPrompt = (line: string): string =>
  line.replace(
    /^\s*(?:\$|#(?=\s+(?:\.\/|[a-z]+\b)(?!.*[\u3000-\u9fff]))|\[?[\w.-]+@[\w.-]+[: ][^#$\]]{0,200}\]?[#$])\s+/,
    '',
  );

/** A key that makes a signal, or (SIGHUP) the window is closed. */
export function interrupt(
  terminal: Terminal,
  signal: 'SIGINT' | 'SIGTSTP' | 'SIGQUIT' | 'SIGHUP',
  out: ShellOutbox,
): void {
  if (terminal.mode === 'closed') return;
  const turn = turnOf(terminal, out);
  const job = terminal.foreground;
  if (signal === 'SIGHUP') return close(turn);
  const echo = { SIGINT: '^C', SIGTSTP: '^Z', SIGQUIT: '^\\' }[signal];
  if (!job) {
    if (signal !== 'SIGINT') return;
    show(terminal, [{ kind: 'input', prompt: promptOf(terminal), text: echo }]);
    terminal.unfinished = '';
    abandon(terminal);
    terminal.ahead = [];
    terminal.status = 130;
    return;
  }
  show(terminal, [{ kind: 'output', text: echo, error: false }]);
  abandon(terminal);
  terminal.ahead = [];
  if (job.program.kind === 'redis-cli') interruptedCli(turn, job);
  else signalled(turn, job, signal);
  readAhead(turn);
}

function signalled(turn: Turn, job: Job, signal: 'SIGINT' | 'SIGTSTP' | 'SIGQUIT'): void {
  const { terminal, out } = turn;
  const { program } = job;
  if (program.kind === 'host') out.send(program.host, { type: 'signal', signal }, 0);
  if (signal === 'SIGTSTP') {
    suspend(terminal);
    carryOn(turn);
  } else if (program.kind !== 'host') {
    if (program.kind === 'curl') out.send(program.address, { type: 'abort', chain: program.chain, attempt: 0 });
    finish(turn, { ...job, readers: [] }, signal === 'SIGINT' ? 130 : 131);
  }
}

/** `kill` from some window. bash itself minds only what nobody can ignore. */
function killed(turn: Turn, signal: Signal, pid: number | undefined): void {
  const job = jobsOf(turn.terminal).find((one) => one.pid === pid);
  if (!job) return signal === 'SIGKILL' || signal === 'SIGHUP' ? close(turn) : undefined;
  if (signal === 'SIGCONT') return;
  if (signal === 'SIGSTOP' || signal === 'SIGTSTP') {
    if (turn.terminal.foreground?.pid !== pid) return replace(turn.terminal, { ...job, state: 'stopped' });
    suspend(turn.terminal);
    return carryOn(turn);
  }
  finish(turn, job, 128 + NUMBER[signal]);
}

const NUMBER = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGTERM: 15 };

/** The window goes, and everything in it hears SIGHUP. Some programs do not mind. */
function close({ terminal, out }: Turn): void {
  for (const { program } of jobsOf(terminal))
    if (program.kind === 'host') out.send(program.host, { type: 'signal', signal: 'SIGHUP' }, 0);
  terminal.mode = terminalLifecycle.next(terminal.mode, 'close');
  terminal.foreground = undefined;
  terminal.jobs = [];
  terminal.plan = [];
}

/** Whether a program in this window reads the end of a log file. */
export const follows = (terminal: Terminal, file: string): boolean =>
  terminal.mode !== 'closed' && jobsOf(terminal).some((job) => jobFollows(job, file));

/** What a window shows beside its screen. */
export interface ShownTerminal {
  /** What stands before the cursor; empty while a program has the window and does not read. */
  prompt: string;
  /** The command line of the program that has the window. */
  program: string | undefined;
}

/** What a window shows of itself below its lines. */
export function shownTerminal(terminal: Terminal): ShownTerminal {
  const { foreground, mode } = terminal;
  const program = foreground?.source;
  if (foreground) return { prompt: cliPrompt(foreground) ?? '', program };
  return { prompt: mode === 'prompt' ? promptOf(terminal) : '', program };
}
