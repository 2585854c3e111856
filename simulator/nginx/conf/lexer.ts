import { encode } from '../../core/utf8.ts';
import { byteLength, cutBytes } from './bytes.ts';
import type { Word } from './tree.ts';

/** A file being read. */
export interface Source {
  name: string;
  text: string;
  /** Offset of the next character. */
  at: number;
  /** Line of the last character read, from 1. */
  line: number;
}

/** What `ngx_conf_read_token` returns: the words of a directive and what ended them, or an end. */
export type Token =
  | { kind: 'simple' | 'block'; words: Word[] /** The `;` is missing: `}` came instead. */; unfinished?: true }
  | { kind: 'close' }
  | { kind: 'eof' /** Words that nothing ended. */; words: Word[] };

/** What the lexer refuses. `line` is the one nginx names. */
export interface LexicalFault {
  code: 'unexpected' | 'unexpected-end' | 'too-long' | 'too-long-quote';
  values: Record<string, string>;
  from: number;
  to: number;
  line: number;
}

/** NGX_CONF_BUFFER: no token and no comment may be longer. */
const BUFFER = 4096;

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const SHARP = 35;
const DOLLAR = 36;
const APOSTROPHE = 39;
const CLOSING = 41;
const SEMICOLON = 59;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

export function openSource(name: string, text: string): Source {
  return { name, text, at: 0, line: 1 };
}

/**
 * Reads one directive up to its `;` or `{`, a `}`, or the end of the file, byte for byte as
 * `core/ngx_conf_file.c: ngx_conf_read_token`. After a fault it goes on as a person would read.
 */
export function readToken(source: Source, fault: (fault: LexicalFault) => void): Token {
  const words: Word[] = [];
  for (;;) {
    const code = skipSpace(source, fault);
    if (code < 0) return endOfFile(source, words, fault);
    const at = source.at;
    if (code === SEMICOLON || code === OPEN) {
      source.at++;
      if (words.length > 0) return { kind: code === OPEN ? 'block' : 'simple', words };
      unexpected(source, at, fault);
      if (code === OPEN) return { kind: 'block', words };
    } else if (code === CLOSE) {
      if (words.length > 0) {
        unexpected(source, at, fault);
        return { kind: 'simple', words, unfinished: true };
      }
      source.at++;
      return { kind: 'close' };
    } else if (!readWord(source, code, words, fault)) return endOfFile(source, words, fault);
  }
}

/** Skips blanks and comments. Returns the code of the next character without taking it, or -1. */
function skipSpace(source: Source, fault: (fault: LexicalFault) => void): number {
  const { text } = source;
  for (; source.at < text.length; source.at++) {
    const code = text.charCodeAt(source.at);
    if (code === LF) source.line++;
    else if (code === SHARP) {
      const end = text.indexOf('\n', source.at);
      if (tooLong(source, source.at, end < 0 ? text.length : end, source.line, fault)) return -1;
      if (end < 0) break;
      source.at = end;
      source.line++;
    } else if (!isSpace(code)) return code;
  }
  source.at = text.length;
  return -1;
}

/** Takes one word into `words`. False: the file ended, or the word is too long. */
function readWord(source: Source, first: number, words: Word[], fault: (fault: LexicalFault) => void): boolean {
  const startLine = source.line;
  const from = source.at;
  const quoted = first === QUOTE || first === APOSTROPHE;
  const start = quoted ? from + 1 : from;
  const end = quoted ? endOfQuoted(source, start, first) : endOfBare(source, start);
  const { text } = source;
  if (tooLong(source, start, end, startLine, fault, quoted ? first : undefined)) return false;
  if (end === text.length) {
    source.at = end;
    words.push(wordOf(text, start, end, from, end, quoted));
    return false;
  }
  words.push(wordOf(text, start, end, from, quoted ? end + 1 : end, quoted));
  source.at = quoted ? end + 1 : end;
  return quoted ? afterQuote(source, start, startLine, fault) : true;
}

/** After a closing quote only a blank, `;`, `{` or `)` may stand; `)` begins the next word. */
function afterQuote(source: Source, start: number, startLine: number, fault: (fault: LexicalFault) => void): boolean {
  const { text, at } = source;
  if (at >= text.length) return true;
  if (tooLong(source, start, at, startLine, fault)) return false;
  const code = text.charCodeAt(at);
  if (isSpace(code)) return at + 1 >= text.length || !tooLong(source, start, at + 1, startLine, fault);
  if (code !== SEMICOLON && code !== OPEN && code !== CLOSING) unexpected(source, at, fault);
  return true;
}

function endOfQuoted(source: Source, start: number, quote: number): number {
  const { text } = source;
  let i = start;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF) source.line++;
    else if (code === BACKSLASH) {
      i++;
      if (text.charCodeAt(i) === LF) source.line++;
    } else if (code === quote) break;
  }
  return Math.min(i, text.length);
}

function endOfBare(source: Source, start: number): number {
  const { text } = source;
  let variable = false;
  let i = start;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === OPEN && variable) continue;
    variable = code === DOLLAR;
    if (code === BACKSLASH) {
      i++;
      if (text.charCodeAt(i) === LF) source.line++;
    } else if (code === SEMICOLON || code === OPEN || isSpace(code)) break;
  }
  return Math.min(i, text.length);
}

function wordOf(text: string, start: number, end: number, from: number, to: number, quoted: boolean): Word {
  const raw = text.slice(start, end);
  return { text: raw.includes('\\') ? unescape(raw) : raw, quoted, from, to };
}

/** `\"` `\'` `\\` stand for the second character, `\t` `\r` `\n` for a control; any other backslash stays. */
function unescape(raw: string): string {
  return raw.replace(/\\(["'\\trn])/g, (_, escaped: string) => {
    if (escaped === 't') return '\t';
    if (escaped === 'r') return '\r';
    return escaped === 'n' ? '\n' : escaped;
  });
}

/** nginx moves a word to the front of its buffer to read on; a word that fills the buffer is refused. */
function tooLong(
  source: Source,
  start: number,
  end: number,
  startLine: number,
  fault: (fault: LexicalFault) => void,
  quote?: number,
): boolean {
  if ((end - start) * 3 < BUFFER) return false;
  const { text } = source;
  const length = byteLength(text.slice(start, end));
  if (length < BUFFER || (end === text.length && length === BUFFER)) return false;
  const place = { from: start, to: end, line: startLine };
  if (quote === undefined) {
    fault({ code: 'too-long', values: { start: cutBytes(text.slice(start, start + 10), 10) }, ...place });
  } else fault({ code: 'too-long-quote', values: { quote: String.fromCharCode(quote) }, ...place });
  source.line = startLine;
  source.at = Number.POSITIVE_INFINITY;
  return true;
}

function endOfFile(source: Source, words: Word[], fault: (fault: LexicalFault) => void): Token {
  if (source.at === Number.POSITIVE_INFINITY) source.at = source.text.length;
  else if (words.length > 0) {
    const from = (words[words.length - 1] as Word).from;
    fault({ code: 'unexpected-end', values: { expecting: '";" or "}"' }, from, to: source.at, line: source.line });
  }
  return { kind: 'eof', words };
}

function unexpected(source: Source, at: number, fault: (fault: LexicalFault) => void): void {
  const character = String.fromCodePoint(source.text.codePointAt(at) as number);
  const byte = encode(character)[0] as number;
  const values = { character: byte < 0x80 ? character : String.fromCharCode(0xdc00 + byte) };
  fault({ code: 'unexpected', values, from: at, to: at + character.length, line: source.line });
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LF || code === TAB || code === CR;
}
