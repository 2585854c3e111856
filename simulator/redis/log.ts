import type { Outbox } from '../engine/world.ts';
import { isLogged, type LogEntry, type Mark, renderEntry } from './conf/log.ts';
import type { Redis } from './host.ts';

/** Writes a line to the log of a running server. `role`: C a child, else the server itself. */
export function log(host: Redis, mark: Mark, text: string, out: Outbox, role?: 'C'): void {
  const { server } = host;
  if (!server || !isLogged(server.values, mark)) return;
  writeEntries(host, [{ mark, role: role ?? (server.master ? 'S' : 'M'), text }], server.settings.logfile, out);
}

/** Writes entries where the log goes. */
export function writeEntries(host: Redis, entries: readonly LogEntry[], file: string, out: Outbox): void {
  const date = dateOf(host, out.wallClock);
  for (const entry of entries)
    for (const line of renderEntry(entry, String(host.pid), date)) writeLine(host, line, file, out);
}

/** A line as it stands, to a file or to the terminal of the shell that started the server; a daemon has none. */
export function writeLine({ server }: Redis, line: string, file: string, out: Outbox): void {
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
