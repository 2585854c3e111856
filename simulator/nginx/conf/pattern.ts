import { byteLength } from './bytes.ts';
import { type Conf, fault } from './cycle.ts';
import { defineVariable, type Piece, useVariable } from './script.ts';

/** What is wrong with a pattern; `at` is where the text that nginx quotes begins (the end: nothing is quoted). */
export interface PatternFault {
  reason: string;
  at: number;
}

/** Compiles a pattern for matching requests: reports what PCRE2 refuses, defines the named captures as variables. */
export function compilePattern(conf: Conf, piece: Piece): boolean {
  if (!checkPattern(conf, piece)) return false;
  for (const [, name = ''] of piece.text.matchAll(/(?<!\\)\(\?(?:P?<|')([A-Za-z_]\w*)[>']/g)) {
    if (!defineVariable(conf, name, piece) || !useVariable(conf, name, piece)) return false;
  }
  return true;
}

/** Reports what PCRE2 refuses, with nginx's words around it. */
export function checkPattern(conf: Conf, piece: Piece): boolean {
  const wrong = patternFault(piece.text);
  if (!wrong) return true;
  const values = { reason: wrong.reason, pattern: piece.text };
  if (wrong.at >= piece.text.length) fault(conf, 'pattern', values, piece);
  else fault(conf, 'pattern-at', { ...values, rest: piece.text.slice(wrong.at) }, piece);
  return false;
}

interface Scan {
  text: string;
  at: number;
  /** Something stands before that a quantifier may repeat. */
  repeatable: boolean;
  depth: number;
  groups: number;
  names: Set<string>;
  references: { number: number; at: number }[];
}

const NAME_LENGTH = 32;

/** The first thing PCRE2 10.42 refuses, or `undefined`. Covers the grammar as configurations use it. */
function patternFault(text: string): PatternFault | undefined {
  const scan: Scan = { text, at: 0, repeatable: false, depth: 0, groups: 0, names: new Set(), references: [] };
  while (scan.at < text.length) {
    const wrong = scanItem(scan);
    if (wrong) return wrong;
  }
  if (scan.depth > 0) return { reason: 'missing closing parenthesis', at: text.length };
  const missing = scan.references.find(({ number }) => number > scan.groups);
  return missing && { reason: 'reference to non-existent subpattern', at: missing.at };
}

function scanItem(scan: Scan): PatternFault | undefined {
  const { text } = scan;
  const character = text[scan.at] as string;
  if (character === '\\') return scanEscape(scan);
  if (character === '[') return scanClass(scan);
  if (character === '(') return scanGroup(scan);
  if (character === ')') {
    if (scan.depth === 0) return { reason: 'unmatched closing parenthesis', at: scan.at };
    scan.depth--;
    scan.at++;
    scan.repeatable = true;
    return undefined;
  }
  const [quantifier] = /^(?:[*+?]|\{\d+(?:,\d*)?\})[+?]?/.exec(text.slice(scan.at, scan.at + 32)) ?? [];
  if (quantifier) return scanQuantifier(scan, quantifier);
  scan.at++;
  scan.repeatable = character !== '|' && character !== '^';
  return undefined;
}

function scanQuantifier(scan: Scan, quantifier: string): PatternFault | undefined {
  const [, low, high] = /^\{(\d+)(?:,(\d*))?\}/.exec(quantifier) ?? [];
  const end = scan.at + quantifier.replace(/(?<=.)[+?]$/, '').length;
  if (Number(low) > 65535) return { reason: 'number too big in {} quantifier', at: scan.at + 7 };
  if (Number(high) > 65535) return { reason: 'number too big in {} quantifier', at: end - 1 };
  if (high && Number(low) > Number(high)) return { reason: 'numbers out of order in {} quantifier', at: end - 1 };
  if (!scan.repeatable) return { reason: 'quantifier does not follow a repeatable item', at: end - (low ? 0 : 1) };
  scan.at += quantifier.length;
  scan.repeatable = false;
  return undefined;
}

function scanEscape(scan: Scan): PatternFault | undefined {
  const { text, at } = scan;
  if (at + 1 >= text.length) return { reason: '\\ at end of pattern', at: text.length };
  const next = text[at + 1] as string;
  if (next === 'Q') {
    const end = text.indexOf('\\E', at + 2);
    scan.repeatable = true;
    scan.at = end < 0 ? text.length : end + 2;
    return undefined;
  }
  if (/[1-9]/.test(next)) {
    const [digits] = /^\d+/.exec(text.slice(at + 1)) as RegExpExecArray;
    const number = Number(digits);
    if (number < 10) scan.references.push({ number, at: at + 1 + digits.length });
  }
  if (/[LlNUu]/.test(next) && next !== 'N') {
    return { reason: 'PCRE2 does not support \\F, \\L, \\l, \\N{name}, \\U, or \\u', at: at + 2 };
  }
  if (/[FijJmMOqTyY]/.test(next)) return { reason: 'unrecognized character follows \\', at: at + 1 };
  scan.at += 2;
  scan.repeatable = true;
  return undefined;
}

function scanClass(scan: Scan): PatternFault | undefined {
  const { text } = scan;
  const unterminated = { reason: 'missing terminating ] for character class', at: text.length };
  let i = scan.at + 1;
  if (text[i] === '^') i++;
  let first = true;
  for (; ; first = false) {
    if (i >= text.length) return unterminated;
    const [posix, name] = /^\[:\^?(\w*):\]/.exec(text.slice(i, i + 20)) ?? [];
    if (text[i] === ']' && !first) break;
    if (posix) {
      if (!POSIX.includes(name ?? '')) return { reason: 'unknown POSIX class name', at: i };
      i += posix.length;
      continue;
    }
    const low = classCharacter(text, i);
    i += low.length;
    if (text[i] === '-' && i + 1 < text.length && text[i + 1] !== ']') {
      const high = classCharacter(text, i + 1);
      i += 1 + high.length;
      if (low.code !== undefined && high.code !== undefined && low.code > high.code) {
        return { reason: 'range out of order in character class', at: i - 1 };
      }
    }
  }
  scan.at = i + 1;
  scan.repeatable = true;
  return undefined;
}

const POSIX = 'alpha lower upper alnum ascii blank cntrl digit graph print punct space word xdigit'.split(' ');

function classCharacter(text: string, at: number): { length: number; code?: number } {
  if (text[at] !== '\\') return { length: 1, code: text.charCodeAt(at) };
  const next = text[at + 1] ?? '';
  return /[A-Za-z0-9]/.test(next) ? { length: 2 } : { length: 2, code: next.charCodeAt(0) };
}

function scanGroup(scan: Scan): PatternFault | undefined {
  const { text, at } = scan;
  if (text[at + 1] === '?' && text[at + 2] === '#') {
    const end = text.indexOf(')', at);
    if (end < 0) return { reason: 'missing ) after (?# comment', at: text.length };
    scan.at = end + 1;
    return undefined;
  }
  const [flags] = /^\(\?[imsxnJU^-]*\)/.exec(text.slice(at)) ?? [];
  if (flags) {
    scan.at += flags.length;
    scan.repeatable = false;
    return undefined;
  }
  if (text[at + 1] !== '?') {
    scan.groups++;
    scan.at += text[at + 1] === '*' ? 2 : 1;
  } else {
    const opening = /^\(\?(?:[imsxnJU^-]*:|>|\||=|!|<=|<!|P?<(?![=!])|'|P[=>]|R\)|\d|&|\()/.exec(text.slice(at));
    if (!opening) {
      const rest = text.length === at + 2 ? text.length : at + 2 + (/[P<]/.test(text[at + 2] ?? '') ? 1 : 0);
      const length = rest + (rest < text.length ? 1 : 0);
      return { reason: 'unrecognized character after (? or (?-', at: Math.min(length, text.length) };
    }
    scan.at += opening[0].length;
    const named = /<$|'$/.test(opening[0]) ? scanName(scan) : undefined;
    if (named) return named;
  }
  scan.depth++;
  scan.repeatable = false;
  return undefined;
}

function scanName(scan: Scan): PatternFault | undefined {
  const { text } = scan;
  const [name] = /^\w*/.exec(text.slice(scan.at)) as RegExpExecArray;
  const end = scan.at + name.length;
  if (/^\d/.test(name)) return { reason: 'subpattern name must start with a non-digit', at: scan.at + 1 };
  if (name === '') return { reason: 'subpattern name expected', at: scan.at };
  if (byteLength(name) > NAME_LENGTH)
    return { reason: 'subpattern name is too long (maximum 32 code units)', at: scan.at + 33 };
  if (!/[>']/.test(text[end] ?? ''))
    return { reason: 'syntax error in subpattern name (missing terminator?)', at: end };
  if (scan.names.has(name)) {
    return { reason: 'two named subpatterns have the same name (PCRE2_DUPNAMES not set)', at: end };
  }
  scan.names.add(name);
  scan.groups++;
  scan.at = end + 1;
  return undefined;
}
