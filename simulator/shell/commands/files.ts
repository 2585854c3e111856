import { nameOf, parentOf, resolvePath, within } from '../../core/path.ts';
import {
  type Call,
  type CommandFunction,
  fails,
  optionsOf,
  pathFor,
  prints,
  type Result,
  together,
  treeFor,
  unknownOption,
} from '../call.ts';
import { copyFile, copyFolder, makeFolder, remove, writeText } from '../files/change.ts';
import { namesIn } from '../files/tree.ts';

export const pwd: CommandFunction = ({ turn }) => prints(turn.terminal.cwd);

export function cd(call: Call): Result {
  const { turn, args } = call;
  const { terminal } = turn;
  if (args.length > 1) return fails(1, 'bash: cd: too many arguments');
  const back = args[0] === '-';
  const given = back ? terminal.variables['OLDPWD'] : (args[0] ?? terminal.variables['HOME'] ?? '/');
  if (given === undefined) return fails(1, 'bash: cd: OLDPWD not set');
  const path = pathFor(call, given);
  const node = treeFor(call).get(path);
  if (node?.kind !== 'folder')
    return fails(1, `bash: cd: ${given}: ${node ? 'Not a directory' : 'No such file or directory'}`);
  terminal.variables = { ...terminal.variables, OLDPWD: terminal.cwd };
  terminal.cwd = path;
  return back ? prints(path) : prints();
}

export function mkdir(call: Call): Result {
  const { flags, operands, unknown } = optionsOf(call.args, 'pv', 'm');
  if (unknown) return unknownOption(call, unknown);
  if (operands.length === 0) return missingOperand('mkdir');
  return together(operands.map((name) => makeOne(call, name, flags.has('p'))));
}

function makeOne(call: Call, name: string, parents: boolean) {
  const tree = treeFor(call);
  const path = pathFor(call, name);
  const cannot = (why: string) => failed(`mkdir: cannot create directory ‘${name}’: ${why}`);
  const there = tree.get(path);
  if (there && !(parents && there.kind === 'folder')) return cannot('File exists');
  const parent = tree.get(parentOf(path));
  if (parent?.kind === 'file') return cannot('Not a directory');
  if (!parent && !parents) return cannot('No such file or directory');
  if (!there) makeFolder(call.turn, path);
  return done;
}

export function rmdir(call: Call): Result {
  const tree = treeFor(call);
  if (call.args.length === 0) return missingOperand('rmdir');
  return together(
    call.args.map((name) => {
      const path = pathFor(call, name);
      const cannot = (why: string) => failed(`rmdir: failed to remove '${name}': ${why}`);
      if (!tree.has(path)) return cannot('No such file or directory');
      if (tree.get(path)?.kind === 'file') return cannot('Not a directory');
      if ((namesIn(tree, path)?.length ?? 0) > 0) return cannot('Directory not empty');
      remove(call.turn, tree, path);
      return done;
    }),
  );
}

export function rm(call: Call): Result {
  const { flags, operands, unknown } = optionsOf(call.args, 'rRfiv');
  if (unknown) return unknownOption(call, unknown);
  const force = flags.has('f');
  if (operands.length === 0) return force ? prints() : missingOperand('rm');
  const tree = treeFor(call);
  return together(
    operands.map((name) => {
      const path = pathFor(call, name);
      const node = tree.get(path);
      if (!node) return force ? done : failed(`rm: cannot remove '${name}': No such file or directory`);
      if (path === '/')
        return failed(
          "rm: it is dangerous to operate recursively on '/'",
          'rm: use --no-preserve-root to override this failsafe',
        );
      if (node.kind === 'folder' && !flags.has('r') && !flags.has('R'))
        return failed(`rm: cannot remove '${name}': Is a directory`);
      remove(call.turn, tree, path);
      return done;
    }),
  );
}

export function touch(call: Call): Result {
  const { operands, unknown } = optionsOf(call.args, 'acm');
  if (unknown) return unknownOption(call, unknown);
  if (operands.length === 0) return fails(1, 'touch: missing file operand', "Try 'touch --help' for more information.");
  const tree = treeFor(call);
  return together(
    operands.map((name) => {
      const path = pathFor(call, name);
      if (tree.get(parentOf(path))?.kind !== 'folder')
        return failed(`touch: cannot touch '${name}': No such file or directory`);
      if (!tree.has(path)) writeText(call.turn, path, '');
      return done;
    }),
  );
}

export const cp: CommandFunction = (call) => copyOrMove(call, false);
export const mv: CommandFunction = (call) => copyOrMove(call, true);

function copyOrMove(call: Call, move: boolean): Result {
  const { name } = call;
  const { flags, operands, unknown } = optionsOf(call.args, move ? 'fivn' : 'rRafipvn', 't');
  if (unknown) return unknownOption(call, unknown);
  const target = operands.at(-1);
  const sources = operands.slice(0, -1);
  const more = `Try '${name} --help' for more information.`;
  if (target === undefined) return fails(1, `${name}: missing file operand`, more);
  if (sources.length === 0) return fails(1, `${name}: missing destination file operand after '${target}'`, more);
  const tree = treeFor(call);
  const to = pathFor(call, target);
  const folder = tree.get(to)?.kind === 'folder';
  if (
    !folder &&
    (sources.length > 1 ||
      (target.endsWith('/') && !sources.every((one) => tree.get(pathFor(call, one))?.kind === 'folder')))
  ) {
    const why = tree.has(to) ? 'Not a directory' : 'No such file or directory';
    return fails(
      1,
      sources.length > 1
        ? `${name}: target '${target}': ${why}`
        : `${name}: cannot ${move ? 'move' : 'create regular file'} '${move ? `${sources[0]}' to '${target}` : target}': Not a directory`,
    );
  }
  const deep = move || ['r', 'R', 'a'].some((flag) => flags.has(flag));
  return together(
    sources.map((source) => {
      const from = pathFor(call, source);
      return transfer(call, { source, from, target, to: folder ? resolvePath(to, nameOf(from)) : to, deep, move });
    }),
  );
}

interface Transfer {
  source: string;
  from: string;
  target: string;
  to: string;
  deep: boolean;
  move: boolean;
}

function transfer(call: Call, { source, from, target, to, deep, move }: Transfer) {
  const { turn, name } = call;
  const tree = treeFor(call);
  const node = tree.get(from);
  if (!node) return failed(`${name}: cannot stat '${source}': No such file or directory`);
  const there = tree.get(to);
  if (from === to) return failed(`${name}: '${source}' and '${target}' are the same file`);
  if (tree.get(parentOf(to))?.kind !== 'folder')
    return failed(
      `${name}: cannot ${move ? `move '${source}' to '${target}'` : `create regular file '${target}'`}: No such file or directory`,
    );
  if (node.kind === 'folder') {
    if (!deep) return failed(`${name}: -r not specified; omitting directory '${source}'`);
    if (there?.kind === 'file')
      return failed(`${name}: cannot overwrite non-directory '${target}' with directory '${source}'`);
    if (within(from, to))
      return failed(
        move
          ? `mv: cannot move '${source}' to a subdirectory of itself, '${target}'`
          : `cp: cannot copy a directory, '${source}', into itself, '${target}'`,
      );
    copyFolder(turn, tree, from, to, move);
    return done;
  }
  if (there?.kind === 'folder') return failed(`${name}: cannot overwrite directory '${target}' with non-directory`);
  copyFile(turn, node, to);
  if (move) remove(turn, tree, from);
  return done;
}

const done = { printed: [], status: 0 };

const failed = (...lines: string[]) => ({ printed: lines.map((text) => ({ to: 2 as const, text })), status: 1 });

const missingOperand = (name: string): Result =>
  fails(1, `${name}: missing operand`, `Try '${name} --help' for more information.`);
