import { parentOf, resolvePath } from '../../core/path.ts';
import { type Call, optionsOf, pathFor, type Result, treeFor, unknownOption } from '../call.ts';
import { type Node, namesIn, type Tree } from '../files/tree.ts';
import type { Printed } from '../state.ts';
import { listed } from '../time.ts';

/** How wide a window is, in characters. */
const WIDTH = 120;

/** `ls`, with -a -A -l -h -1 -d -r and those that change nothing here (-t, -F …). `ll` is `ls -alF`. */
export function ls(call: Call): Result {
  const args = call.name === 'll' ? ['-al', ...call.args] : call.args;
  const plain = args.filter((arg) => !arg.startsWith('--color'));
  const { flags, operands, unknown } = optionsOf(plain, 'aAlh1dtrFRSGn');
  if (unknown) return unknownOption(call, unknown);
  const tree = treeFor(call);
  const names = operands.length === 0 ? ['.'] : operands;
  const missing = names.filter((name) => !tree.has(pathFor(call, name)));
  const printed: Printed[] = missing.map((name) => ({
    to: 2,
    text: `ls: cannot access '${name}': No such file or directory`,
  }));
  const there = names.filter((name) => !missing.includes(name));
  const isFolder = (name: string) => tree.get(pathFor(call, name))?.kind === 'folder' && !flags.has('d');
  const files = there.filter((name) => !isFolder(name));
  const folders = there.filter(isFolder);
  const say = (lines: readonly string[]) => printed.push(...lines.map((text): Printed => ({ to: 1, text })));
  const view: View = { call, tree, flags };
  say(
    listing(
      view,
      files.map((name) => [name, pathFor(call, name)]),
      false,
    ),
  );
  for (const [index, name] of folders.entries()) {
    if (index > 0 || files.length > 0) say(['']);
    if (names.length > 1) say([`${name}:`]);
    say(listing(view, entriesOf(view, pathFor(call, name)), true));
  }
  return { printed, status: missing.length > 0 ? 2 : 0 };
}

interface View {
  call: Call;
  tree: Tree;
  flags: ReadonlySet<string>;
}

type Entry = [shown: string, path: string];

function entriesOf({ tree, flags }: View, folder: string): Entry[] {
  const names = namesIn(tree, folder) ?? [];
  const shown = names.filter((name) => flags.has('a') || flags.has('A') || !name.startsWith('.')).sort(collated);
  if (flags.has('r')) shown.reverse();
  const all = flags.has('a') ? ['.', '..', ...shown] : shown;
  return all.map((name) => [name, resolvePath(folder, name)]);
}

/** The order of en_US.UTF-8: letters before their case, punctuation hardly at all. */
function collated(a: string, b: string): number {
  const [left, right] = [bare(a), bare(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a < b ? 1 : -1;
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

function listing({ call, tree, flags }: View, entries: readonly Entry[], total: boolean): string[] {
  if (flags.has('l') || flags.has('n')) {
    const lines = long(call, tree, entries, flags.has('h'));
    return total ? [`total ${blocks(tree, entries)}`, ...lines] : lines;
  }
  const names = entries.map(([shown]) => shown);
  return flags.has('1') || !call.toScreen ? names : columns(names, WIDTH);
}

/** As many columns as fit, filled downwards, two spaces apart. */
function columns(names: readonly string[], width: number): string[] {
  for (let rows = 1; rows < names.length; rows++) {
    const count = Math.ceil(names.length / rows);
    const widths = Array.from({ length: count }, (_, column) =>
      Math.max(...names.slice(column * rows, (column + 1) * rows).map(({ length }) => length)),
    );
    if (widths.reduce((sum, one) => sum + one + 2, -2) >= width) continue;
    return Array.from({ length: rows }, (_, row) =>
      widths
        .map((one, column) => (names[column * rows + row] ?? '').padEnd(one + 2))
        .join('')
        .trimEnd(),
    );
  }
  return [...names];
}

function long(call: Call, tree: Tree, entries: readonly Entry[], human: boolean): string[] {
  const rows = entries.map(([shown, path]) => ({ shown, node: tree.get(path) ?? folderNode, path }));
  const sizes = rows.map(({ node }) => sizeOf(node, human));
  const width = Math.max(0, ...sizes.map(({ length }) => length));
  const when = listed(call);
  return rows.map(({ shown, node, path }, index) => {
    const links = node.kind === 'folder' ? 2 + (namesIn(tree, path) ?? []).length : 1;
    return `${modeOf(node, shown)} ${links} root root ${(sizes[index] ?? '').padStart(width)} ${when} ${shown}`;
  });
}

const folderNode: Node = { kind: 'folder' };
const bytesOf = (node: Node) => (node.kind === 'folder' ? 4096 : node.size);

function sizeOf(node: Node, human: boolean): string {
  const bytes = bytesOf(node);
  if (!human || bytes < 1024) return String(bytes);
  const [value, unit] = bytes < 1_048_576 ? [bytes / 1024, 'K'] : [bytes / 1_048_576, 'M'];
  return value < 10 ? `${(Math.ceil(value * 10) / 10).toFixed(1)}${unit}` : `${Math.ceil(value)}${unit}`;
}

function modeOf(node: Node, name: string): string {
  if (node.kind === 'folder') return 'drwxr-xr-x';
  const runs =
    name.endsWith('.sh') || name.startsWith('runtest') || (node.is !== '' && !/^archive|^makefile/.test(node.is));
  return runs ? '-rwxr-xr-x' : '-rw-r--r--';
}

const blocks = (tree: Tree, entries: readonly Entry[]): number =>
  entries.reduce((sum, [, path]) => sum + 4 * Math.ceil(bytesOf(tree.get(path) ?? folderNode) / 4096), 0);

/** Paths at and below one, for `find` and `tree`. */
export const below = (tree: Tree, path: string): string[] =>
  [...tree.keys()].filter((one) => one === path || parentsOf(one).includes(path)).sort();

function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let one = path; one !== '/'; ) {
    one = parentOf(one);
    parents.push(one);
  }
  return parents;
}
