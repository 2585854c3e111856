import type { Version } from '../version.ts';
import { textValue, type Values } from './values.ts';

/** How important a line is: `.` debug, `-` verbose, `*` notice, `#` warning. */
export type Mark = '.' | '-' | '*' | '#';

/** Something for the log, before it has a time and a process number. */
export type LogEntry =
  /** `role`: C before it serves, M master, S replica. */
  | { mark: Mark; role: 'C' | 'M' | 'S'; text: string }
  /** Lines as they are: the logo. It names the process, so it is drawn when that is known. */
  | { mark: Mark; logo: Version; port: number };

/** A line of the serving process. */
export const master = (values: Values, mark: Mark, text: string): LogEntry => ({
  mark,
  role: values.master ? 'S' : 'M',
  text,
});

const MARKS = '.-*#';
const LEAST: Readonly<Record<string, Mark>> = { debug: '.', verbose: '-', notice: '*', warning: '#' };

/** Whether `loglevel` lets it through. */
export const isLogged = (values: Values, mark: Mark): boolean =>
  MARKS.indexOf(mark) >= MARKS.indexOf(LEAST[textValue(values, 'loglevel')] ?? '*');

/** The entry as lines; `pid` and `date` as the version writes them. */
export function renderEntry(entry: LogEntry, pid: string, date: string): string[] {
  if ('logo' in entry) return logo(entry.logo, entry.port, pid);
  return [`${pid}:${entry.role} ${date} ${entry.mark} ${entry.text}`];
}

/** The drawing (asciilogo.h), with the version, the port and the process beside it, and an empty line. */
function logo(version: Version, port: number, pid: string): string[] {
  const old = version === '3.2.1';
  return [
    '                _._                                                  ',
    "           _.-``__ ''-._                                             ",
    `      _.-\`\`    \`.  \`_.  ''-._           Redis ${version} (00000000/0) 64 bit`,
    `  .-\`\` .-\`\`\`.  \`\`\`\\/    _.,_ ''-._                                ${old ? '   ' : '  '}`,
    " (    '      ,       .-`  | `,    )     Running in standalone mode",
    ` |\`-._\`-...-\` __...-.\`\`-._|'\` _.-'|     Port: ${port}`,
    ` |    \`-._   \`._    /     _.-'    |     PID: ${pid}`,
    "  `-._    `-._  `-./  _.-'    _.-'                                   ",
    " |`-._`-._    `-.__.-'    _.-'_.-'|                                  ",
    ` |    \`-._\`-._        _.-'_.-'    |           ${old ? 'http://redis.io        ' : 'https://redis.io       '}`,
    "  `-._    `-._`-.__.-'_.-'    _.-'                                   ",
    " |`-._`-._    `-.__.-'    _.-'_.-'|                                  ",
    " |    `-._`-._        _.-'_.-'    |                                  ",
    "  `-._    `-._`-.__.-'_.-'    _.-'                                   ",
    "      `-._    `-.__.-'    _.-'                                       ",
    "          `-._        _.-'                                           ",
    "              `-.__.-'                                               ",
    '',
  ];
}
