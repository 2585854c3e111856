import { parentOf, within } from '../../core/path.ts';
import type { DiskFile, Host, HostName, Kernel } from '../../engine/world.ts';

/** What lies at a path. `text` is undefined where the lab has no bytes, `owner` names the host that keeps the file. */
export type Node =
  | { kind: 'folder' }
  | { kind: 'file'; text: string | undefined; size: number; is: string; owner?: { host: HostName; file: string } };

/** A machine's files as one tree: its disk, and in it the files of its hosts and their logs. */
export type Tree = ReadonlyMap<string, Node>;

/** The tree as it is now, every folder included. */
export function treeOf({ files, hosts }: Pick<Kernel, 'files' | 'hosts'>): Tree {
  const tree = new Map<string, Node>([['/', { kind: 'folder' }]]);
  for (const [path, file] of files) put(tree, path, nodeOf(file));
  for (const host of hosts) {
    const folder = folderOf(host);
    // What was not unpacked yet, or was deleted, is not there.
    if (folder === undefined || tree.get(folder)?.kind !== 'folder') continue;
    for (const [file, text] of Object.entries(filesOf(host))) {
      const path = file.startsWith('/') ? file : `${folder}/${file}`;
      put(tree, path, { ...textNode(text), owner: { host: host.name, file } });
    }
  }
  return tree;
}

/** The folder in which a host's files lie; undefined for hosts without files. */
export function folderOf(host: Host): string | undefined {
  if (host.kind === 'nginx') return '/etc/nginx';
  if (host.kind === 'tomcat') return `/opt/${host.name}`;
  return 'folder' in host && typeof host.folder === 'string' ? host.folder : undefined;
}

/** Names in a folder, as `readdir` gives them, unsorted; undefined for what is no folder. */
export function namesIn(tree: Tree, folder: string): string[] | undefined {
  if (tree.get(folder)?.kind !== 'folder') return undefined;
  const start = folder === '/' ? 1 : folder.length + 1;
  return [...tree.keys()].flatMap((path) =>
    path !== '/' && within(folder, path) && !path.includes('/', start) ? [path.slice(start)] : [],
  );
}

/** The host in whose folder a path lies, and the file's name there. */
export function ownerOf(hosts: readonly Host[], path: string): { host: HostName; file: string } | undefined {
  for (const host of hosts) {
    const folder = folderOf(host);
    if (folder !== undefined && within(folder, path)) return { host: host.name, file: path.slice(folder.length + 1) };
  }
  return undefined;
}

const filesOf = (host: Host): Readonly<Record<string, string>> => ('files' in host ? host.files : {});

function put(tree: Map<string, Node>, path: string, node: Node) {
  for (let folder = parentOf(path); !tree.has(folder); folder = parentOf(folder)) tree.set(folder, { kind: 'folder' });
  tree.set(path, node);
}

function nodeOf(file: DiskFile): Node {
  if (typeof file === 'string') return textNode(file);
  if (!('kind' in file)) return { kind: 'file', text: undefined, size: 1000, is: '' };
  if (file.kind === 'log') return textNode(file.lines.map((line) => `${line}\n`).join(''));
  return file.kind === 'folder' ? file : { kind: 'file', text: undefined, size: file.size, is: file.is };
}

const textNode = (text: string): Node & { kind: 'file' } => ({ kind: 'file', text, size: byteLength(text), is: '' });

/** Bytes in UTF-8. */
function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
