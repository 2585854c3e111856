import type { Locale } from '../locale.ts';

/** Every file that a reader may need offline, by its path from the site's root; the build writes it into `sw.js`. */
export interface FileList {
  /** Another one whenever any file is another one. */
  version: string;
  /** About what it takes to fetch everything, compressed, in bytes. */
  transfer: number;
  files: Record<string, [revision: string, bytes: number]>;
}

/** Named after what is in it, so that it never changes. */
export const immutable = (path: string): boolean => path.startsWith('_astro/');

/** The path of a file of the site from its address: without query and fragment, a folder's page by its file name. */
export function pathOf(address: string, scope: string): string | undefined {
  const [whole = ''] = address.split(/[?#]/);
  if (!whole.startsWith(scope)) return undefined;
  const path = unescaped(whole.slice(scope.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The file of the list that a path means; a folder may be written without its slash. */
export const listed = ({ files }: FileList, path: string): string | undefined =>
  [path, `${path}/index.html`].find((one) => Object.hasOwn(files, one));

/** Under which address a file is kept: one per content, so that two versions may lie side by side. */
export const keyOf = ({ files }: FileList, path: string, scope: string): string =>
  `${scope}${encodeURI(path)}?${files[path]?.[0] ?? ''}`;

/** Where a file is fetched: hosts send whoever asks for `…/index.html` to the folder. */
export const sourceOf = (path: string, scope: string): string =>
  scope + encodeURI(path.replace(/(^|\/)index\.html$/, '$1'));

/** The order in which files are fetched: what every page needs, then the reader's own language, then the rest. */
export function inOrder({ files }: FileList, locale: Locale): string[] {
  const rank = (path: string) => (path.startsWith(`${locale}/`) ? 1 : /^(en|zh-cn)\//.test(path) ? 2 : 0);
  return Object.keys(files).sort((one, other) => rank(one) - rank(other));
}
