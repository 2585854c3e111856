import type { HostBase, HostName, ShellOutbox } from '../engine/world.ts';
import type { Todo } from './flow.ts';
import type { Hint } from './hints.ts';
import type { Job } from './job.ts';
import type { TerminalMode } from './terminal-chart.ts';

/** A line on the screen of a terminal: what was typed behind a prompt, what a program printed, what the lab adds. */
export type ScreenLine =
  | { kind: 'input'; prompt: string; text: string }
  | { kind: 'output'; text: string; error: boolean }
  | { kind: 'hint'; hint: Hint }
  /** Whatever stood above is gone. */
  | { kind: 'clear' };

/** What a command prints: to standard output (1) or standard error (2); hints go past both, to the screen. */
export type Printed = { to: 1 | 2; text: string } | { to: 'screen'; hint: Hint } | { to: 'screen'; clear: true };

/** A window with a shell in it. Everything inside is replaced, never changed in place. */
export interface Terminal extends HostBase {
  kind: 'terminal';
  mode: TerminalMode;
  /** The process id of its bash. */
  pid: number;
  cwd: string;
  variables: Readonly<Record<string, string>>;
  /** `$?` */
  status: number;
  history: readonly string[];
  screen: readonly ScreenLine[];
  /** A line that goes on: an open quote, or a backslash at the end. */
  unfinished: string;
  /** Lines typed while a program had the window. */
  ahead: readonly string[];
  /** What is left to do of the line that is being carried out. */
  plan: readonly Todo[];
  /** `set -e` in a script: a command that fails ends it. */
  errexit: boolean;
  /** The newest command was one of those: nothing asks whether it has failed. */
  unasked: boolean;
  /** The program that has the window. */
  foreground: Job | undefined;
  /** Those in the background, and the stopped. */
  jobs: readonly Job[];
  /** What the shell has to say of its jobs before the next prompt. */
  notices: readonly string[];
  /** Connections and requests begun so far; the next ones are named by it. */
  begun: number;
}

/** What a shell tells the page. */
export type TerminalNote =
  | { kind: 'typed'; line: string }
  /** `vi FILE` and its like: the page's editor is to show that file. */
  | { kind: 'open-file'; owner: HostName; file: string };

/** A shell at work. */
export interface Turn {
  terminal: Terminal;
  out: ShellOutbox;
  /** Something was sent that must arrive before the shell goes on. */
  sent: boolean;
  /** How many `$(…)` it is inside of. */
  depth: number;
}

const MOST_LINES = 600;

/** Puts lines on the screen; the oldest go. */
export function show(terminal: Terminal, lines: readonly ScreenLine[]): void {
  if (lines.length === 0) return;
  const cleared = lines.findLastIndex(({ kind }) => kind === 'clear');
  const kept = cleared < 0 ? [...terminal.screen, ...lines] : lines.slice(cleared + 1);
  terminal.screen = kept.slice(-MOST_LINES);
}

/** What a command printed, as the screen shows it. */
export const onScreen = (printed: Printed): ScreenLine =>
  printed.to !== 'screen'
    ? { kind: 'output', text: printed.text, error: printed.to === 2 }
    : 'hint' in printed
      ? { kind: 'hint', hint: printed.hint }
      : { kind: 'clear' };

/** bash's prompt, as in the guide: `root@ubuntu:/jinhetech# `. */
export const promptOf = ({ cwd, unfinished }: Terminal): string =>
  unfinished === '' ? `root@ubuntu:${withTilde(cwd)}# ` : '> ';

const HOME = '/root';
const withTilde = (path: string) =>
  path === HOME || path.startsWith(`${HOME}/`) ? `~${path.slice(HOME.length)}` : path;
