import { type LineState, START, type Token, type TokenKind } from './tokens.ts';

const pieces: readonly [kind: TokenKind, pattern: RegExp][] = [
  ['comment', /(?<=^|\s)#.*/y],
  ['string', /'[^']*'?|"(?:\\.|[^"\\])*"?/y],
  ['variable', /\$(?:\w+|\{\w+\}|[?$@])/y],
  ['punctuation', /&&|\|\||[;|&<>]+/y],
  ['word', /(?:\\.|[^\s;|&<>'"$])+/y],
];

/** Words after which a command begins. */
const OPENERS = new Set(['do', 'then', 'else', 'until', 'while', 'if', '!']);

/** Splits one line of a shell script for colouring: the first word of each command is its name. */
export function tokenizeShellLine(line: string): { tokens: Token[]; state: LineState } {
  const tokens: Token[] = [];
  let due = true;
  for (let at = 0; at < line.length; ) {
    const found = pieces.find(([, pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(line);
    });
    if (!found) {
      at++;
      continue;
    }
    const to = found[1].lastIndex;
    const text = line.slice(at, to);
    const named: boolean = found[0] === 'word' && due;
    tokens.push({ from: at, to, kind: named ? 'name' : /^\d+$/.test(text) ? 'number' : found[0] });
    due = found[0] === 'punctuation' ? /[;|&]/.test(text) : named && OPENERS.has(text);
    at = to;
  }
  return { tokens, state: START };
}
