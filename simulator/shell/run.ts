import { resolvePath } from '../core/path.ts';
import { type Call, fails, linesOf, type Result } from './call.ts';
import { saidAt } from './commands/scripts.ts';
import { commandNamed } from './commands/table.ts';
import { writeText } from './files/change.ts';
import { treeOf } from './files/tree.ts';
import { isPipeline, isUnasked, leaveScript, ROUND, unfold } from './flow.ts';
import { begin, toldAtPrompt } from './jobs.ts';
import { expand, expandOne, type Surroundings } from './line/expand.ts';
import { type Command, type Pipeline, parseLine, type Redirect } from './line/parse.ts';
import { onScreen, type Printed, show, type Terminal, type Turn } from './state.ts';
import { terminalLifecycle } from './terminal-chart.ts';

/** The self-addressed message by which a shell goes on once what it sent has arrived. */
const GO_ON = { type: 'work', chain: '', what: 'go-on' } as const;

/** Carries out a line that was read, as far as it goes without waiting. */
export function runLine(turn: Turn, line: string): void {
  const { terminal } = turn;
  const parsed = parseLine(line);
  if (parsed.kind === 'unfinished') {
    terminal.unfinished = `${line}\n`;
    return;
  }
  terminal.unfinished = '';
  if (parsed.kind === 'steps') {
    terminal.plan = parsed.steps;
    terminal.mode = terminalLifecycle.next(terminal.mode, 'run');
    return carryOn(turn);
  }
  const printed: Printed =
    parsed.kind === 'error'
      ? { to: 2, text: `bash: syntax error near unexpected token \`${parsed.near}'` }
      : { to: 'screen', hint: { code: 'syntax-not-modelled', values: { text: parsed.text } } };
  terminal.status = 2;
  show(terminal, [onScreen(printed)]);
}

/** Does one step of the plan after another, until one takes time or nothing is left. */
export function carryOn(turn: Turn): void {
  const { terminal, out } = turn;
  for (;;) {
    if (terminal.unasked && terminal.status !== 0) leaveScript(terminal);
    terminal.unasked = false;
    const [step, ...rest] = terminal.plan;
    if (!step) break;
    if (turn.sent) {
      out.send(terminal.name, GO_ON, 0);
      return;
    }
    terminal.plan = rest;
    const wanted = step.when === 'always' || (step.when === 'success') === (terminal.status === 0);
    if (!wanted) continue;
    if (!isPipeline(step)) {
      if ('says' in step) show(terminal, step.says.map(onScreen));
      if (!unfold(terminal, step, surroundings(turn))) continue;
      out.send(terminal.name, GO_ON, ROUND);
      return;
    }
    terminal.unasked = isUnasked(terminal);
    runStep(turn, step);
    if (terminal.mode === 'closed' || terminal.foreground) return;
  }
  if (turn.sent) {
    // The prompt comes when what was sent has arrived: then files are written and programs have their signals.
    out.send(terminal.name, GO_ON, 0);
    return;
  }
  toldAtPrompt(terminal);
  terminal.mode = terminalLifecycle.next(terminal.mode, 'done');
}

function runStep(turn: Turn, { commands, background, source, at }: Pipeline): void {
  const [first, ...readers] = commands;
  if (!first) return;
  const result = runCommand(turn, first, undefined, readers.length === 0);
  if ('script' in result && result.script) {
    if (readers.length === 0 && !background) turn.terminal.plan = [...result.script, ...turn.terminal.plan];
    else show(turn.terminal, [notModelled(source)]);
    return;
  }
  if ('program' in result)
    return begin(turn, { source, program: result.program, command: first, readers }, result.printed, background);
  settle(turn, first, readers, at === undefined ? result : { ...result, printed: saidAt(at, result.printed) });
}

/** The end of a command: its output goes where it is to go, and on through the pipe. */
export function settle(
  turn: Turn,
  command: Command,
  readers: readonly Command[],
  result: { printed: readonly Printed[]; status: number },
): void {
  let printed = redirected(turn, command, result.printed);
  let { status } = result;
  for (const [index, reader] of readers.entries()) {
    const last = index === readers.length - 1;
    const stdin = printed.flatMap((one) => (one.to === 1 ? one.text.split('\n') : []));
    const next = runCommand(turn, reader, stdin, last);
    const past = printed.filter(({ to }) => to !== 1);
    if ('script' in next) return show(turn.terminal, [notModelled(reader.words.map(({ source }) => source).join(' '))]);
    if ('program' in next) {
      show(turn.terminal, past.map(onScreen));
      return begin(
        turn,
        { source: '', program: next.program, command: reader, readers: readers.slice(index + 1) },
        next.printed,
        false,
      );
    }
    printed = [...past, ...redirected(turn, reader, next.printed)];
    status = next.status;
  }
  show(turn.terminal, printed.map(onScreen));
  turn.terminal.status = status;
}

/** Runs one command of a pipeline: expands its words, then looks for the command. */
function runCommand(
  turn: Turn,
  { assignments, words, redirects }: Command,
  stdin: readonly string[] | undefined,
  last: boolean,
): Result {
  const { terminal } = turn;
  const around = surroundings(turn);
  const [name, ...args] = words.flatMap((word) => expand(word, around));
  const variables = Object.fromEntries(assignments.map(({ name, value }) => [name, expandOne(value, around)]));
  if (name === undefined) {
    terminal.variables = { ...terminal.variables, ...variables };
    return { printed: [], status: 0 };
  }
  const input = inputOf(turn, redirects, stdin, around);
  if ('printed' in input) return input;
  const toScreen = last && !redirects.some((redirect) => 'file' in redirect && redirect.from !== 2);
  const call: Call = { turn, name, args, stdin: input.lines, toScreen };
  return commandNamed(call)(call);
}

function inputOf(
  turn: Turn,
  redirects: readonly Redirect[],
  stdin: readonly string[] | undefined,
  around: Surroundings,
): { lines: readonly string[] | undefined } | Result {
  let lines = stdin;
  for (const redirect of redirects) {
    if (!('input' in redirect)) continue;
    const name = expandOne(redirect.input, around);
    const node = around.tree.get(resolvePath(turn.terminal.cwd, name));
    if (!node) return fails(1, `bash: ${name}: No such file or directory`);
    lines = node.kind === 'file' ? linesOf(node.text ?? '') : [];
  }
  return { lines };
}

/** Writes to files what `>` and its like send there; what is left goes on. */
function redirected(turn: Turn, { redirects }: Command, printed: readonly Printed[]): Printed[] {
  let left = [...printed];
  for (const redirect of redirects) {
    if ('to' in redirect) {
      left = left.map((one) => (one.to === redirect.from && !('hint' in one) ? { ...one, to: redirect.to } : one));
      continue;
    }
    if (!('file' in redirect)) continue;
    const taken = (one: Printed) => one.to !== 'screen' && (redirect.from === 'both' || one.to === redirect.from);
    const text = left.flatMap((one) => (taken(one) && 'text' in one ? `${one.text}\n` : [])).join('');
    left = left.filter((one) => !taken(one));
    const refusal = writeTo(turn, expandOne(redirect.file, surroundings(turn)), text, redirect.append);
    if (refusal) left.push({ to: 2, text: refusal });
  }
  return left;
}

function writeTo(turn: Turn, name: string, text: string, append: boolean): string | undefined {
  const path = resolvePath(turn.terminal.cwd, name);
  if (path === '/dev/null') return undefined;
  const tree = treeOf(turn.out.kernel);
  const node = tree.get(path);
  if (node?.kind === 'folder') return `bash: ${name}: Is a directory`;
  if (name === '' || tree.get(resolvePath(path, '..'))?.kind !== 'folder')
    return `bash: ${name}: No such file or directory`;
  writeText(turn, path, append ? (node?.text ?? '') + text : text);
  return undefined;
}

const notModelled = (text: string) =>
  onScreen({ to: 'screen', hint: { code: 'syntax-not-modelled', values: { text } } });

function surroundings(turn: Turn): Surroundings {
  const { terminal, out } = turn;
  return {
    cwd: terminal.cwd,
    tree: treeOf(out.kernel),
    variable: (name) => valueOf(terminal, name),
    output: (line) => outputOf(turn, line),
  };
}

function valueOf(terminal: Terminal, name: string): string {
  if (name === '?') return String(terminal.status);
  if (name === '$') return String(terminal.pid);
  if (name === 'PWD') return terminal.cwd;
  return Object.hasOwn(terminal.variables, name) ? (terminal.variables[name] ?? '') : '';
}

/** Deeper than this, `$(…)` in `$(…)` gives nothing. */
const DEEPEST = 20;

/** `$(command)`: what it prints at once, line breaks at the end left out. */
function outputOf(outer: Turn, line: string): string {
  const parsed = parseLine(line);
  const [step] = parsed.kind === 'steps' ? parsed.steps : [];
  if (!step || !isPipeline(step) || step.background || outer.depth > DEEPEST) return '';
  const turn = { ...outer, depth: outer.depth + 1 };
  let printed: readonly Printed[] = [];
  for (const [index, command] of step.commands.entries()) {
    const stdin = index === 0 ? undefined : printed.flatMap((one) => (one.to === 1 ? one.text.split('\n') : []));
    const result = runCommand(turn, command, stdin, false);
    if ('program' in result || 'script' in result) {
      show(turn.terminal, [notModelled(`$(${line})`)]);
      return '';
    }
    printed = redirected(turn, command, result.printed);
  }
  outer.sent ||= turn.sent;
  show(turn.terminal, printed.filter(({ to }) => to !== 1).map(onScreen));
  return printed
    .flatMap((one) => (one.to === 1 ? one.text : []))
    .join('\n')
    .replace(/\n+$/, '');
}
