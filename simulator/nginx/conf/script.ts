import type { Range } from '../../core/text.ts';
import { type Conf, fault, spotOf } from './cycle.ts';
import { fixedVariables } from './variables.ts';

/** Text with its place: a word, or a part of one. */
export interface Piece extends Range {
  text: string;
}

/**
 * Compiles a value with variables (`http/ngx_http_script.c: ngx_http_script_compile`): notes each variable
 * it uses, in order. False: it was refused.
 */
export function compileComplex(conf: Conf, piece: Piece): boolean {
  const { text } = piece;
  for (let i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i)) {
    i++;
    if (/[1-9]/.test(text[i] ?? '')) i++;
    else {
      const end = readVariable(conf, piece, i);
      if (end < 0) return false;
      i = end;
    }
  }
  return true;
}

/** One `name` or `{name}` behind a `$` at `at`. Returns where it ends, or -1. */
function readVariable(conf: Conf, piece: Piece, at: number): number {
  const { text } = piece;
  const braced = text[at] === '{';
  const start = braced ? at + 1 : at;
  const [name] = /^[A-Za-z0-9_]*/.exec(text.slice(start, start + 4096)) as RegExpExecArray;
  let end = start + name.length;
  const invalid = start >= text.length || (name === '' && (!braced || text[end] === '}'));
  if (invalid) {
    fault(conf, 'variable-name', {}, piece);
    return -1;
  }
  if (braced && text[end] !== '}') {
    fault(conf, 'variable-bracket', { variable: name }, piece);
    return -1;
  }
  if (braced) end++;
  useVariable(conf, name, rangeIn(piece, at - 1, end));
  return end;
}

/** ngx_http_get_variable_index: the variable must be known by the end of `http {}`. */
export function useVariable(conf: Conf, name: string, range: Range = conf.directive): boolean {
  if (name === '') {
    fault(conf, 'variable-name-is', { variable: '$' }, range);
    return false;
  }
  const { used } = conf.cycle.http.variables;
  const key = lowerAscii(name);
  if (!used.has(key)) used.set(key, spotOf(conf.directive, range));
  return true;
}

/** ngx_http_add_variable: `set`, `map`, `geo`, captures define a variable. False: it exists and may not change. */
export function defineVariable(conf: Conf, name: string, range: Range = conf.directive): boolean {
  if (name === '') fault(conf, 'variable-name-is', { variable: '$' }, range);
  else if (fixedVariables().has(lowerAscii(name))) fault(conf, 'variable-duplicate', { variable: name }, range);
  else {
    conf.cycle.http.variables.defined.add(lowerAscii(name));
    return true;
  }
  return false;
}

/** The part of a word from offset `from` to `to`; exact where the word holds no escapes. */
export function pieceOf(word: Piece & { quoted?: boolean }, from: number, to: number = word.text.length): Piece {
  return { text: word.text.slice(from, to), ...rangeIn(word, from, to) };
}

function rangeIn(word: Piece & { quoted?: boolean }, from: number, to: number): Range {
  const start = word.from + (word.quoted ? 1 : 0);
  const exact = word.to - start - (word.quoted ? 1 : 0) === word.text.length;
  return exact ? { from: start + from, to: start + to } : { from: word.from, to: word.to };
}

/** ngx_strlow: only A–Z. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
