import { accessLogLine, errorLogLine } from '../nginx/logs.ts';
import { folderOf } from '../shell/files/tree.ts';
import { follows } from '../shell/terminal.ts';
import { tomcatText } from '../tomcat/log/lines.ts';
import type { HostName, Note, World } from './world.ts';

/** A log file keeps so many lines here; older ones go. */
const LINES_KEPT = 2000;

/** A stretch of a log file. `file` is a path, absolute or under the folder of the host's files. */
export interface LogText {
  file: string;
  lines: string[];
}

/** What a note leaves in a log file, in the program's own words; undefined for notes that leave nothing there. */
export function logTextOf(note: Note, world: World): LogText | undefined {
  switch (note.kind) {
    case 'access-log':
      return { file: note.file, lines: [accessLogLine(note)] };
    case 'error-log':
      return { file: note.file, lines: [errorLogLine(note, world.epoch + note.at)] };
    case 'redis-log':
      return note.file === '' ? undefined : { file: note.file, lines: [note.line] };
    case 'log':
    case 'access':
      return tomcatLog(note, world);
    default:
      return undefined;
  }
}

function tomcatLog(note: Note, world: World): LogText | undefined {
  const host = world.hosts.get(note.host);
  const text = host?.kind === 'tomcat' ? tomcatText(note, host.version, world.epoch) : undefined;
  if (!text) return undefined;
  const day = new Date(world.epoch + note.at).toISOString().slice(0, 10);
  return { file: `logs/${text.file.replace(/\.(?=log$|txt$)/, `.${day}.`)}`, lines: text.lines };
}

/** Writes what a note leaves in a log file to the disk of its machine; tells which shells follow that file. */
export function writeLog(world: World, note: Note): { host: HostName; file: string; lines: string[] }[] {
  const writer = world.hosts.get(note.host);
  const text = writer && logTextOf(note, world);
  if (!text) return [];
  const { machine } = writer;
  const { lines } = text;
  const file = text.file.startsWith('/') ? text.file : `${folderOf(writer)}/${text.file}`;
  const files = new Map(world.disks.get(machine));
  const before = files.get(file);
  const kept = typeof before === 'object' && 'kind' in before && before.kind === 'log' ? before.lines : [];
  files.set(file, { kind: 'log', lines: [...kept, ...lines].slice(-LINES_KEPT) });
  world.disks = new Map(world.disks).set(machine, files);
  return [...world.hosts.values()].flatMap((host) =>
    host.kind === 'terminal' && host.machine === machine && follows(host, file)
      ? [{ host: host.name, file, lines }]
      : [],
  );
}
