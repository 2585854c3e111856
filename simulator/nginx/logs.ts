import { own, put } from '../core/own.ts';
import type { Outbox } from '../engine/world.ts';
import { errorTime } from './clock.ts';
import type { Exchange } from './exchange.ts';
import type { AccessLogNote, ErrorLogNote } from './notes.ts';
import type { LogFormat, LogLevel } from './settings/settings.ts';
import { type Clock, requestLine, valueOf } from './variables.ts';

/** The line an access log note stands for. Values are escaped as `log_format` says. */
export function accessLogLine({ format, values }: AccessLogNote): string {
  const none = format.escape === 'default' ? '-' : '';
  const value = (name: string) => {
    const text = own(values, name);
    return text === undefined ? none : escaped(text, format.escape);
  };
  return format.template.parts.map((part) => (typeof part === 'string' ? part : value(part.variable))).join('');
}

/** The line an error log note stands for; `wallClock` is the Unix time of the note in ms. */
export function errorLogLine(note: ErrorLogNote, wallClock: number): string {
  return `${errorTime(wallClock)} [${note.level}] ${note.pid}#${note.pid}: ${errorLogText(note)}`;
}

/** The same from after the process id on. */
export function errorLogText(note: ErrorLogNote): string {
  const { message, action, connection, client, server, request, upstream, site } = note;
  return [
    `${connection === undefined ? '' : `*${connection} `}${message}${action ? ` while ${action}` : ''}`,
    client !== undefined && `client: ${client}`,
    server !== undefined && `server: ${server}`,
    request !== undefined && `request: "${request}"`,
    upstream !== undefined && `upstream: "${upstream}"`,
    site !== undefined && `host: "${site}"`,
  ]
    .filter((part) => part !== false)
    .join(', ');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the bytes nginx escapes
const unprintable = /["\\\x00-\x1f\x7f]/g;

/** Bytes that would break a log line (`ngx_http_log_escape`, `ngx_escape_json`). */
function escaped(text: string, escape: LogFormat['escape']): string {
  if (escape === 'none') return text;
  if (escape === 'json') return JSON.stringify(text).slice(1, -1);
  return text.replace(
    unprintable,
    (character) => `\\x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** What the access log needs to know of a finished request. */
export function accessLogNote(file: string, format: LogFormat, exchange: Exchange, clock: Clock): AccessLogNote {
  const values: Record<string, string> = {};
  for (const part of format.template.parts) {
    const value = typeof part === 'string' ? undefined : valueOf(part.variable, exchange, clock);
    if (typeof part !== 'string' && value !== undefined) put(values, part.variable, value);
  }
  return { kind: 'access-log', file, format, values };
}

const levels: readonly LogLevel[] = ['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug'];

/** Whether a log of level `limit` takes a line of that level. */
const isLogged = (level: LogLevel, limit: LogLevel): boolean => levels.indexOf(level) <= levels.indexOf(limit);

/** An error log line about a request, with what nginx adds to it. */
function errorLogNote(exchange: Exchange, level: LogLevel, message: string, action?: string): ErrorLogNote {
  const { conf, connection, ip, server, proxying, host, pid } = exchange;
  const attempt = proxying && exchange.attempts.at(-1);
  return {
    kind: 'error-log',
    file: conf.errorLog.file,
    level,
    pid,
    message,
    ...(action === undefined ? {} : { action }),
    connection,
    client: ip,
    server: server.names[0] ?? '',
    request: requestLine(exchange),
    ...(attempt ? { upstream: `http://${attempt.address}${proxying.uri}` } : {}),
    ...(host ? { site: host } : {}),
  };
}

/** Writes to the error log of the request's location, where its level asks for it. */
export function noteError(exchange: Exchange, out: Outbox, level: LogLevel, message: string, action?: string): void {
  if (out.noting && isLogged(level, exchange.conf.errorLog.level))
    out.note(errorLogNote(exchange, level, message, action), exchange.chain);
}
