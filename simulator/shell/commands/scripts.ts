import { type CommandFunction, hints, prints, type Result, readLines, unknownOption } from '../call.ts';
import { type Frame, isPipeline, type Todo } from '../flow.ts';
import { type ParsedLine, parseLine, type Step } from '../line/parse.ts';
import type { Printed } from '../state.ts';

/** `bash FILE`: what stands in the file, one line after the other, in a shell of its own. */
export const bash: CommandFunction = (call) => {
  const { args, name } = call;
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const file = args[at];
  if (file === undefined) return hints({ code: 'command-not-modelled', values: { command: name } });
  const unknown = args.slice(0, at).find((option) => option !== '-e');
  if (unknown !== undefined) return unknownOption(call, unknown);
  const read = readLines(call, file, (why) => `bash: ${file}: ${why}`);
  if (!('lines' in read)) return 'status' in read && read.status === 1 ? { ...read, status: 127 } : read;
  const { terminal } = call.turn;
  const found: Frame = { cwd: terminal.cwd, variables: terminal.variables, errexit: terminal.errexit };
  terminal.errexit = at > 0;
  return { ...prints(), script: [...todosOf(file, read.lines), { when: 'always', leaves: found }] };
};

/** `set -e` in a script; the other letters change nothing that the lab has. */
export const set: CommandFunction = (call): Result => {
  const { turn, args } = call;
  const inScript = turn.terminal.plan.some((todo) => 'leaves' in todo);
  if (!inScript) return hints({ code: 'command-not-modelled', values: { command: 'set' } });
  for (const arg of args) if (/^[-+][a-z]*e/.test(arg)) turn.terminal.errexit = arg.startsWith('-');
  const other = args.find((arg) => !/^[-+]e?u?o?$|^pipefail$/.test(arg));
  return other === undefined ? prints() : unknownOption(call, other);
};

/** A script as bash reads it: each line when its turn has come, so that a mistake further down stops nothing before. */
function todosOf(name: string, lines: readonly string[]): Todo[] {
  const todos: Todo[] = [];
  for (let first = 0; first < lines.length; ) {
    const { parsed, next } = chunk(lines, first);
    if (parsed.kind !== 'steps') return [...todos, stumbles(name, parsed, lines, first)];
    const text = lines.slice(first, next).join('\n');
    todos.push(...parsed.steps.map((step) => placed(step, text, { name, line: first + 1 })));
    first = next;
  }
  return todos;
}

/** So many lines at most belong together: whoever forgets a quote shall not wait. */
const LONGEST = 100;

/** As many lines as belong together. */
function chunk(lines: readonly string[], first: number): { parsed: ParsedLine; next: number } {
  for (let next = first + 1; ; next++) {
    const parsed = parseLine(lines.slice(first, next).join('\n'));
    if (parsed.kind !== 'unfinished' || next >= lines.length || next - first === LONGEST) return { parsed, next };
  }
}

function stumbles(name: string, parsed: ParsedLine, lines: readonly string[], first: number): Todo {
  const says: Printed[] =
    parsed.kind === 'error'
      ? [
          { to: 2, text: `${name}: line ${first + 1}: syntax error near unexpected token \`${parsed.near}'` },
          { to: 2, text: `${name}: line ${first + 1}: \`${lines[first] ?? ''}'` },
        ]
      : parsed.kind === 'not-modelled'
        ? [{ to: 'screen', hint: { code: 'syntax-not-modelled', values: { text: parsed.text } } }]
        : [{ to: 2, text: `${name}: line ${lines.length + 1}: syntax error: unexpected end of file` }];
  return { when: 'always', says, status: 2 };
}

/** Every command of a step with the words by which bash says where it stands. */
function placed(step: Step, text: string, { name, line }: { name: string; line: number }): Step {
  const inside = (steps: readonly Step[]) => steps.map((one) => placed(one, text, { name, line }));
  if (isPipeline(step)) return { ...step, at: `${name}: line ${line + lineBreaks(text, step.from)}: ` };
  return 'test' in step
    ? { ...step, test: inside(step.test), body: inside(step.body) }
    : { ...step, body: inside(step.body) };
}

const lineBreaks = (text: string, to: number): number => text.slice(0, to).split('\n').length - 1;

/** What a command in a script says begins with where it stands instead of `bash: `. */
export const saidAt = (at: string, printed: readonly Printed[]): Printed[] =>
  printed.map((one) =>
    one.to === 2 && one.text.startsWith('bash: ') ? { ...one, text: at + one.text.slice(6) } : one,
  );
