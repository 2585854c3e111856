import type { Behaviour, HostName, Message, ShellOutbox } from '../engine/world.ts';
import { beat, finish } from './finish.ts';
import type { Job } from './job.ts';
import { jobsOf, printedBy, replace, suspend, toldAtPrompt } from './jobs.ts';
import { answered } from './programs/curl.ts';
import { followed, follows as jobFollows } from './programs/tail.ts';
import { carryOn, runLine } from './run.ts';
import { promptOf, show, type Terminal, type Turn } from './state.ts';
import { terminalLifecycle } from './terminal-chart.ts';

export type { Terminal, TerminalNote } from './state.ts';

/** A window that was just opened. */
export function newTerminal({ name, machine, pid, cwd }: { name: HostName; machine: string; pid: number; cwd: string }): Terminal {
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
      return replace(terminal, printedBy(turn, job, body.lines.map((text) => ({ to: 1, text }))));
    }
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
  if (job && terminal.foreground === job && terminal.ahead.length > 0)
    show(terminal, [
      { kind: 'input', prompt: '', text: line },
      { kind: 'hint', hint: { code: 'window-occupied', values: { program: job.source } } },
    ]);
}

/** Reads what was typed while nobody could. */
function readAhead(turn: Turn): void {
  const { terminal } = turn;
  while (terminal.mode === 'prompt') {
    const [line, ...rest] = terminal.ahead;
    if (line === undefined) return;
    terminal.ahead = rest;
    readLine(turn, line);
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
  line.replace(/^\s*(?:\$|#(?=\s+(?:\.\/|[a-z]+\b)(?!.*[\u3000-\u9fff]))|\[?[\w.-]+@[\w.-]+[: ][^#$\]]{0,200}\]?[#$])\s+/, '');

/** A key that makes a signal, or (SIGHUP) the window is closed. */
export function interrupt(terminal: Terminal, signal: 'SIGINT' | 'SIGTSTP' | 'SIGQUIT' | 'SIGHUP', out: ShellOutbox): void {
  if (terminal.mode === 'closed') return;
  const turn = turnOf(terminal, out);
  const job = terminal.foreground;
  if (signal === 'SIGHUP') return close(turn);
  const echo = { SIGINT: '^C', SIGTSTP: '^Z', SIGQUIT: '^\\' }[signal];
  if (!job) {
    if (signal !== 'SIGINT') return;
    show(terminal, [{ kind: 'input', prompt: promptOf(terminal), text: echo }]);
    terminal.unfinished = '';
    terminal.ahead = [];
    terminal.status = 130;
    return;
  }
  show(terminal, [{ kind: 'output', text: echo, error: false }]);
  terminal.plan = [];
  terminal.ahead = [];
  signalled(turn, job, signal);
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
