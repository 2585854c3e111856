/** A path made absolute and plain: `.`, `..` and doubled slashes are gone. `/` alone ends with a slash. */
export function resolvePath(cwd: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The folder that a path lies in; of `/`, itself. */
export const parentOf = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const within = (folder: string, path: string): boolean => path.startsWith(folder === '/' ? '/' : `${folder}/`);
