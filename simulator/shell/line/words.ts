/** A piece of a word: literal text, `$NAME`, or `$(command)`. Quoted pieces are neither split nor matched against files. */
export type Piece =
  | { kind: 'text'; text: string; quoted: boolean }
  | { kind: 'variable'; name: string; quoted: boolean }
  | { kind: 'command'; line: string; quoted: boolean };

export interface Word {
  pieces: readonly Piece[];
  /** As it was typed. */
  source: string;
}

/** `end`: the offset after the word. `open`: a quote or parenthesis that does not end. */
export interface ScannedWord {
  word: Word;
  end: number;
  open: boolean;
}

const ENDS_WORD = /[\s;&|<>()]/;

/** Reads the word that begins at an offset (bash(1), QUOTING). Never fails: an open quote reaches to the end. */
export function scanWord(text: string, from: number): ScannedWord {
  const pieces: Piece[] = [];
  let at = from;
  let open = false;
  let plain = '';
  const flush = () => {
    if (plain !== '') pieces.push({ kind: 'text', text: plain, quoted: false });
    plain = '';
  };
  while (at < text.length) {
    const character = text[at] as string;
    if (ENDS_WORD.test(character)) break;
    if (character === "'" || character === '"' || character === '\\') {
      flush();
      const quoted = character === '"' ? scanDouble(text, at + 1) : scanSingle(text, at, character);
      pieces.push(...quoted.pieces);
      open ||= quoted.open;
      at = quoted.end;
    } else if (character === '$' || character === '`') {
      const special = scanDollar(text, at, false);
      if (special.piece.kind === 'text') plain += special.piece.text;
      else {
        flush();
        pieces.push(special.piece);
      }
      open ||= special.open;
      at = special.end;
    } else {
      plain += character;
      at++;
    }
  }
  flush();
  return { word: { pieces, source: text.slice(from, at) }, end: at, open };
}

interface Quoted {
  pieces: Piece[];
  end: number;
  open: boolean;
}

/** After `'`, up to the next one; after `\`, one character (a line break vanishes). */
function scanSingle(text: string, at: number, mark: string): Quoted {
  if (mark === '\\') {
    const next = text[at + 1];
    const piece: Piece = { kind: 'text', text: next === '\n' ? '' : (next ?? ''), quoted: true };
    return { pieces: next === '\n' ? [] : [piece], end: Math.min(at + 2, text.length), open: next === undefined };
  }
  const end = text.indexOf("'", at + 1);
  const inside = text.slice(at + 1, end < 0 ? text.length : end);
  return {
    pieces: [{ kind: 'text', text: inside, quoted: true }],
    end: end < 0 ? text.length : end + 1,
    open: end < 0,
  };
}

/** Inside double quotes only `$`, `` ` ``, `\` and `"` mean something. */
function scanDouble(text: string, from: number): Quoted {
  const pieces: Piece[] = [];
  let plain = '';
  let at = from;
  const flush = () => {
    pieces.push({ kind: 'text', text: plain, quoted: true });
    plain = '';
  };
  while (at < text.length) {
    const character = text[at] as string;
    if (character === '"') {
      flush();
      return { pieces, end: at + 1, open: false };
    }
    if (character === '\\' && /["\\$`\n]/.test(text[at + 1] ?? '')) {
      if (text[at + 1] !== '\n') plain += text[at + 1];
      at += 2;
    } else if (character === '$' || character === '`') {
      const special = scanDollar(text, at, true);
      if (special.piece.kind === 'text') plain += special.piece.text;
      else {
        flush();
        pieces.push(special.piece);
      }
      if (special.open) return { pieces, end: text.length, open: true };
      at = special.end;
    } else {
      plain += character;
      at++;
    }
  }
  flush();
  return { pieces, end: at, open: true };
}

/** What begins with `$` or a backquote; a `$` before anything else is only a dollar. */
function scanDollar(text: string, at: number, quoted: boolean): { piece: Piece; end: number; open: boolean } {
  if (text[at] === '`' || text[at + 1] === '(') {
    const start = text[at] === '`' ? at + 1 : at + 2;
    const end = text[at] === '`' ? text.indexOf('`', start) : closing(text, start);
    const line = text.slice(start, end < 0 ? text.length : end);
    return { piece: { kind: 'command', line, quoted }, end: end < 0 ? text.length : end + 1, open: end < 0 };
  }
  const name = NAME.exec(text.slice(at, at + 200))?.[0];
  if (name === undefined) return { piece: { kind: 'text', text: '$', quoted }, end: at + 1, open: false };
  const inner = name.replace(/^\$\{?|\}$/g, '');
  return { piece: { kind: 'variable', name: inner, quoted }, end: at + name.length, open: false };
}

const NAME = /^\$(?:\{\w+\}|[A-Za-z_]\w*|[?$!#0-9])/;

/** The parenthesis that closes the one before `from`, or -1. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}
