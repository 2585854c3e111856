import type { Range } from '../../../simulator/core/text.ts';

/** One replacement, and what is selected afterwards (offsets of the new text). */
export interface Edit extends Range {
  insert: string;
  select: Range;
}

const BLANK_LINE = /^[ \t]*$/;

/** What one level of indentation is in this text: what its first indented line uses, else four spaces. */
function indentUnit(text: string): string {
  const first = /^(\t| {1,8})\S/m.exec(text.slice(0, 20_000));
  return first?.[1] ?? '    ';
}

/** Enter: keeps the line's indentation, and adds a level after an opening `{` or XML tag. */
export function newline(text: string, from: number, to: number): Edit {
  const before = text.slice(lineStart(text, from), from);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  const opens = opensBlock(before);
  const inner = opens ? indent + indentUnit(text) : indent;
  // Between `{` and `}` the brace moves to a line of its own.
  const tail = opens && text[to] === '}' ? `\n${indent}` : '';
  const cursor = from + 1 + inner.length;
  return { from, to, insert: `\n${inner}${tail}`, select: { from: cursor, to: cursor } };
}

/** `}` typed on an otherwise blank line goes one level out; elsewhere there is nothing to do. */
export function closingBrace(text: string, at: number): Edit | undefined {
  const start = lineStart(text, at);
  const before = text.slice(start, at);
  if (before === '' || !BLANK_LINE.test(before)) return undefined;
  const unit = indentUnit(text);
  const indent = before.endsWith(unit) ? before.slice(0, -unit.length) : before.slice(0, -1);
  const cursor = start + indent.length + 1;
  return { from: start, to: at, insert: `${indent}}`, select: { from: cursor, to: cursor } };
}

/** Tab and Shift+Tab, where the learner lets Tab indent: whole lines when several are selected. */
export function shift(text: string, from: number, to: number, out: boolean): Edit {
  const unit = indentUnit(text);
  if (!out && !text.slice(from, to).includes('\n')) {
    return { from, to, insert: unit, select: { from: from + unit.length, to: from + unit.length } };
  }
  const start = lineStart(text, from);
  const lines = text.slice(start, to).split('\n');
  const moved = lines.map((line) => (out ? outdented(line, unit) : line === '' ? line : unit + line));
  const insert = moved.join('\n');
  const first = (moved[0] as string).length - (lines[0] as string).length;
  return { from: start, to, insert, select: { from: Math.max(start, from + first), to: start + insert.length } };
}

/**
 * A completion's text made ready to stand at an offset: `${1}` and `${1:word}` stops are resolved (the first
 * one is selected), and further lines get the indentation of the line it goes into.
 */
export function expand(text: string, range: Range, snippet: string): Edit {
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, range.from)))?.[0] ?? '';
  let select: Range | undefined;
  let insert = '';
  let last = 0;
  const indented = snippet.replaceAll('\n', `\n${indent}`);
  for (const stop of indented.matchAll(/\$\{(\d+)(?::([^}]*))?\}|\$(\d+)/g)) {
    insert += indented.slice(last, stop.index);
    const from = range.from + insert.length;
    insert += stop[2] ?? '';
    select ??= { from, to: range.from + insert.length };
    last = stop.index + stop[0].length;
  }
  insert += indented.slice(last);
  const end = range.from + insert.length;
  return { ...range, insert, select: select ?? { from: end, to: end } };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function opensBlock(before: string): boolean {
  const line = before.trimEnd();
  if (line.trimStart().startsWith('#')) return false;
  return line.endsWith('{') || /<[A-Za-z][^<>]*[^/<>]>$|<[A-Za-z]>$/.test(line);
}

function outdented(line: string, unit: string): string {
  if (line.startsWith(unit)) return line.slice(unit.length);
  return line.replace(/^(\t| {1,8})/, '');
}
