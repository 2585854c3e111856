import type { Outbox } from '../engine/world.ts';
import type { Redis } from './host.ts';

/** How important a line is: `.` debug, `-` verbose, `*` notice, `#` warning. */
export type LogMark = '.' | '-' | '*' | '#';

const order: readonly LogMark[] = ['.', '-', '*', '#'];
const least: Readonly<Record<string, LogMark>> = { debug: '.', verbose: '-', notice: '*', warning: '#' };

/** Writes a line to the log of a running server, in the form of its version. `role`: M the server, C a child. */
export function log(host: Redis, mark: LogMark, text: string, out: Outbox, role: 'M' | 'C' = 'M'): void {
  const level = host.server?.settings.loglevel ?? 'notice';
  if (order.indexOf(mark) < order.indexOf(least[level] ?? '*')) return;
  write(host, logLine(host, role, mark, text, out), out);
}

/** One line as the server writes it. */
export function logLine(host: Redis, role: string, mark: LogMark, text: string, out: Outbox): string {
  return `${host.pid}:${role} ${dateOf(host, out.wallClock)} ${mark} ${text}`;
}

/** Puts lines where the log goes: a file, or the terminal of the shell that started it; nowhere for a daemon. */
export function write(host: Redis, line: string, out: Outbox): void {
  const { server } = host;
  const file = server?.settings.logfile ?? '';
  if (file === '') {
    if (server?.settings.daemonize) return;
    if (server?.terminal) out.send(server.terminal, { type: 'output', lines: [line] });
  }
  if (out.noting) out.note({ kind: 'redis-log', file, line });
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `22 Nov 12:44:04.677`; 7.0.15 has the year as well. */
function dateOf({ version }: Redis, at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]}`;
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const year = version === '3.2.1' ? '' : ` ${date.getUTCFullYear()}`;
  return `${day}${year} ${time}.${String(date.getUTCMilliseconds()).padStart(3, '0')}`;
}
