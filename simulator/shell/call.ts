import { resolvePath } from '../core/path.ts';
import { type Tree, treeOf } from './files/tree.ts';
import type { Todo } from './flow.ts';
import type { Hint } from './hints.ts';
import type { Program } from './job.ts';
import type { Printed, Turn } from './state.ts';

/** One command about to run. */
export interface Call {
  turn: Turn;
  /** Its name, as it was typed. */
  name: string;
  args: readonly string[];
  /** Lines from a pipe or a file; undefined: the keyboard. */
  stdin: readonly string[] | undefined;
  /** Whether it prints to the screen, not into a pipe or file. */
  toScreen: boolean;
}

/** What a command came to: output and exit status, or a program that takes time. `script`: what is to be done next. */
export type Result =
  | { printed: Printed[]; status: number; script?: readonly Todo[] }
  | { program: Program; printed: Printed[] };

export type CommandFunction = (call: Call) => Result;

/** The given lines on standard output, and success. */
export const prints = (...lines: string[]): Result => ({
  printed: lines.map((text) => ({ to: 1, text })),
  status: 0,
});

/** The given lines on standard error, and an exit status. */
export const fails = (status: number, ...lines: string[]): Result => ({
  printed: lines.map((text) => ({ to: 2, text })),
  status,
});

export const hints = (hint: Hint, status = 1): Result => ({ printed: [{ to: 'screen', hint }], status });

/** Several results of one command: everything printed, and the last failure. */
export function together(results: readonly { printed: Printed[]; status: number }[]): Result {
  return {
    printed: results.flatMap(({ printed }) => printed),
    status: results.findLast(({ status }) => status !== 0)?.status ?? 0,
  };
}

export const treeFor = ({ turn }: Call): Tree => treeOf(turn.out.kernel);

export const pathFor = ({ turn }: Call, path: string): string => resolvePath(turn.terminal.cwd, path);

/** The lines of a file or, of a file that cannot be read, what the command prints about it. */
export function readLines(call: Call, path: string, refusal: (why: string) => string): { lines: string[] } | Result {
  const node = treeFor(call).get(pathFor(call, path));
  if (!node) return fails(1, refusal('No such file or directory'));
  if (node.kind === 'folder') return fails(1, refusal('Is a directory'));
  if (node.text === undefined) return hints({ code: 'contents-left-out', values: { file: path } });
  return { lines: linesOf(node.text) };
}

/** A text's lines, without an empty one after the last line break. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Options of one letter, apart or together (`-la`); with a value where `valued` has the letter. `--` ends them. */
export function optionsOf(args: readonly string[], flags: string, valued = ''): Options {
  const options: Options = { flags: new Set(), values: new Map(), operands: [], unknown: undefined };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--') {
      options.operands.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') options.operands.push(arg);
    else if (arg.startsWith('--')) options.unknown ??= arg;
    else
      for (let at = 1; at < arg.length; at++) {
        const letter = arg[at] as string;
        if (valued.includes(letter)) {
          options.values.set(letter, arg.slice(at + 1) || (args[++i] ?? ''));
          break;
        }
        if (flags.includes(letter)) options.flags.add(letter);
        else options.unknown ??= `-${letter}`;
      }
  }
  return options;
}

export interface Options {
  flags: Set<string>;
  values: Map<string, string>;
  operands: string[];
  /** The first option that the lab does not know. */
  unknown: string | undefined;
}

export const unknownOption = ({ name }: Call, option: string): Result =>
  hints({ code: 'option-not-modelled', values: { command: name, option } });
