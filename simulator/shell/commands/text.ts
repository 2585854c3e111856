import {
  type Call,
  type CommandFunction,
  fails,
  hints,
  linesOf,
  optionsOf,
  pathFor,
  prints,
  type Result,
  readLines,
  treeFor,
  unknownOption,
} from '../call.ts';
import { writeText } from '../files/change.ts';
import type { Printed } from '../state.ts';

const out = (text: string): Printed => ({ to: 1, text });

/** What each file (or, without any, the pipe) holds; what cannot be read is told in between. */
function inputs(call: Call, names: readonly string[], refusal: (name: string, why: string) => string) {
  if (names.length === 0 || (names.length === 1 && names[0] === '-'))
    return [{ name: '', lines: [...(call.stdin ?? [])], result: undefined }];
  return names.map((name) => {
    const read = readLines(call, name, (why) => refusal(name, why));
    return 'lines' in read ? { name, lines: read.lines, result: undefined } : { name, lines: [], result: read };
  });
}

/** A command that only reads the keyboard would wait for ever: the lab says so instead. */
const needsInput = ({ name }: Call): Result => hints({ code: 'about', values: { command: name } });

export const cat: CommandFunction = (call) => {
  const { flags, operands, unknown } = optionsOf(call.args, 'nAebEstTuv');
  if (unknown) return unknownOption(call, unknown);
  if (operands.length === 0 && !call.stdin) return needsInput(call);
  let number = 0;
  const printed: Printed[] = [];
  let status = 0;
  for (const { lines, result } of inputs(call, operands, (name, why) => `${call.name}: ${name}: ${why}`)) {
    if (result) {
      printed.push(...result.printed);
      status = 1;
    }
    for (const line of lines) printed.push(out(flags.has('n') ? `${String(++number).padStart(6)}\t${line}` : line));
  }
  return { printed, status };
};

/** `less` and `more` print everything here: the window scrolls. */
export const less: CommandFunction = (call) => cat({ ...call, args: call.args.filter((arg) => !arg.startsWith('-')) });

export const head: CommandFunction = (call) => ends(call, (lines, count) => lines.slice(0, count));

export const tail: CommandFunction = (call) => {
  const follows = call.args.some((arg) => /^-[a-zA-Z\d]*[fF]|^--follow/.test(arg));
  if (!follows) return ends(call, (lines, count) => (count === 0 ? [] : lines.slice(-count)));
  const args = call.args.map((arg) => (/^-\w/.test(arg) ? arg.replace(/[fF]/, '') : arg)).filter((arg) => arg !== '-');
  const options = countOf(args);
  if ('printed' in options) return options;
  const { operands, count } = options;
  if (operands.length === 0) return needsInput(call);
  const tree = treeFor(call);
  const isFile = (name: string) => tree.get(pathFor(call, name))?.kind === 'file';
  const cannot = operands
    .filter((name) => !isFile(name))
    .map((name) => `tail: cannot open '${name}' for reading: No such file or directory`);
  const files = operands.filter(isFile).map((name) => pathFor(call, name));
  if (files.length === 0) return fails(1, ...cannot, 'tail: no files remaining');
  const { terminal, out: outbox } = call.turn;
  for (const file of files) {
    const node = tree.get(file);
    const lines = node?.kind === 'file' && count > 0 ? linesOf(node.text ?? '').slice(-count) : [];
    outbox.send(terminal.name, { type: 'appended', file, lines }, 0);
  }
  return { program: { kind: 'tail', files, shown: undefined }, printed: cannot.map((text) => ({ to: 2, text })) };
};

function ends(call: Call, part: (lines: string[], count: number) => string[]): Result {
  const options = countOf(call.args);
  if ('printed' in options) return options;
  const { operands, count } = options;
  if (operands.length === 0 && !call.stdin) return needsInput(call);
  const printed: Printed[] = [];
  let status = 0;
  const all = inputs(call, operands, (name, why) => `${call.name}: cannot open '${name}' for reading: ${why}`);
  for (const [index, { name, lines, result }] of all.entries()) {
    if (result) status = 1;
    if (result) printed.push(...result.printed);
    else if (all.length > 1) printed.push(...(index > 0 ? [out('')] : []), out(`==> ${name} <==`));
    printed.push(...part(lines, count).map(out));
  }
  return { printed, status };
}

/** `-n 5`, `-n5`, `-5`. */
function countOf(args: readonly string[]): { count: number; operands: string[] } | Result {
  const spelled = args.map((arg) => (/^-\d+$/.test(arg) ? `-n${arg.slice(1)}` : arg.replace(/^--lines=/, '-n')));
  const { values, operands, unknown } = optionsOf(spelled, 'qv', 'nc');
  if (unknown) return hints({ code: 'option-not-modelled', values: { command: 'tail', option: unknown } });
  const given = values.get('n') ?? '10';
  if (!/^[+-]?\d+$/.test(given)) return fails(1, `tail: invalid number of lines: ‘${given}’`);
  return { count: Math.min(Math.abs(Number(given)), 1_000_000), operands };
}

export const wc: CommandFunction = (call) => {
  const { flags, operands, unknown } = optionsOf(call.args, 'lwcm');
  if (unknown) return unknownOption(call, unknown);
  const printed: Printed[] = [];
  for (const { name, lines, result } of inputs(call, operands, (name, why) => `wc: ${name}: ${why}`)) {
    if (result) {
      printed.push(...result.printed);
      continue;
    }
    const text = lines.join('\n');
    const counts = [
      ['l', lines.length],
      ['w', text.split(/\s+/).filter((word) => word !== '').length],
      ['c', text.length + (lines.length > 0 ? 1 : 0)],
    ] as const;
    const wanted = counts.filter(([flag]) => flags.size === 0 || flags.has(flag));
    const only = wanted.length === 1 && operands.length < 2;
    printed.push(
      out(
        [
          ...wanted.map(([, count]) => (only ? String(count) : String(count).padStart(7))),
          ...(name === '' ? [] : [name]),
        ].join(' '),
      ),
    );
  }
  return { printed, status: 0 };
};

export const sort: CommandFunction = (call) => {
  const { flags, operands, unknown } = optionsOf(call.args, 'rnu', 'kt');
  if (unknown) return unknownOption(call, unknown);
  const lines = inputs(call, operands, (name, why) => `sort: cannot read: ${name}: ${why}`).flatMap((one) => one.lines);
  const compare = flags.has('n')
    ? (a: string, b: string) => (Number.parseFloat(a) || 0) - (Number.parseFloat(b) || 0)
    : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = lines.sort(compare);
  if (flags.has('r')) sorted.reverse();
  return prints(...(flags.has('u') ? [...new Set(sorted)] : sorted));
};

export const uniq: CommandFunction = (call) => {
  const { flags, operands, unknown } = optionsOf(call.args, 'c');
  if (unknown) return unknownOption(call, unknown);
  const lines = inputs(call, operands, (name, why) => `uniq: ${name}: ${why}`).flatMap((one) => one.lines);
  const groups: { line: string; count: number }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.line === line) last.count++;
    else groups.push({ line, count: 1 });
  }
  return prints(...groups.map(({ line, count }) => (flags.has('c') ? `${String(count).padStart(7)} ${line}` : line)));
};

export const tee: CommandFunction = (call) => {
  const { flags, operands } = optionsOf(call.args, 'a');
  const lines = call.stdin ?? [];
  for (const name of operands) {
    const node = treeFor(call).get(pathFor(call, name));
    const before = flags.has('a') && node?.kind === 'file' ? (node.text ?? '') : '';
    writeText(call.turn, pathFor(call, name), before + lines.map((line) => `${line}\n`).join(''));
  }
  return prints(...lines);
};

/** `-n` and `-e` as bash has them. */
export const echo: CommandFunction = ({ args }) => {
  const escapes = args[0] === '-e' || args[0] === '-ne';
  const text = (/^-n?e?$/.test(args[0] ?? '') && args[0] !== '-' ? args.slice(1) : args).join(' ');
  return prints(...(escapes ? text.replaceAll('\\n', '\n').replaceAll('\\t', '\t') : text).split('\n'));
};
