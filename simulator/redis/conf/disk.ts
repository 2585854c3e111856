import { parentOf, resolvePath } from '../../core/path.ts';

/** What a program finds on its machine's disk, by absolute path. */
export interface Disk {
  files: Readonly<Record<string, string>>;
  folders: ReadonlySet<string>;
}

/** Folders that every machine has. */
const USUAL_FOLDERS = [
  '/',
  '/tmp',
  '/opt',
  '/var',
  '/var/log',
  '/var/run',
  '/var/lib',
  '/etc',
  '/usr',
  '/home',
  '/root',
];

/** The disk with these files, given by absolute path, their folders and `folders` besides the usual ones. */
export function diskOf(files: Readonly<Record<string, string>>, folders: readonly string[] = []): Disk {
  const all = new Set(USUAL_FOLDERS);
  for (const path of folders) addFolders(all, path);
  for (const path of Object.keys(files)) addFolders(all, parentOf(path));
  return { files, folders: all };
}

function addFolders(all: Set<string>, path: string): void {
  for (let at = path; !all.has(at); at = parentOf(at)) all.add(at);
}

/** Why a program cannot do something with a path, in the words of `strerror`. */
export type OsError = 'No such file or directory' | 'Not a directory' | 'Is a directory';

/** `chdir`: where one is then. */
export function changeFolder(disk: Disk, cwd: string, path: string): { cwd: string } | { error: OsError } {
  const target = resolvePath(cwd, path);
  if (path !== '' && disk.folders.has(target)) return { cwd: target };
  return { error: missing(disk, target) };
}

/** `fopen` to read: a folder opens, and reads as empty. */
export function openFile(disk: Disk, cwd: string, path: string): { text: string } | { error: OsError } {
  const target = resolvePath(cwd, path);
  const text = disk.files[target];
  if (text !== undefined && !path.endsWith('/')) return { text };
  if (path !== '' && disk.folders.has(target)) return { text: '' };
  return { error: missing(disk, target) };
}

/** `fopen` to append: makes the file where its folder exists. */
export function appendError(disk: Disk, cwd: string, path: string): OsError | undefined {
  const target = resolvePath(cwd, path);
  if (disk.folders.has(target)) return 'Is a directory';
  if (path.endsWith('/') && disk.files[target] === undefined) return 'Is a directory';
  return disk.folders.has(parentOf(target)) ? undefined : missing(disk, parentOf(target));
}

/** A file on the way counts as a folder that is none. */
function missing(disk: Disk, path: string): OsError {
  for (let at = path; at !== '/'; at = parentOf(at)) if (disk.files[at] !== undefined) return 'Not a directory';
  return 'No such file or directory';
}
