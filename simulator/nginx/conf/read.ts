import type { Files } from '../../core/language.ts';
import { own } from '../../core/own.ts';
import { cString } from './bytes.ts';
import { allowedIn, type Command, type Context, commandIn, commandsNamed, takes } from './catalogue.ts';
import { type Block, type Conf, type Cycle, fault, faultAt, newScope, type Scope, type Spot, spotOf } from './cycle.ts';
import { CONF_PREFIX, confName } from './environment.ts';
import { glob } from './glob.ts';
import { openSource, readToken, type Source, type Token } from './lexer.ts';
import { setters } from './setters/setters.ts';
import type { Directive, NginxTree, Word } from './tree.ts';

/** A file or a block that is being read. */
interface Frame {
  /** The file that it is, or that its block stands in. */
  source: Source;
  /** It is a whole file, and no block. */
  isFile?: true;
  /** Where directives are executed; without it they are only read (the block itself was unknown). */
  scope: Scope | undefined;
  children: Directive[];
  opened?: Directive | undefined;
  handler?: Block['handler'] | undefined;
  close?: Block['close'] | undefined;
}

/** Deeper blocks are checked, yet left out of the tree, so that a walk over it needs no deep stack. */
const TREE_DEPTH = 200;
/** An endless include ends like nginx's: out of file descriptors (1024, less those it holds already). */
const MAX_FILES = 1000;

/**
 * Reads a configuration as `core/ngx_conf_file.c: ngx_conf_parse` does, executing each directive when its
 * `;` or `{` has been read. nginx stops at the first error; this goes on, so problems up to the first
 * error are nginx's and the later ones are for the editor.
 */
export function readConfiguration(files: Files, name: string, cycle: Cycle): NginxTree {
  const tree: NginxTree = { file: name, directives: [] };
  const text = own(files, name);
  const start: Spot = { file: name, line: 1, from: 0, to: 0 };
  if (text === undefined) {
    faultAt(cycle, start, 'file-failed', { path: CONF_PREFIX + name, error: '2: No such file or directory' });
    return tree;
  }
  const frames: Frame[] = [
    { source: openSource(name, text), isFile: true, scope: cycle.main, children: tree.directives },
  ];
  // Where files include each other without end, nothing new comes after the last that could be opened.
  while (frames.length > 0 && cycle.opened <= MAX_FILES) step(frames, cycle);
  return tree;
}

function step(frames: Frame[], cycle: Cycle): void {
  const frame = frames[frames.length - 1] as Frame;
  const { source } = frame;
  const token = readToken(source, ({ code, values, ...place }) =>
    faultAt(cycle, { file: source.name, ...place }, code, values),
  );
  if (token.kind === 'eof') {
    const pending = !frame.isFile && token.words.length === 0 && source.at !== Number.POSITIVE_INFINITY;
    if (pending) faultAt(cycle, here(source), 'unexpected-end', { expecting: '"}"' });
    while (!frames.pop()?.isFile);
  } else if (token.kind === 'close') {
    if (frame.isFile) faultAt(cycle, here(source), 'unexpected', { character: '}' });
    else {
      frames.pop();
      closeBlock(frame, source);
    }
  } else if (token.words.length === 0) {
    frames.push({ source, scope: frame.scope, children: frame.children, handler: frame.handler });
  } else takeDirective(frames, token, cycle);
}

function closeBlock(frame: Frame, source: Source): void {
  if (frame.opened) {
    frame.opened.to = source.at;
    frame.opened.endLine = source.line;
  }
  frame.close?.(here(source));
}

function takeDirective(frames: Frame[], token: Token & { words: Word[] }, cycle: Cycle): void {
  const frame = frames[frames.length - 1] as Frame;
  const { source } = frame;
  const directive = directiveOf(token.words, source);
  if (frames.length < TREE_DEPTH) frame.children.push(directive);
  const before = cycle.problems.length;
  const isBlock = token.kind === 'block';
  if (isBlock) directive.block = [];
  const block = executeIn(frame, directive, isBlock, cycle, frames);
  if (frame.handler || !frame.scope) {
    if (isBlock) frames.push({ source, scope: undefined, children: directive.block ?? [], opened: directive });
    return;
  }
  const swallowed = swallowedAt(directive, frame.scope, source.text);
  if (swallowed > 0) {
    const failed = cycle.problems.slice(before).some((problem) => problem.severity === 'error');
    if (failed) return splitDirective(frames, directive, swallowed, isBlock, cycle);
    reportSwallowed(cycle, directive, swallowed);
  }
  if (isBlock) {
    const scope = block ? block.scope : undefined;
    frames.push({
      source,
      scope,
      children: directive.block ?? [],
      opened: directive,
      handler: block?.handler,
      close: block?.close,
    });
  }
}

/** Runs one directive; the block it opened, if any. */
function executeIn(
  frame: Frame,
  directive: Directive,
  isBlock: boolean,
  cycle: Cycle,
  frames: Frame[],
): Block | undefined {
  const { scope } = frame;
  if (!scope) return undefined;
  if (frame.handler) {
    const conf = { cycle, scope, directive, command: HANDLED };
    if (isBlock) fault(conf, 'unexpected', { character: '{' });
    else if (frame.handler(conf) === 'include') include(frames, conf);
    return undefined;
  }
  const command = commandFor(cycle, scope, directive, isBlock);
  if (!command) return isBlock ? strayBlock(directive, scope) : undefined;
  const conf = { cycle, scope, directive, command };
  if (command.kind === '@conf_include') include(frames, conf);
  const opened = setters().get(command.kind)?.(conf);
  return opened ?? (isBlock ? strayBlock(directive, scope) : undefined);
}

/** What stands for the command of a line inside `types {}`, `map {}` and their like. */
const HANDLED: Command = { name: '', module: '', contexts: '*', arity: '1+', block: false, kind: '', values: [] };

/** ngx_conf_handler: the row of the table that applies, or the reason why none does. */
function commandFor(cycle: Cycle, scope: Scope, directive: Directive, isBlock: boolean): Command | undefined {
  const rows = commandsNamed(directive.name);
  const command = rows.find((row) => allowedIn(row, scope.context));
  const say = (code: 'unknown-directive' | 'wrong-context' | 'not-terminated' | 'no-opening' | 'argument-count') =>
    faultAt(cycle, spotOf(directive, directive.nameRange), code, { name: cString(directive.name) });
  if (rows.length === 0) say('unknown-directive');
  else if (!command) say('wrong-context');
  else if (!command.block && isBlock) say('not-terminated');
  else if (command.block && !isBlock) say('no-opening');
  else if (!takes(command, directive.args.length)) say('argument-count');
  else return command;
  return undefined;
}

const NATURAL: Readonly<Record<string, Context>> = {
  events: 'E',
  http: 'h',
  server: 's',
  location: 'l',
  upstream: 'u',
  if: 'i',
  limit_except: 'x',
};

/** A block that nginx refused: what is in it is still checked where its name says what may stand there. */
function strayBlock(directive: Directive, parent: Scope): Block | undefined {
  const context = own(NATURAL, directive.name);
  return context && { scope: newScope(context, parent, directive) };
}

/** The first word that begins a line and names a directive that may stand here: a `;` is missing before it. */
function swallowedAt(directive: Directive, scope: Scope, text: string): number {
  let end = directive.nameRange.to;
  for (const [index, word] of directive.args.entries()) {
    const known = !word.quoted && commandIn(word.text, scope.context);
    if (known && text.slice(end, word.from).includes('\n')) return index + 1;
    end = word.to;
  }
  return 0;
}

/** Reads on as if the missing `;` were there. */
function splitDirective(frames: Frame[], directive: Directive, at: number, isBlock: boolean, cycle: Cycle): void {
  const source = (frames.at(-1) as Frame).source;
  const rest = directive.args.slice(at - 1);
  const children = directive.block;
  directive.args = directive.args.slice(0, at - 1);
  directive.to = directive.args.at(-1)?.to ?? directive.nameRange.to;
  delete directive.block;
  const line = lineOf(source, directive.to);
  reportSwallowed(cycle, directive, 0);
  directive.line = line;
  takeDirective(frames, { kind: isBlock && children ? 'block' : 'simple', words: rest }, cycle);
}

/** A hint for the editor; nginx does not see it. */
function reportSwallowed(cycle: Cycle, directive: Directive, at: number): void {
  const end = at > 0 ? (directive.args[at - 2]?.to ?? directive.nameRange.to) : directive.to;
  const place = { file: directive.file, line: directive.line, from: Math.max(0, end - 1), to: end };
  cycle.problems.push({
    code: 'nginx.missing-semicolon',
    severity: 'hint',
    ...place,
    values: { name: directive.name },
  });
}

/** ngx_conf_include: one file, or all that match a pattern, sorted. */
function include(frames: Frame[], conf: Conf): void {
  const { cycle, directive } = conf;
  const name = confName(directive.args[0]?.text ?? '');
  const names = /[*?[]/.test(name) ? glob(name, Object.keys(cycle.files)) : [name];
  const frame = frames[frames.length - 1] as Frame;
  directive.included = [];
  const sources: Source[] = [];
  for (const file of names) {
    const text = own(cycle.files, file);
    const isDirectory = Object.keys(cycle.files).some((other) => other.startsWith(`${file}/`));
    if (text !== undefined && cycle.opened++ < MAX_FILES) sources.push(openSource(file, text));
    else if (text !== undefined) fault(conf, 'open-failed', { path: file, error: '24: Too many open files' });
    else if (isDirectory) fault(conf, 'is-directory', { path: file });
    else fault(conf, 'open-failed', { path: cString(file), error: '2: No such file or directory' });
  }
  for (const source of sources.reverse()) {
    frames.push({ source, isFile: true, scope: frame.scope, children: directive.included, handler: frame.handler });
  }
}

function directiveOf(words: Word[], source: Source): Directive {
  const [first, ...args] = words as [Word, ...Word[]];
  const { name: file, line, at: to } = source;
  const nameRange = { from: first.from, to: first.to };
  return { name: first.text, args, file, line, from: first.from, to, nameRange };
}

function here(source: Source): Spot {
  const to = Math.min(source.at, source.text.length);
  return { file: source.name, line: source.line, from: Math.max(0, to - 1), to };
}

function lineOf(source: Source, offset: number): number {
  return source.text.slice(0, offset).split('\n').length;
}
