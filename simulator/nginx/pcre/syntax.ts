import { type ByteSet, classAt, escapedSet, named, setOf } from './sets.ts';

/** Part of a regular expression. */
export type Node =
  /** `listed`: by a class of several; PCRE2 repeats these in a way of their own. */
  | { kind: 'set'; set: ByteSet; listed?: true }
  | { kind: 'sequence'; parts: Node[] }
  /** `capture`: the number of the group, 0 for none. */
  | { kind: 'group'; capture: number; alternatives: Node[] }
  /** What is taken in it is not given back. */
  | { kind: 'atomic'; alternatives: Node[] }
  | { kind: 'look'; behind: boolean; negated: boolean; alternatives: Node[] }
  | { kind: 'repeat'; body: Node; min: number; max: number; mode: 'greedy' | 'lazy' | 'possessive' }
  | { kind: 'at'; place: Place }
  | { kind: 'back'; groups: number[]; ignoreCase: boolean }
  /** `\K`: what matched begins here. */
  | { kind: 'keep' };

/** Where nothing is taken: between which characters. */
export type Place = '^' | '^m' | '$' | '$m' | '\\b' | '\\B' | '\\A' | '\\Z' | '\\z';

export interface Syntax {
  alternatives: Node[];
  /** How many groups capture. */
  captures: number;
  names: ReadonlyMap<string, number[]>;
}

interface Flags {
  i: boolean;
  m: boolean;
  s: boolean;
  x: boolean;
  n: boolean;
  U: boolean;
}

interface Reader {
  text: string;
  at: number;
  flags: Flags;
  captures: number;
  names: Map<string, number[]>;
  depth: number;
}

/** Deeper than PCRE2 lets groups be (its `parens_nest_limit`) nobody nests them. */
const DEEPEST = 250;

/** Thrown within this file only: what PCRE2 refuses, or is not modelled (recursion, conditions, verbs, `\p`). */
class Unread extends Error {}

/**
 * Reads a pattern (a byte string) as PCRE2 10.42 does without options, `ignoreCase` aside (pcre2pattern(3)). `undefined`
 * for what it refuses and for what is not modelled.
 */
export function readPattern(text: string, ignoreCase: boolean): Syntax | undefined {
  const flags = { i: ignoreCase, m: false, s: false, x: false, n: false, U: false };
  const reader: Reader = { text, at: 0, flags, captures: 0, names: new Map(), depth: 0 };
  try {
    const alternatives = readAlternatives(reader);
    if (reader.at < text.length) return undefined;
    return { alternatives, captures: reader.captures, names: reader.names };
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

/** Up to the end or to a `)`. Flags set inside hold to the end of the group. */
function readAlternatives(reader: Reader): Node[] {
  if (++reader.depth > DEEPEST) throw new Unread();
  const before = reader.flags;
  reader.flags = { ...before };
  const alternatives: Node[] = [];
  let parts: Node[] = [];
  while (reader.at < reader.text.length && reader.text[reader.at] !== ')') {
    if (reader.text[reader.at] === '|') {
      reader.at++;
      alternatives.push({ kind: 'sequence', parts });
      parts = [];
    } else readItem(reader, parts);
  }
  alternatives.push({ kind: 'sequence', parts });
  reader.flags = before;
  reader.depth--;
  return alternatives;
}

function readItem(reader: Reader, parts: Node[]): void {
  const { text, flags } = reader;
  const sign = text[reader.at] as string;
  if (flags.x && /[ \t\n\v\f\r#]/.test(sign)) return skip(reader, sign === '#' ? /#[^\n]*\n?/y : /\s+/y);
  if (sign === '(' && (skipped(reader, /\(\?#[^)]*\)/y) || setFlags(reader))) return;
  if (sign === '\\' && text[reader.at + 1] === 'Q') return readQuoted(reader, parts);
  if (skipped(reader, /\\E/y)) return;
  repeat(reader, parts, readAtom(reader, sign));
}

function readAtom(reader: Reader, sign: string): Node {
  const { text, flags } = reader;
  if (sign === '(') return readGroup(reader);
  if (sign === '\\') return readEscape(reader);
  if (sign === '[') {
    const found = classAt(text, reader.at, flags.i);
    if (!found) throw new Unread();
    reader.at = found.end;
    const members = found.set.reduce((sum, has) => sum + has, 0);
    const single = members === 1 || members === 255;
    return { kind: 'set', set: found.set, ...(single ? {} : { listed: true }) };
  }
  reader.at++;
  if (sign === '^') return { kind: 'at', place: flags.m ? '^m' : '^' };
  if (sign === '$') return { kind: 'at', place: flags.m ? '$m' : '$' };
  if (sign === '.') return { kind: 'set', set: flags.s ? named.all : named.notNewline };
  if (/[*+?]/.test(sign)) throw new Unread();
  return { kind: 'set', set: setOf([sign.charCodeAt(0)], flags.i) };
}

/** `\Q…\E`: each character by itself; a quantifier behind it is of the last one. */
function readQuoted(reader: Reader, parts: Node[]): void {
  const { text, flags } = reader;
  const end = text.indexOf('\\E', reader.at);
  const inside = text.slice(reader.at + 2, end < 0 ? text.length : end);
  reader.at = end < 0 ? text.length : end + 2;
  const sets = [...inside].map((sign): Node => ({ kind: 'set', set: setOf([sign.charCodeAt(0)], flags.i) }));
  const last = sets.pop();
  parts.push(...sets);
  if (last) repeat(reader, parts, last);
}

/** The item with the quantifier behind it, if there is one. */
function repeat(reader: Reader, parts: Node[], body: Node): void {
  if (reader.flags.x) skip(reader, /(?:\s|#[^\n]*\n?)*/y);
  const [whole, sign, low, comma, high, more] =
    matched(reader, /(?:([*+?])|\{(\d{1,5})(?:(,)(\d{0,5}))?\})([+?]?)/y) ?? [];
  if (whole === undefined) {
    parts.push(body);
    return;
  }
  const min = sign ? (sign === '+' ? 1 : 0) : Number(low);
  const max = sign ? (sign === '?' ? 1 : Infinity) : comma ? (high ? Number(high) : Infinity) : min;
  if (max < min) throw new Unread();
  const lazy = (more === '?') !== (reader.flags.U && more !== '+');
  const mode = more === '+' ? 'possessive' : lazy ? 'lazy' : 'greedy';
  if (body.kind !== 'at' && body.kind !== 'keep') parts.push({ kind: 'repeat', body, min, max, mode });
  else if (min > 0) parts.push(body);
}

function readGroup(reader: Reader): Node {
  const [opening, name] =
    matched(reader, /\((?:\?(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)'|<?[=!]|[:>|]))?/y)?.filter((one) => one) ?? [];
  if (opening === undefined) return readFlagged(reader);
  if (opening === '(' && /[?*]/.test(reader.text[reader.at] ?? '')) return readFlagged(reader);
  // `(?|`, in which the alternatives share their numbers, is not modelled.
  if (opening === '(?|') throw new Unread();
  const capture = (opening === '(' && !reader.flags.n) || name !== undefined ? ++reader.captures : 0;
  if (name !== undefined) reader.names.set(name, [...(reader.names.get(name) ?? []), capture]);
  const alternatives = closed(reader);
  if (opening === '(?>') return { kind: 'atomic', alternatives };
  const look = /^\(\?(<?)([=!])$/.exec(opening);
  if (look) return { kind: 'look', behind: look[1] === '<', negated: look[2] === '!', alternatives };
  return { kind: 'group', capture, alternatives };
}

/** `(?i-s:…)`. */
function readFlagged(reader: Reader): Node {
  const [whole, flags] = matched(reader, /\(?\?([imsxnU^-]*):/y) ?? [];
  if (whole === undefined) throw new Unread();
  const before = reader.flags;
  reader.flags = withFlags(before, flags ?? '');
  const alternatives = closed(reader);
  reader.flags = before;
  return { kind: 'group', capture: 0, alternatives };
}

function closed(reader: Reader): Node[] {
  const alternatives = readAlternatives(reader);
  if (reader.text[reader.at++] !== ')') throw new Unread();
  return alternatives;
}

/** `(?i)`: from here to the end of the group. */
function setFlags(reader: Reader): boolean {
  const [whole, flags] = matched(reader, /\(\?([imsxnU^-]*)\)/y) ?? [];
  if (whole === undefined) return false;
  reader.flags = withFlags(reader.flags, flags ?? '');
  return true;
}

function withFlags(flags: Flags, said: string): Flags {
  const changed = said.startsWith('^') ? { ...flags, i: false, m: false, s: false, x: false, n: false } : { ...flags };
  let value = true;
  for (const sign of said) {
    if (sign === '-') value = false;
    else if (sign !== '^') changed[sign as keyof Flags] = value;
  }
  return changed;
}

const places: Readonly<Record<string, Place>> = { b: '\\b', B: '\\B', A: '\\A', Z: '\\Z', z: '\\z', G: '\\A' };

function readEscape(reader: Reader): Node {
  const { text, at, flags } = reader;
  const sign = text[at + 1];
  if (sign === undefined) throw new Unread();
  const place = places[sign];
  if (place || sign === 'K') {
    reader.at += 2;
    return place ? { kind: 'at', place } : { kind: 'keep' };
  }
  const back = readReference(reader);
  if (back) return { kind: 'back', groups: back, ignoreCase: flags.i };
  if (sign === 'R') {
    reader.at += 2;
    const pair: Node = {
      kind: 'sequence',
      parts: [13, 10].map((code) => ({ kind: 'set', set: setOf([code], false) })),
    };
    return { kind: 'atomic', alternatives: [pair, { kind: 'set', set: named.vertical }] };
  }
  const found = escapedSet(text, at, flags.i);
  if (!found) throw new Unread();
  reader.at = found.end;
  return { kind: 'set', set: found.set };
}

/** `\1`, `\g{-1}`, `\k<name>`: the groups that are meant. A number beyond 9 is one only if there are so many groups before. */
function readReference(reader: Reader): number[] | undefined {
  const [whole, first, braced, bare, ...names] =
    matched(reader, /\\(?:([1-9]\d*)|g\{(-?\d+)\}|g(-?\d+)|g\{(\w+)\}|k\{(\w+)\}|k<(\w+)>|k'(\w+)')/y) ?? [];
  if (whole === undefined) return undefined;
  const name = names.find((one) => one !== undefined);
  if (name !== undefined) {
    const groups = reader.names.get(name);
    if (!groups) throw new Unread();
    return groups;
  }
  const number = Number(first ?? braced ?? bare);
  if (first !== undefined && number > 9 && number > reader.captures) {
    reader.at -= whole.length;
    return undefined;
  }
  const group = number < 0 ? reader.captures + 1 + number : number;
  if (group < 1) throw new Unread();
  return [group];
}

function matched(reader: Reader, sticky: RegExp): RegExpExecArray | null {
  sticky.lastIndex = reader.at;
  const found = sticky.exec(reader.text);
  if (found) reader.at += found[0].length;
  return found;
}

const skipped = (reader: Reader, sticky: RegExp): boolean => matched(reader, sticky) !== null;

function skip(reader: Reader, sticky: RegExp): void {
  matched(reader, sticky);
}
