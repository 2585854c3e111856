import { type LineState, START, type Token, type TokenKind } from './tokens.ts';

const keywords = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue default do double else enum extends final ' +
    'finally float for goto if implements import instanceof int interface long native new package private protected ' +
    'public record return short static strictfp super switch synchronized this throw throws transient try var void ' +
    'volatile while true false null'
  ).split(' '),
);

const COMMENT_GOES_ON: LineState = { due: 'name', quote: '*/' };

const pieces =
  /(\/\/.*|\/\*(?:.*?\*\/|.*))|("(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?)|(@[\w$.]+)|(\d[\w.]*)|([\p{L}_$][\p{L}\p{N}_$]*)|([{}()[\];,.])/gu;
const kinds: readonly TokenKind[] = ['comment', 'string', 'variable', 'number', 'word', 'punctuation'];

/** Splits one line of Java for colouring, from the state of the line before: only a comment goes on over a line end. */
export function tokenizeJavaLine(line: string, state: LineState): { tokens: Token[]; state: LineState } {
  const tokens: Token[] = [];
  let start = 0;
  if (state.quote === '*/') {
    const end = line.indexOf('*/');
    start = end < 0 ? line.length : end + 2;
    if (start > 0) tokens.push({ from: 0, to: start, kind: 'comment' });
    if (end < 0) return { tokens, state };
  }
  let next = START;
  for (const match of line.slice(start).matchAll(pieces)) {
    const [text, ...groups] = match;
    const from = start + match.index;
    const kind = kinds[groups.findIndex((group) => group !== undefined)] ?? 'word';
    tokens.push({ from, to: from + text.length, kind: keywords.has(text) ? 'name' : kind });
    if (text.startsWith('/*') && (text.length < 4 || !text.endsWith('*/'))) next = COMMENT_GOES_ON;
  }
  return { tokens, state: next };
}
