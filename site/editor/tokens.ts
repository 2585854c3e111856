/** What a stretch of a file is, for colouring only; meaning comes from the language. */
export type TokenKind = 'comment' | 'string' | 'variable' | 'name' | 'number' | 'word' | 'punctuation';

export interface Token {
  from: number;
  to: number;
  kind: TokenKind;
}

/** What carries over a line end: whether a directive's name is due, and what will close the quote or comment still open. */
export interface LineState {
  due: 'name' | 'argument';
  quote: '' | '"' | "'" | '*/';
}

export const START: LineState = { due: 'name', quote: '' };

/**
 * Splits one line as nginx's own lexer would (`core/ngx_conf_file.c`: `}` and quotes do not end a bare
 * word, `#` comments only between words), starting from the state the line before ended in.
 */
export function tokenizeLine(line: string, state: LineState): { tokens: Token[]; state: LineState } {
  const tokens: Token[] = [];
  let { due, quote } = state;
  let at = 0;
  while (at < line.length) {
    const from = at;
    const char = line[at] as string;
    if (quote === '' && (char === ' ' || char === '\t' || char === '\r')) {
      at++;
    } else if (quote === '' && (char === ';' || char === '{' || char === '}')) {
      tokens.push({ from, to: ++at, kind: 'punctuation' });
      due = 'name';
    } else if (quote === '' && char === '#') {
      at = line.length;
      tokens.push({ from, to: at, kind: 'comment' });
    } else if (quote !== '' || char === '"' || char === "'") {
      const mark = quote || char;
      const end = closingQuote(line, quote === '' ? at + 1 : at, mark);
      at = end === -1 ? line.length : end + 1;
      quote = end === -1 ? (mark as LineState['quote']) : '';
      pushWithVariables(tokens, line, from, at, 'string');
      due = 'argument';
    } else {
      at = bareEnd(line, at);
      const kind = due === 'name' ? 'name' : isNumber(line.slice(from, at)) ? 'number' : 'word';
      pushWithVariables(tokens, line, from, at, kind);
      due = 'argument';
    }
  }
  return { tokens, state: { due, quote } };
}

function closingQuote(line: string, at: number, mark: string): number {
  for (let i = at; i < line.length; i++) {
    if (line[i] === '\\') i++;
    else if (line[i] === mark) return i;
  }
  return -1;
}

function bareEnd(line: string, at: number): number {
  let i = at;
  for (; i < line.length; i++) {
    const char = line[i];
    if (char === '\\') i++;
    else if (char === '{' && line[i - 1] === '$') continue;
    else if (char === ' ' || char === '\t' || char === '\r' || char === ';' || char === '{') break;
  }
  return Math.min(i, line.length);
}

function isNumber(word: string): boolean {
  return /^\d+(ms|[kKmMgGshdwy])?$/.test(word) || word === 'on' || word === 'off';
}

function pushWithVariables(tokens: Token[], line: string, from: number, to: number, kind: TokenKind) {
  let last = from;
  for (const match of line.slice(from, to).matchAll(/\$(?:\{\w+\}|\w+)/g)) {
    const start = from + match.index;
    if (start > last) tokens.push({ from: last, to: start, kind });
    last = start + match[0].length;
    tokens.push({ from: start, to: last, kind: 'variable' });
  }
  if (last < to) tokens.push({ from: last, to, kind });
}
