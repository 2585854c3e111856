import type { XmlFault, XmlFaultCode } from './fault.ts';
import { isNameChar, isNameStart, isSpace } from './names.ts';
import type { XmlEvent } from './xml.ts';

/** The scanner's state: where it is, what it told, which elements are open. */
export interface Scan {
  text: string;
  at: number;
  /** What the parser finds where the characters end: the end of the file, or bytes that it cannot read. */
  broken: Pick<XmlFault, 'code' | 'values'> | undefined;
  events: XmlEvent[];
  open: string[];
  entities: Map<string, string>;
  /** A document type names an external subset: undeclared entities may be declared there. */
  externalSubset: boolean;
  /** Columns that Xerces counts too many on the first line. */
  firstLineShift: number;
  fault: XmlFault | undefined;
}

/** Stops at the first fault. Always false. */
export function raise(scan: Scan, code: XmlFaultCode, values: XmlFault['values'] = {}, at = scan.at, beyond = 0) {
  scan.fault ??= { code, values, at, beyond };
  return false;
}

/** The characters have ended in the midst of something. Always false. */
export function ended(scan: Scan, code: XmlFaultCode = 'unfinished', at = scan.at, beyond = 0) {
  return scan.broken ? raise(scan, scan.broken.code, scan.broken.values, at) : raise(scan, code, {}, at, beyond);
}

/**
 * As `ended`, in a value or in text that began at `begun`. Bytes that cannot be read are noticed one character early
 * when that character is the only one left of a line: the scanner then asks for more (XMLEntityScanner.scanContent).
 */
export function endedInText(scan: Scan, begun: number) {
  const last = scan.text.length - 1;
  const alone = last === begun || isLineEnd(scan.text.charCodeAt(last)) || isLineEnd(scan.text.charCodeAt(last - 1));
  return ended(scan, 'unfinished', scan.broken && last >= begun && alone ? last : scan.at);
}

export const isLineEnd = (code: number) => code === 0x0a || code === 0x0d;

export const isAtEnd = ({ at, text }: Scan) => at >= text.length;

/** The character code that stands here; NaN at the end. */
export const peek = ({ text, at }: Scan) => text.charCodeAt(at);

/** Steps over a word that stands here. */
export function eat(scan: Scan, word: string) {
  if (!scan.text.startsWith(word, scan.at)) return false;
  scan.at += word.length;
  return true;
}

/** As `eat`; where it is not, that is a fault, and another one if the characters end here. */
export function expect(scan: Scan, word: string, code: XmlFaultCode, values: XmlFault['values'] = {}) {
  if (eat(scan, word)) return true;
  return isAtEnd(scan) ? ended(scan) : raise(scan, code, values);
}

/** Steps over white space; whether there was any. */
export function skipSpace(scan: Scan) {
  const from = scan.at;
  while (isSpace(scan.text.charCodeAt(scan.at))) scan.at++;
  return scan.at > from;
}

/** Steps over a name and returns it; `''` where none begins. */
export function name(scan: Scan) {
  const from = scan.at;
  if (!isNameStart(scan.text.charCodeAt(scan.at))) return '';
  while (isNameChar(scan.text.charCodeAt(scan.at))) scan.at++;
  return scan.text.slice(from, scan.at);
}
