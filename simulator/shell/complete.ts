import { nameOf, resolvePath } from '../core/path.ts';
import type { Kernel } from '../engine/world.ts';
import { commandNames } from './commands/table.ts';
import { namesIn, treeOf } from './files/tree.ts';
import type { Terminal } from './state.ts';

/** A line after Tab was pressed in it. */
export interface CompletedLine {
  line: string;
  /** Where the cursor is now. */
  at: number;
  /** What it could be, where it is not clear; one candidate at most is completed in full. */
  candidates: string[];
}

/** The lab's commands whose arguments are folders only. */
const wantsFolder = new Set(['cd', 'rmdir']);

/** What bash makes of Tab: the word before the cursor as far as it is clear, and the candidates where it is not. */
export function completeLine(
  terminal: Pick<Terminal, 'cwd' | 'variables'>,
  kernel: Pick<Kernel, 'files' | 'hosts'>,
  line: string,
  at: number,
): CompletedLine {
  const before = line.slice(0, at);
  let from = before.length;
  while (from > 0 && /[^\s;|&<>]/.test(before[from - 1] ?? '')) from--;
  const word = before.slice(from);
  const start = before.slice(0, from);
  const first = /(?:^|[;|&])$/.test(
    start
      .trimEnd()
      .replace(/(?<=^|[;|&\s])sudo$/, '')
      .trimEnd(),
  );
  const candidates = first && !word.includes('/') ? namesOfCommands(word) : pathsFrom(terminal, kernel, word, start);
  const common = candidates.reduce(shared, candidates[0] ?? word);
  const done = candidates.length === 1 && !common.endsWith('/') ? `${common} ` : common;
  const completed = done.length >= word.length ? done : word;
  return {
    line: start + completed + line.slice(at),
    at: from + completed.length,
    candidates:
      candidates.length > 1
        ? candidates.map((one) => nameOf(one.replace(/\/$/, '')) + (one.endsWith('/') ? '/' : ''))
        : [],
  };
}

const namesOfCommands = (word: string): string[] =>
  word === '' ? [] : commandNames.filter((name) => name.startsWith(word)).sort();

function pathsFrom(
  { cwd, variables }: Pick<Terminal, 'cwd' | 'variables'>,
  kernel: Pick<Kernel, 'files' | 'hosts'>,
  word: string,
  start: string,
): string[] {
  const tree = treeOf(kernel);
  const base = word.slice(0, word.lastIndexOf('/') + 1);
  const folder = resolvePath(cwd, base.replace(/^~(?=\/)/, variables['HOME'] ?? '~') || '.');
  const part = word.slice(base.length);
  const onlyFolders = wantsFolder.has(/(?:^|[;|&])\s*(\w+)\s[^;|&]*$/.exec(start)?.[1] ?? '');
  return (namesIn(tree, folder) ?? [])
    .filter((name) => name.startsWith(part) && (part.startsWith('.') || !name.startsWith('.')))
    .map((name) => ({ name, isFolder: tree.get(resolvePath(folder, name))?.kind === 'folder' }))
    .filter(({ isFolder }) => isFolder || !onlyFolders)
    .map(({ name, isFolder }) => `${base}${name}${isFolder ? '/' : ''}`)
    .sort();
}

/** The beginning that two texts share. */
function shared(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}
