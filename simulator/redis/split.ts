/** A word of a line: what it means, and where it stands. */
export interface Word {
  text: string;
  from: number;
  to: number;
}

/**
 * Splits a line as redis.conf, inline commands and redis-cli do (sds.c, `sdssplitargs`): blanks separate, `"…"` with
 * escapes, `'…'` with `\'` only; a closing quote must be followed by a blank or the end. A NUL ends the line.
 * Where escapes like `\xe4` matter, give the line as bytes (`core/utf8.ts`).
 *
 * @returns nothing when quotes are unbalanced.
 */
export function splitWords(line: string): Word[] | undefined {
  const words: Word[] = [];
  const nul = line.indexOf('\0');
  const end = nul < 0 ? line.length : nul;
  for (let at = 0; ; ) {
    while (at < end && isSpace(line, at)) at++;
    if (at >= end) return words;
    const word = readWord(line, at, end);
    if (!word) return undefined;
    words.push(word);
    at = word.to;
  }
}

/** The same without places. */
export const splitArguments = (line: string): string[] | undefined => splitWords(line)?.map(({ text }) => text);

function readWord(line: string, from: number, end: number): Word | undefined {
  let text = '';
  for (let at = from; ; ) {
    const character = line[at] as string;
    if (at >= end || ' \n\r\t'.includes(character)) return { text, from, to: at };
    if (character !== '"' && character !== "'") {
      text += character;
      at++;
      continue;
    }
    // A quote may begin inside a word; the word ends where the quote does.
    const quoted = character === '"' ? readDouble(line, at + 1, end) : readSingle(line, at + 1, end);
    if (!quoted || (quoted.to < end && !isSpace(line, quoted.to))) return undefined;
    return { text: text + quoted.text, from, to: quoted.to };
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };

function readDouble(line: string, from: number, end: number): { text: string; to: number } | undefined {
  let text = '';
  for (let at = from; at < end; ) {
    const character = line[at] as string;
    if (character === '"') return { text, to: at + 1 };
    const next = at + 1 < end ? (line[at + 1] as string) : '';
    const hex = character === '\\' && next === 'x' && at + 3 < end ? line.slice(at + 2, at + 4) : '';
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      text += String.fromCharCode(Number.parseInt(hex, 16));
      at += 4;
    } else if (character === '\\' && next) {
      text += ESCAPES[next] ?? next;
      at += 2;
    } else {
      text += character;
      at++;
    }
  }
  return undefined;
}

function readSingle(line: string, from: number, end: number): { text: string; to: number } | undefined {
  let text = '';
  for (let at = from; at < end; ) {
    const character = line[at] as string;
    if (character === "'") return { text, to: at + 1 };
    if (character === '\\' && line[at + 1] === "'" && at + 1 < end) {
      text += "'";
      at += 2;
    } else {
      text += character;
      at++;
    }
  }
  return undefined;
}

/** `isspace` of the C locale. */
const isSpace = (line: string, at: number) => ' \t\n\v\f\r'.includes(line[at] as string);
