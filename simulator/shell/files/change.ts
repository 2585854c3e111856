import { within } from '../../core/path.ts';
import type { Turn } from '../state.ts';
import { type Node, ownerOf, type Tree } from './tree.ts';

/** Writes a text: one of a host's files by a message to the host, any other to the disk. */
export function writeText(turn: Turn, path: string, text: string): void {
  const owner = ownerOf(turn.out.kernel.hosts, path);
  if (owner && !path.includes('/logs/')) save(turn, owner, text);
  else turn.out.writeFile(path, text);
}

export const makeFolder = ({ out }: Turn, path: string): void => out.writeFile(path, { kind: 'folder' });

/** Deletes a file, or a folder with all that lies in it. */
export function remove(turn: Turn, tree: Tree, path: string): void {
  for (const [one, node] of tree) {
    if (one !== path && !within(path, one)) continue;
    if (node.kind === 'file' && node.owner) save(turn, node.owner, null);
    else turn.out.writeFile(one, undefined);
  }
}

/** Puts a copy of a file somewhere. Programs stay programs; any other file in a host's folder becomes the host's. */
export function copyFile(turn: Turn, node: Extract<Node, { kind: 'file' }>, path: string): void {
  if (node.text !== undefined) return writeText(turn, path, node.text);
  const owner = ownerOf(turn.out.kernel.hosts, path);
  if (owner && path.endsWith('.jar')) return save(turn, owner, '');
  turn.out.writeFile(path, { kind: 'opaque', size: node.size, is: node.is });
}

/** Copies or moves a folder with all that lies in it; a moved host's folder goes on belonging to the host. */
export function copyFolder(turn: Turn, tree: Tree, from: string, to: string, move: boolean): void {
  makeFolder(turn, to);
  const moved = move ? turn.out.kernel.hosts.find((host) => 'folder' in host && host.folder === from) : undefined;
  for (const [path, node] of tree) {
    if (!within(from, path)) continue;
    const target = to + path.slice(from.length);
    if (node.kind === 'folder') makeFolder(turn, target);
    else if (!moved || !node.owner) copyFile(turn, node, target);
    if (!move) continue;
    if (node.kind === 'folder' || !node.owner) turn.out.writeFile(path, undefined);
    else if (!moved) save(turn, node.owner, null);
  }
  if (move) turn.out.writeFile(from, undefined);
  if (moved) {
    turn.sent = true;
    turn.out.send(moved.name, { type: 'moved', folder: to }, 0);
  }
}

function save(turn: Turn, { host, file }: { host: string; file: string }, text: string | null): void {
  turn.sent = true;
  turn.out.send(host, { type: 'save', file, text }, 0);
}
