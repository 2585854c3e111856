import {
  type Call,
  type CommandFunction,
  fails,
  hints,
  linesOf,
  optionsOf,
  pathFor,
  type Result,
  treeFor,
  unknownOption,
} from '../call.ts';
import { writeText } from '../files/change.ts';
import type { Printed } from '../state.ts';
import { below } from './ls.ts';

/** Patterns longer than this, or with more repetitions, could take for ever. */
const LONGEST = 200;
const MOST_REPETITIONS = 4;

/**
 * A pattern of grep or sed as a regular expression; undefined where the lab does not take it. Basic patterns
 * (`\|`, `\(`) and extended ones differ in what needs a backslash.
 */
function patternOf(text: string, extended: boolean, ignoreCase: boolean): RegExp | undefined {
  const source = extended
    ? text
    : text.replaceAll(/\\([|(){}+?])|([|(){}+?])/g, (_, special, plain) => special ?? `\\${plain}`);
  const repetitions = source.match(/[*+?{]/g)?.length ?? 0;
  if (text.length > LONGEST || repetitions > MOST_REPETITIONS || /\)[*+{]/.test(source)) return undefined;
  try {
    return new RegExp(source.replaceAll('[[:space:]]', '\\s').replaceAll('[[:digit:]]', '\\d'), ignoreCase ? 'i' : '');
  } catch {
    return undefined;
  }
}

/** So many ways to match are tried at most. */
const MOST_WAYS = 5e8;

/** Whether these lines are matched soon: a line can be in as many ways as its length to the power of what is repeated says. */
function soonMatched(patterns: readonly string[], lines: readonly string[]): boolean {
  const repeated = Math.max(...patterns.map((text) => text.match(/[*+?{]/g)?.length ?? 0));
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  let ways = longest;
  for (let nth = 1; nth <= repeated; nth++) ways *= longest / (nth + 1);
  return ways <= MOST_WAYS;
}

export const grep: CommandFunction = (call) => {
  const spelled = call.args.filter((arg) => !arg.startsWith('--color'));
  const { flags, values, operands, unknown } = optionsOf(spelled, 'ivncEFrRlqwHhso', 'eABCm');
  if (unknown) return unknownOption(call, unknown);
  const given = values.get('e') ?? operands.shift();
  if (given === undefined)
    return fails(2, 'Usage: grep [OPTION]... PATTERNS [FILE]...', "Try 'grep --help' for more information.");
  const fixed = flags.has('F') || call.name === 'fgrep';
  const literal = fixed ? given.replaceAll(/[.*[\]^$\\+?(){}|]/g, '\\$&') : given;
  const worded = flags.has('w') ? `\\b${literal}\\b` : literal;
  const pattern = patternOf(worded, fixed || flags.has('E') || call.name === 'egrep', flags.has('i'));
  if (!pattern) return hints({ code: 'syntax-not-modelled', values: { text: given } }, 2);
  const recursive = flags.has('r') || flags.has('R');
  const names = recursive ? operandsBelow(call, operands) : operands;
  if (names.length === 0 && !call.stdin) return hints({ code: 'about', values: { command: 'grep' } }, 2);
  const view: View = {
    pattern,
    flags,
    before: number(values, 'B'),
    after: number(values, 'A'),
    named: (names.length > 1 || recursive) && !flags.has('h'),
  };
  let found = false;
  const printed: Printed[] = [];
  for (const name of names.length === 0 ? [''] : names) {
    const lines = name === '' ? [...(call.stdin ?? [])] : linesIn(call, name);
    if (typeof lines === 'string') {
      if (!flags.has('s') && !recursive) printed.push({ to: 2, text: `grep: ${name}: ${lines}` });
      continue;
    }
    if (!soonMatched([given], lines)) return hints({ code: 'syntax-not-modelled', values: { text: given } }, 2);
    const matched = matching(lines, name, view);
    found ||= matched.found;
    printed.push(...matched.lines.map((text): Printed => ({ to: 1, text })));
  }
  return { printed: flags.has('q') ? [] : printed, status: found ? 0 : 1 };
};

interface View {
  pattern: RegExp;
  flags: ReadonlySet<string>;
  before: number;
  after: number;
  /** File names stand before the lines. */
  named: boolean;
}

const number = (values: ReadonlyMap<string, string>, letter: string) =>
  Math.min(1000, Number.parseInt(values.get(letter) ?? values.get('C') ?? '0', 10) || 0);

function linesIn(call: Call, name: string): string[] | string {
  const node = treeFor(call).get(pathFor(call, name));
  if (!node) return 'No such file or directory';
  return node.kind === 'folder' ? 'Is a directory' : linesOf(node.text ?? '');
}

const operandsBelow = (call: Call, names: readonly string[]): string[] => {
  const tree = treeFor(call);
  return (names.length === 0 ? ['.'] : names).flatMap((name) => {
    const path = pathFor(call, name);
    return below(tree, path)
      .filter((one) => tree.get(one)?.kind === 'file')
      .map((one) => `${name.replace(/\/$/, '')}${one.slice(path.length)}`);
  });
};

function matching(lines: readonly string[], name: string, { pattern, flags, before, after, named }: View) {
  const hits = lines.flatMap((line, index) => (pattern.test(line) !== flags.has('v') ? [index] : []));
  const found = hits.length > 0;
  const label = named || flags.has('H') ? `${name}:` : '';
  if (flags.has('l')) return { found, lines: found ? [name] : [] };
  if (flags.has('c')) return { found, lines: [`${label}${hits.length}`] };
  const shown = new Set<number>();
  for (const hit of hits)
    for (let at = Math.max(0, hit - before); at <= Math.min(lines.length - 1, hit + after); at++) shown.add(at);
  const isHit = new Set(hits);
  const printed: string[] = [];
  let last = -1;
  for (const index of [...shown].sort((a, b) => a - b)) {
    if (before + after > 0 && last >= 0 && index > last + 1) printed.push('--');
    last = index;
    const mark = isHit.has(index) ? ':' : '-';
    const text = flags.has('o') ? (pattern.exec(lines[index] ?? '')?.[0] ?? '') : lines[index];
    printed.push(`${label}${flags.has('n') ? `${index + 1}${mark}` : ''}${text}`);
  }
  return { found, lines: printed };
}

/** sed: `s/a/b/[g]`, several with `;` or `-e`, `/pattern/d`, `Nd`, `-n Np`, `-n 'A,Bp'`, and `-i`. */
export const sed: CommandFunction = (call) => {
  const { flags, values, operands, unknown } = optionsOf(call.args, 'niEr', 'e');
  if (unknown) return unknownOption(call, unknown);
  const script = values.has('e') ? afterEach(call.args, '-e').join('\n') : operands.shift();
  if (script === undefined) return fails(1, 'Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...');
  const edit = editsOf(script, flags.has('E') || flags.has('r'), flags.has('n'));
  if (!edit) return hints({ code: 'syntax-not-modelled', values: { text: script } });
  const soon = (lines: readonly string[]) => soonMatched(script.split(/[;\n]/), lines);
  const given = operands.map((name) => linesIn(call, name)).filter((lines) => typeof lines !== 'string');
  if (![call.stdin ?? [], ...given].every(soon))
    return hints({ code: 'syntax-not-modelled', values: { text: script } });
  if (operands.length === 0) return printed(edit([...(call.stdin ?? [])]));
  const results = operands.map((name): Result & { status: number } => {
    const lines = linesIn(call, name);
    if (typeof lines === 'string') {
      const why =
        lines === 'Is a directory' ? `couldn't edit ${name}: not a regular file` : `can't read ${name}: ${lines}`;
      return { printed: [{ to: 2, text: `sed: ${why}` }], status: 2 };
    }
    if (!flags.has('i')) return printed(edit(lines));
    writeText(
      call.turn,
      pathFor(call, name),
      edit(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
    return { printed: [], status: 0 };
  });
  return { printed: results.flatMap((one) => one.printed), status: Math.max(...results.map(({ status }) => status)) };
};

const printed = (lines: readonly string[]) => ({ printed: lines.map((text): Printed => ({ to: 1, text })), status: 0 });

const afterEach = (args: readonly string[], option: string): string[] =>
  args.flatMap((arg, index) => (arg === option ? (args[index + 1] ?? '') : arg.startsWith(option) ? arg.slice(2) : []));

type Edit = (lines: readonly string[]) => string[];

/** One command or, where all of them substitute, several, apart by `;` or a line's end. */
function editsOf(script: string, extended: boolean, quiet: boolean): Edit | undefined {
  const commands = script.match(
    /(?:[\d,$]+|\/(?:[^/\\]|\\.)*\/)?[ \t]*s([^\w\s\\])(?:(?!\1)[^\\]|\\.)*\1(?:(?!\1)[^\\]|\\.)*\1[gI]*/g,
  );
  const left = commands?.reduce((text, command) => text.replace(command, () => ''), script);
  if (!commands || commands.length < 2 || !/^[\s;]*$/.test(left ?? '')) return editOf(script, extended, quiet);
  const edits = commands.map((command) => editOf(command, extended, quiet));
  return edits.every((edit) => edit !== undefined)
    ? (lines) => edits.reduce<readonly string[]>((text, edit) => edit(text), lines) as string[]
    : undefined;
}

function editOf(script: string, extended: boolean, quiet: boolean): Edit | undefined {
  const parts = /^\s*(?:(\d+|\$)(?:,(\d+|\$))?|\/((?:[^/\\]|\\.)*)\/)?\s*([sdp])(.*)$/.exec(script);
  if (!parts) return undefined;
  const [, from, to, sought, command, rest = ''] = parts;
  const pattern = sought === undefined ? undefined : patternOf(sought.replaceAll('\\/', '/'), extended, false);
  if (sought !== undefined && !pattern) return undefined;
  const line = (text: string, count: number) => (text === '$' ? count : Number(text));
  const chosen = (text: string, number: number, count: number) =>
    pattern
      ? pattern.test(text)
      : from === undefined || (number >= line(from, count) && number <= line(to ?? from, count));
  if (command === 's') {
    const substitute = substitutionOf(rest, extended);
    return (
      substitute &&
      ((lines) => lines.map((text, index) => (chosen(text, index + 1, lines.length) ? substitute(text) : text)))
    );
  }
  if (rest.trim() !== '') return undefined;
  if (command === 'd') return (lines) => lines.filter((text, index) => !chosen(text, index + 1, lines.length));
  return (lines) =>
    lines.flatMap((text, index) => [
      ...(quiet ? [] : [text]),
      ...(chosen(text, index + 1, lines.length) ? [text] : []),
    ]);
}

function substitutionOf(text: string, extended: boolean): ((line: string) => string) | undefined {
  const mark = text[0] ?? '';
  if (mark === '' || /[\w\s\\]/.test(mark)) return undefined;
  const parts: string[] = [];
  let part = '';
  for (let at = 1; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '\\') {
      const next = text[++at] ?? '';
      part += next === mark ? next : character + next;
    } else if (character === mark && parts.length < 2) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  const [sought = '', replacement, flags] = parts;
  if (replacement === undefined || flags === undefined || !/^[gI]*$/.test(flags)) return undefined;
  const pattern = patternOf(sought, extended, flags.includes('I'));
  if (!pattern) return undefined;
  const global = flags.includes('g') ? new RegExp(pattern.source, `${pattern.flags}g`) : pattern;
  return (line) =>
    line.replace(global, (whole: string, ...groups: unknown[]) =>
      replacement.replaceAll(/\\(.)|&/g, (mark, escaped: string | undefined) =>
        mark === '&'
          ? whole
          : /[1-9]/.test(escaped ?? '')
            ? String(groups[Number(escaped) - 1] ?? '')
            : escaped === 'n'
              ? '\n'
              : (escaped ?? ''),
      ),
    );
}

/** awk: `{print $2}`, with several fields and `-F`; other programs are left out. */
export const awk: CommandFunction = (call) => {
  const { values, operands, unknown } = optionsOf(call.args, '', 'F');
  if (unknown) return unknownOption(call, unknown);
  const [program = '', ...names] = operands;
  const parts = /^\s*(?:\/([^/]*)\/\s*)?\{\s*print\s*([$\w\s,"]*?)\s*;?\s*\}\s*$/.exec(program);
  const pattern = parts?.[1] === undefined ? /^/ : patternOf(parts[1], true, false);
  if (!parts || !pattern) return hints({ code: 'syntax-not-modelled', values: { text: program } }, 2);
  const fields = (parts[2] ?? '').split(',').map((field) => field.trim());
  const lines = names.length === 0 ? [...(call.stdin ?? [])] : names.flatMap((name) => linesIn(call, name));
  if (!soonMatched([parts[1] ?? ''], lines))
    return hints({ code: 'syntax-not-modelled', values: { text: program } }, 2);
  const separator = values.get('F');
  const cut = (line: string) => (separator === undefined ? line.trim().split(/\s+/) : line.split(separator));
  const value = (field: string, line: string, parts: readonly string[]) =>
    field === '' || field === '$0'
      ? line
      : field === '$NF'
        ? (parts.at(-1) ?? '')
        : /^\$\d+$/.test(field)
          ? (parts[Number(field.slice(1)) - 1] ?? '')
          : field.replaceAll('"', '');
  return printed(
    lines
      .filter((line) => pattern.test(line))
      .map((line) => fields.map((field) => value(field, line, cut(line))).join(' ')),
  );
};
