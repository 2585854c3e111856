import type { Redis, RedisFile, Server } from '../host.ts';

/** A path as the host's files are named: those under the program's folder relative to it. */
export function nameOf({ folder }: Redis, cwd: string, path: string): string {
  const absolute = normal(path.startsWith('/') ? path : `${cwd}/${path}`);
  return absolute.startsWith(`${folder}/`) ? absolute.slice(folder.length + 1) : absolute;
}

/** Without `.`, `..` and doubled slashes. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Where dump.rdb lies. */
export const rdbPath = (host: Redis, { settings }: Server): string => nameOf(host, settings.dir, settings.dbfilename);

/** Where the append only file lies: 7.0.15 keeps several in a folder of their own; the first stands for all. */
export const aofPath = (host: Redis, { settings }: Server): string =>
  nameOf(
    host,
    settings.dir,
    host.version === '3.2.1'
      ? settings.appendfilename
      : `${settings.appenddirname}/${settings.appendfilename}.1.incr.aof`,
  );

/** Whether the folder that the server writes to is there. */
export function canWrite(host: Redis, { settings: { dir } }: Server): boolean {
  const name = nameOf(host, '/', dir);
  return dir === host.folder || name.startsWith('/') ? true : host.disk.get(name)?.kind === 'folder';
}

/** Writes a file; a text of the same name is gone. */
export function writeTo(host: Redis, path: string, file: RedisFile): void {
  const { [path]: text, ...others } = host.files;
  if (text !== undefined) host.files = others;
  host.disk.set(path, file);
}

/** The names of all files, as `ls` of the program's folder tells; of the append only file all its parts. */
export function filesOf(host: Redis): string[] {
  const written = [...host.disk].flatMap(([path, file]) => {
    if (file.kind === 'folder') return [];
    if (file.kind !== 'aof' || host.version === '3.2.1') return [path];
    const base = path.replace(/\.1\.incr\.aof$/, '');
    return [`${base}.1.base.rdb`, ...(file.appending ? [path] : []), `${base}.manifest`];
  });
  return [...new Set([...Object.keys(host.files), ...written])].sort();
}
