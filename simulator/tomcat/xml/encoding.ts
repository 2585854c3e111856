import type { XmlFault } from './fault.ts';
import { isSpace } from './names.ts';

/** A file's bytes as the characters an XML parser gets of them. */
export interface Decoded {
  text: string;
  /** Why the characters end before the bytes do. */
  broken?: Pick<XmlFault, 'code' | 'values'>;
  /** Where a character of `text` stands in the file's own text. */
  origin: (at: number) => number;
}

/**
 * Any file as a text, without loss: what is no UTF-8 becomes one lone surrogate a byte, U+DC80 to U+DCFF, as in
 * Python's `surrogateescape`.
 */
export function fileText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const read = utf8At(bytes, at);
    const { length } = read;
    parts.push('code' in read ? String.fromCodePoint(read.code) : String.fromCharCode(0xdc00 + (bytes[at] ?? 0)));
    at += 'code' in read ? length : 1;
  }
  return parts.join('');
}

/** Reads a file's text as Xerces does: by its first bytes and, from the XML declaration on, by the encoding it names. */
export function decodeXml(text: string): Decoded {
  const declared = declaredEncoding(text);
  if (declared === undefined && !/[\udc80-\udcff\0]/.test(text) && !text.startsWith('\ufeff'))
    return { text, origin: (at) => at };
  const whole = /[\udc80-\udcff]/.test(text) ? undefined : text;
  if (whole !== undefined && (declared === undefined || /^utf-?8$/i.test(declared))) return withoutMark(whole);
  return decodeBytes(text);
}

/** The name in `encoding="…"`, where the file begins with an XML declaration that a UTF-8 reader understands. */
function declaredEncoding(text: string): string | undefined {
  return /^\ufeff?<\?xml[ \t\r\n][^>]*?\bencoding[ \t\r\n]*=[ \t\r\n]*["']([^"'<>]*)["']/.exec(text)?.[1];
}

function withoutMark(text: string): Decoded {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  return { text: text.slice(mark), origin: (at) => at + mark };
}

function decodeBytes(text: string): Decoded {
  const { bytes, offsets } = bytesOf(text);
  const guessed = guess(bytes);
  const out: Sink = { chars: [], from: [] };
  // XMLEntityScanner.setEncoding: the declaration is read as guessed, all that follows it as declared.
  const head = declarationEnd(bytes, guessed);
  let broken = read(bytes, guessed.mark, head?.end ?? bytes.length, guessed.encoding, out);
  if (head && !broken) {
    const next = nextEncoding(guessed.encoding, head.encoding);
    if (next === undefined) broken = { code: 'encoding-unknown', values: { encoding: head.encoding } };
    else broken = read(bytes, head.end, bytes.length, next, out);
  }
  const { from } = out;
  const origin = (at: number) => offsets[from[at] ?? bytes.length] ?? text.length;
  return broken ? { text: out.chars.join(''), broken, origin } : { text: out.chars.join(''), origin };
}

/** Characters (UTF-16 units) and, for each, the byte it begins with. */
interface Sink {
  chars: string[];
  from: number[];
}

function bytesOf(text: string): { bytes: number[]; offsets: number[] } {
  const bytes: number[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const own = code >= 0xdc80 && code <= 0xdcff ? [code - 0xdc00] : utf8(code);
    for (const byte of own) {
      bytes.push(byte);
      offsets.push(at);
    }
    at += code > 0xffff ? 2 : 1;
  }
  return { bytes, offsets };
}

function utf8(code: number): number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}

interface Guess {
  encoding: Encoding;
  /** Bytes of the byte order mark. */
  mark: number;
}

/** XMLEntityManager.getEncodingInfo: the encoding that the first four bytes tell. */
function guess(bytes: readonly number[]): Guess {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return { encoding: 'utf-16be', mark: 0 };
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return { encoding: 'utf-16le', mark: 0 };
  return { encoding: 'utf-8', mark: 0 };
}

/** The encoding named by an XML declaration, and the byte after its `?>`. */
function declarationEnd(bytes: readonly number[], { encoding, mark }: Guess) {
  const out: Sink = { chars: [], from: [] };
  read(bytes, mark, Math.min(bytes.length, mark + LONGEST_DECLARATION), encoding, out);
  const text = out.chars.join('');
  if (!text.startsWith('<?xml') || !isSpace(text.charCodeAt(5))) return undefined;
  const end = text.indexOf('?>');
  const declared = declaredEncoding(text);
  if (end < 0 || declared === undefined || text.indexOf(declared) > end) return undefined;
  return { encoding: declared, end: out.from[end + 2] ?? bytes.length };
}

const LONGEST_DECLARATION = 400;

type Encoding = 'utf-8' | 'ascii' | 'utf-16be' | 'utf-16le' | 'one-byte' | 'two-byte' | 'two-byte-high';

/** What XMLEntityManager.createReader makes of a name; undefined for one that the JDK does not know. */
function nextEncoding(now: Encoding, declared: string): Encoding | undefined {
  const name = declared.toUpperCase();
  if (name === 'UTF-16') return now.startsWith('utf-16') ? now : 'utf-16be';
  if (name === 'UTF-16BE' || name === 'UTF-16LE') return name === 'UTF-16BE' ? 'utf-16be' : 'utf-16le';
  if (/^UTF-?8$/.test(name)) return 'utf-8';
  if (/^(US-ASCII|ASCII|ISO646-US)$/.test(name)) return 'ascii';
  if (/^(GBK|CP936|MS936|WINDOWS-936|GB18030|BIG5|SHIFT_JIS|SHIFT-JIS|MS_KANJI|WINDOWS-31J)$/.test(name))
    return 'two-byte';
  if (/^(GB2312|EUC-CN|EUC-JP|EUC-KR|KS_C_5601-1987)$/.test(name)) return 'two-byte-high';
  if (
    /^(ISO-8859-(1?[1-9]|15)|ISO_8859-1|LATIN[1-9]|L[1-9]|WINDOWS-125\d|CP125\d|KOI8-R|TIS-620|CP037|IBM\d+)$/.test(
      name,
    )
  )
    return 'one-byte';
  return undefined;
}

/** Appends the characters of some bytes. Of the large national encodings only the number of characters is right: each is U+FFFD. */
function read(
  bytes: readonly number[],
  from: number,
  to: number,
  encoding: Encoding,
  { chars, from: begins }: Sink,
): Decoded['broken'] {
  const push = (text: string, at: number) => {
    for (const unit of text.split('')) {
      chars.push(unit);
      begins.push(at);
    }
  };
  for (let at = from; at < to; ) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? -1;
    if (encoding === 'utf-8' && byte >= 0x80) {
      const found = utf8At(bytes, at);
      if ('broken' in found) return found.broken;
      push(String.fromCodePoint(found.code), at);
      at += found.length;
    } else if (encoding === 'ascii' && byte >= 0x80) {
      return { code: 'byte-not-ascii', values: { byte: byte } };
    } else if (encoding === 'utf-16be' || encoding === 'utf-16le') {
      const unit = encoding === 'utf-16be' ? (byte << 8) | Math.max(next, 0) : (Math.max(next, 0) << 8) | byte;
      push(next < 0 ? '\ufffd' : String.fromCharCode(unit), at);
      at += 2;
    } else if (encoding.startsWith('two-byte') && byte >= 0x80) {
      const paired =
        encoding === 'two-byte' ? byte > 0x80 && next >= 0x40 && next !== 0x7f : byte > 0xa0 && next > 0xa0;
      push('\ufffd', at);
      at += paired ? 2 : 1;
    } else {
      push(String.fromCharCode(byte), at);
      at++;
    }
  }
  return undefined;
}

type Utf8 = { code: number; length: number } | { length: number; broken: NonNullable<Decoded['broken']> };

/** One character as Xerces' UTF8Reader reads it, or the byte at which it gives up. */
function utf8At(bytes: ArrayLike<number>, at: number): Utf8 {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { code: first, length: 1 };
  const size =
    (first & 0xe0) === 0xc0 && (first & 0x1e) !== 0 ? 2 : (first & 0xf0) === 0xe0 ? 3 : (first & 0xf8) === 0xf0 ? 4 : 1;
  if (size === 1) return { length: 1, broken: { code: 'byte-invalid', values: { byte: 1, of: 1 } } };
  let code = first & (0x7f >> size);
  for (let i = 1; i < size; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return { length: i, broken: { code: 'byte-expected', values: { byte: i + 1, of: size } } };
    if ((byte & 0xc0) !== 0x80 || (i === 1 && !secondFits(first, byte)))
      return { length: i, broken: { code: 'byte-invalid', values: { byte: i + 1, of: size } } };
    code = (code << 6) | (byte & 63);
  }
  if (code > 0x10ffff) return { length: size, broken: { code: 'surrogate-high', values: { code: code >> 16 } } };
  return { code, length: size };
}

/** No surrogate, and no sequence longer than it needs to be. */
function secondFits(first: number, second: number) {
  if (first === 0xed) return second < 0xa0;
  if (first === 0xe0) return second >= 0xa0;
  return first !== 0xf0 || second >= 0x90;
}
