/** Which bytes fit: 1 at their places. Without UTF, as nginx has it, PCRE2 knows bytes only. */
export type ByteSet = Uint8Array;

const BYTES = 256;
const fromTest = (test: (code: number) => boolean): ByteSet =>
  Uint8Array.from({ length: BYTES }, (_, code) => Number(test(code)));
const inRanges = (...ranges: [number, number][]) =>
  fromTest((code) => ranges.some(([low, high]) => code >= low && code <= high));
const inverted = (set: ByteSet): ByteSet => set.map((has) => 1 - has);

const digit = inRanges([48, 57]);
const word = inRanges([48, 57], [65, 90], [95, 95], [97, 122]);
const space = inRanges([9, 13], [32, 32]);
const horizontal = inRanges([9, 9], [32, 32], [0xa0, 0xa0]);
const vertical = inRanges([10, 13], [0x85, 0x85]);

/** Sets that have no sign of their own. */
export const named = { all: fromTest(() => true), notNewline: fromTest((code) => code !== 10), word, vertical };

/** What `\d` and its like fit. */
const kinds: Readonly<Record<string, ByteSet>> = {
  d: digit,
  D: inverted(digit),
  w: word,
  W: inverted(word),
  s: space,
  S: inverted(space),
  h: horizontal,
  H: inverted(horizontal),
  v: vertical,
  V: inverted(vertical),
  N: named.notNewline,
};

/** `[:alpha:]` and its like, in the C locale. */
const posix: Readonly<Record<string, ByteSet>> = {
  alpha: inRanges([65, 90], [97, 122]),
  lower: inRanges([97, 122]),
  upper: inRanges([65, 90]),
  alnum: inRanges([48, 57], [65, 90], [97, 122]),
  ascii: inRanges([0, 127]),
  blank: inRanges([9, 9], [32, 32]),
  cntrl: inRanges([0, 31], [127, 127]),
  digit,
  graph: inRanges([33, 126]),
  print: inRanges([32, 126]),
  punct: inRanges([33, 47], [58, 64], [91, 96], [123, 126]),
  space,
  word,
  xdigit: inRanges([48, 57], [65, 70], [97, 102]),
};

const letters: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };

const otherCase = (code: number): number =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? code ^ 32 : code;

/** These bytes; with `ignoreCase`, letters in either case. */
export function setOf(codes: Iterable<number>, ignoreCase: boolean): ByteSet {
  const set = new Uint8Array(BYTES);
  for (const code of codes) {
    set[code] = 1;
    if (ignoreCase) set[otherCase(code)] = 1;
  }
  return set;
}

/** What a backslash at an offset and the signs behind it fit, and where they end; `undefined`: that is not modelled. */
export function escapedSet(text: string, at: number, ignoreCase: boolean): { set: ByteSet; end: number } | undefined {
  const sign = text[at + 1] ?? '';
  const kind = kinds[sign];
  if (kind) return { set: kind, end: at + 2 };
  const code = codeAt(text, at);
  return code && { set: setOf([code.code], ignoreCase), end: code.end };
}

/** The one byte that an escape stands for. */
function codeAt(text: string, at: number): { code: number; end: number } | undefined {
  const sign = text[at + 1];
  if (sign === undefined) return undefined;
  const [number, octal, hex, braced] =
    /^(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|x\{([0-9a-fA-F]{1,2})\})/.exec(text.slice(at + 1, at + 8)) ?? [];
  if (number !== undefined) {
    const code = octal === undefined ? Number.parseInt(hex ?? braced ?? '', 16) : Number.parseInt(octal, 8);
    return code < BYTES ? { code, end: at + 1 + number.length } : undefined;
  }
  if (sign === 'x') return { code: 0, end: at + 2 };
  const letter = letters[sign];
  if (letter !== undefined) return { code: letter, end: at + 2 };
  return /[A-Za-z0-9]/.test(sign) ? undefined : { code: sign.charCodeAt(0), end: at + 2 };
}

/** The class that begins with `[` at an offset; `undefined` where it is none, or is not modelled. */
export function classAt(text: string, at: number, ignoreCase: boolean): { set: ByteSet; end: number } | undefined {
  let i = at + 1;
  const negated = text[i] === '^';
  if (negated) i++;
  const set = new Uint8Array(BYTES);
  const add = (more: ByteSet) => {
    for (const [code, has] of more.entries()) if (has) set[code] = 1;
  };
  for (let first = true; first || text[i] !== ']'; first = false) {
    if (i >= text.length) return undefined;
    const [whole, not, name = ''] = /^\[:(\^?)(\w+):\]/.exec(text.slice(i, i + 20)) ?? [];
    const known = whole === undefined ? undefined : posix[name];
    if (whole !== undefined && known) {
      const folded = ignoreCase && /^(?:lower|upper)$/.test(name) ? (posix['alpha'] as ByteSet) : known;
      add(not ? inverted(folded) : folded);
      i += whole.length;
      continue;
    }
    const kind = text[i] === '\\' ? kinds[text[i + 1] ?? ''] : undefined;
    if (kind) {
      add(kind);
      i += 2;
      continue;
    }
    const low = memberAt(text, i);
    if (!low) return undefined;
    i = low.end;
    const high = text[i] === '-' && text[i + 1] !== ']' && !isKind(text, i + 1) ? memberAt(text, i + 1) : undefined;
    if (high) i = high.end;
    if (high && high.code < low.code) return undefined;
    add(setOf(upTo(low.code, high?.code ?? low.code), ignoreCase));
  }
  return { set: negated ? inverted(set) : set, end: i + 1 };
}

const isKind = (text: string, at: number) =>
  (text[at] === '\\' && (text[at + 1] ?? '') in kinds) || /^\[:\^?\w+:\]/.test(text.slice(at, at + 20));

const upTo = (low: number, high: number): number[] => Array.from({ length: high - low + 1 }, (_, i) => low + i);

/** One byte in a class; there `\b` is a backspace. `\Q` in a class is not modelled. */
function memberAt(text: string, at: number): { code: number; end: number } | undefined {
  if (at >= text.length) return undefined;
  if (text[at] !== '\\') return { code: text.charCodeAt(at), end: at + 1 };
  return text[at + 1] === 'b' ? { code: 8, end: at + 2 } : codeAt(text, at);
}
