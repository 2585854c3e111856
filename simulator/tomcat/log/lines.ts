import type { Note } from '../../engine/world.ts';
import { type Throwable, throwableText } from '../java/value.ts';
import { type Traits, traitsOf } from '../version.ts';
import type { Message } from './message.ts';
import { type LogEntry, type MessageCode, messages } from './messages.ts';
import type { TomcatNote } from './note.ts';

/** A stretch of one of a Tomcat's files, or of the terminal that its scripts write to. */
export interface TomcatText {
  file: 'catalina.out' | 'localhost.log' | 'localhost_access_log.txt' | 'terminal';
  lines: string[];
}

/**
 * What a note looks like in the real files, line for line; undefined for notes that leave no trace there.
 * `version` as `newTomcat` took it, `epoch` as the world has it (Unix ms at virtual time 0).
 */
export function tomcatText(note: Note, version: string, epoch: number): TomcatText | undefined {
  const traits = traitsOf(version);
  const time = epoch + note.at;
  switch (note.kind) {
    case 'log': {
      const file = messageOf(note.message).host ? 'localhost.log' : 'catalina.out';
      return { file, lines: logLines(note, note.thread, time, traits) };
    }
    case 'printed':
      return { file: 'catalina.out', lines: [note.line] };
    case 'access':
      return { file: 'localhost_access_log.txt', lines: [accessLine(note, time)] };
    case 'script':
      return { file: 'terminal', lines: scriptLines(note, time) };
    default:
      return undefined;
  }
}

/** How grave a log line is, in java.util.logging's words. */
export const levelOf = ({ message }: LogEntry): Message['level'] => messageOf(message).level;

const messageOf = (code: MessageCode): Message => messages[code];

function logLines({ message, values, exception }: LogEntry, thread: string, time: number, traits: Traits): string[] {
  const { level, source: named, text } = messageOf(message);
  const source = typeof named === 'string' ? named : named(values, traits);
  const said = text(values, traits);
  if (!traits.twoLineLog) {
    const trace = exception ? traceLines(exception).map((line) => `\t${line}`) : [];
    return [`${oneLineDate(time)} ${level} [${thread}] ${source} ${said}`, ...trace];
  }
  const method = source.lastIndexOf('.');
  const trace = exception ? [...traceLines(exception), ''] : [];
  return [`${twoLineDate(time)} ${source.slice(0, method)} ${source.slice(method + 1)}`, `${level}: ${said}`, ...trace];
}

/** As `Throwable.printStackTrace` has it, with the frames that are modelled. */
function traceLines(exception: Throwable): string[] {
  const lines = [throwableText(exception), ...(exception.frames ?? []).map((frame) => `\tat ${frame}`)];
  if (!exception.cause) return lines;
  const [first = '', ...rest] = traceLines(exception.cause);
  return [...lines, `Caused by: ${first}`, ...rest];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number) => String(number).padStart(2, '0');
const clock = (date: Date) => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
const month = (date: Date) => months[date.getUTCMonth()] ?? '';

/** `22-Sep-2026 22:25:19.000` */
function oneLineDate(time: number) {
  const date = new Date(time);
  const ms = String(date.getUTCMilliseconds()).padStart(3, '0');
  return `${two(date.getUTCDate())}-${month(date)}-${date.getUTCFullYear()} ${clock(date)}.${ms}`;
}

/** `Sep 22, 2026 10:25:19 PM` */
function twoLineDate(time: number) {
  const date = new Date(time);
  const hours = date.getUTCHours();
  const shown = clock(date).replace(/^\d+/, String(hours % 12 === 0 ? 12 : hours % 12));
  return `${month(date)} ${two(date.getUTCDate())}, ${date.getUTCFullYear()} ${shown} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** The pattern `%h %l %u %t "%r" %s %b` of the stock server.xml. */
function accessLine({ remote, request, status, bytes }: Extract<TomcatNote, { kind: 'access' }>, time: number) {
  const date = new Date(time);
  const when = `${two(date.getUTCDate())}/${month(date)}/${date.getUTCFullYear()}:${clock(date)} +0000`;
  return `${remote} - - [${when}] "${request}" ${status} ${bytes === 0 ? '-' : bytes}`;
}

/** What the scripts print without CATALINA_PID and without a terminal of their own. */
export function scriptLines(
  { script, outcome, port }: Extract<TomcatNote, { kind: 'script' }>,
  time: number,
): string[] {
  if (script === 'startup.sh') return ['Tomcat started.'];
  const severe = (text: string) => [
    `${twoLineDate(time)} org.apache.catalina.startup.Catalina stopServer`,
    `SEVERE: ${text}`,
  ];
  if (outcome === 'no-port')
    return severe('No shutdown port configured. Shut down server through OS signal. Server not shut down.');
  if (outcome !== 'refused') return [];
  return [
    ...severe(`Could not contact [localhost:${port}] (base port [${port}] and offset [0]). Tomcat may not be running.`),
    ...severe('Error stopping Catalina'),
    'java.net.ConnectException: Connection refused',
  ];
}
