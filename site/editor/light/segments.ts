import type { Range } from '../../../simulator/core/text.ts';
import type { Tokenizer } from '../tokenizers.ts';
import { type LineState, START, type Token } from '../tokens.ts';
import { lineText } from './lines.ts';

/** A stretch to mark on the text: a problem's squiggle, or a directive that has no effect here. */
export interface Mark extends Range {
  severity: 'error' | 'warning' | 'hint';
}

/** A run of characters that look alike. */
export interface Segment {
  text: string;
  classes: string;
}

/** One visible line: its number (from 1) and its runs. */
export interface VisibleLine {
  number: number;
  segments: Segment[];
}

/** Longer lines stay uncoloured: cutting them into pieces would cost more than it shows. */
const COLOURED_LINE = 2_000;

/** Longer texts are coloured as if each window started afresh, so that a key press stays cheap. */
const COLOURED_FROM_START = 100_000;

/** The lines of a window [first, last), coloured and marked. Without a tokenizer they are plain text (XML). */
export function visibleLines(
  text: string,
  starts: readonly number[],
  window: { first: number; last: number },
  marks: readonly Mark[],
  tokenize: Tokenizer | undefined,
): VisibleLine[] {
  let state =
    tokenize && text.length <= COLOURED_FROM_START ? stateBefore(text, starts, window.first, tokenize) : START;
  const lines: VisibleLine[] = [];
  for (let index = window.first; index < Math.min(window.last, starts.length); index++) {
    const line = lineText(text, starts, index);
    const read = tokenize && line.length <= COLOURED_LINE ? tokenize(line, state) : { tokens: [], state };
    state = read.state;
    lines.push({ number: index + 1, segments: segments(line, starts[index] as number, read.tokens, marks) });
  }
  return lines;
}

/** Cuts a line where a token or a mark begins or ends, so that each piece has one look. */
function segments(line: string, lineFrom: number, tokens: readonly Token[], marks: readonly Mark[]): Segment[] {
  const end = lineFrom + line.length;
  const here = marks
    .map((mark) => ({ ...mark, to: Math.max(mark.to, mark.from + 1) }))
    .filter((mark) => mark.from <= end && mark.to > lineFrom);
  // A mark at the end of a line (a missing `;`, the end of the file) shows on one space after it.
  const shown = here.some((mark) => mark.from >= end) ? `${line} ` : line;
  const cuts = new Set([0, shown.length]);
  for (const { from, to } of tokens) cuts.add(from).add(to);
  for (const { from, to } of here)
    cuts.add(clamp(from - lineFrom, shown.length)).add(clamp(to - lineFrom, shown.length));
  const sorted = [...cuts].sort((a, b) => a - b);
  const pieces: Segment[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [from, to] = [sorted[i] as number, sorted[i + 1] as number];
    const token = tokens.find((t) => t.from <= from && t.to > from);
    const mark = strongest(here.filter((m) => m.from - lineFrom <= from && m.to - lineFrom > from));
    pieces.push({
      text: shown.slice(from, to),
      classes: [token && `is-${token.kind}`, mark && `marked ${mark}`].filter(Boolean).join(' '),
    });
  }
  return pieces;
}

function stateBefore(text: string, starts: readonly number[], index: number, tokenize: Tokenizer): LineState {
  let state = START;
  for (let i = 0; i < index; i++) state = tokenize(lineText(text, starts, i), state).state;
  return state;
}

function strongest(marks: readonly Mark[]): Mark['severity'] | undefined {
  for (const severity of ['error', 'warning', 'hint'] as const) {
    if (marks.some((mark) => mark.severity === severity)) return severity;
  }
  return undefined;
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}
