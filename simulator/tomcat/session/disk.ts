import type { SessionFile } from '../host.ts';
import type { Duty } from './manager.ts';

// Where a manager keeps session files: below CATALINA_BASE, or, by an absolute path, on the disk of the machine,
// where every Tomcat of it finds them.

const isAbsolute = (path: string) => path.startsWith('/');

/** The sessions in a file, or `undefined` where there is none (a text is no file of sessions). */
export function readSessionFile({ host, out }: Duty, path: string): SessionFile | undefined {
  if (!isAbsolute(path)) return host.disk.get(path);
  const file = out.readFile(path);
  return typeof file === 'object' && 'sessions' in file ? file : undefined;
}

export function writeSessionFile({ host, out }: Duty, path: string, file: SessionFile): void {
  if (isAbsolute(path)) out.writeFile(path, file);
  else host.disk.set(path, file);
}

export function deleteSessionFile({ host, out }: Duty, path: string): void {
  if (!isAbsolute(path)) host.disk.delete(path);
  else if (out.readFile(path) !== undefined) out.writeFile(path, undefined);
}

/** The paths of all files below a folder. */
export function sessionFilesUnder({ host, out }: Duty, folder: string): string[] {
  if (isAbsolute(folder)) return out.filesUnder(folder);
  return [...host.disk.keys()].filter((path) => path.startsWith(`${folder}/`));
}
