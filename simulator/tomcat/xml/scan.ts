import type { XmlFault, XmlFaultCode } from './fault.ts';
import { isNameChar, isNameStart, isSpace } from './names.ts';
import type { XmlEvent } from './xml.ts';

/** The scanner's state: where it is, what it told, which elements are open. */
export interface Scan {
  text: string;
  at: number;
  events: XmlEvent[];
  open: string[];
  entities: Record<string, string>;
  fault: XmlFault | undefined;
}

/** Stops at the first fault. Always false. */
export function raise(scan: Scan, code: XmlFaultCode, values: XmlFault['values'] = {}, at = scan.at) {
  scan.fault ??= { code, values, at };
  return false;
}

/** Steps over a word that stands here. */
export function eat(scan: Scan, word: string) {
  if (!scan.text.startsWith(word, scan.at)) return false;
  scan.at += word.length;
  return true;
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
