import type { Range } from '../../core/text.ts';
import { xmlDeclaration } from './declaration.ts';
import { documentType } from './doctype.ts';
import { decodeXml } from './encoding.ts';
import type { XmlFault } from './fault.ts';
import { cdata, comment, commentText, processingInstruction } from './markup.ts';
import { isNameStart, isXmlChar } from './names.ts';
import { reference } from './reference.ts';
import { eat, ended, endedInText, isAtEnd, peek, raise, type Scan, skipSpace } from './scan.ts';
import { endTag, startTag } from './tag.ts';

export interface XmlAttribute extends Range {
  name: string;
  /** After entities and whitespace were normalised. */
  value: string;
  /** What stands between the quotes. */
  valueRange: Range;
}

/** What a SAX parser tells its handler, in order. A tag's range ends after its `>`. */
export type XmlEvent =
  | ({ type: 'start'; name: string; attributes: XmlAttribute[] /** `<name/>`. */; empty: boolean } & Range)
  | ({ type: 'end'; name: string } & Range)
  | ({ type: 'text'; text: string } & Range);

/** A file as far as Xerces (the parser in every JDK) reads it, and why it stopped there. */
export interface XmlDocument {
  /** The characters as decoded: what the ranges of the events are offsets in. */
  text: string;
  events: XmlEvent[];
  fault?: XmlFault;
  /** Where an offset in `text` is in the file itself. */
  origin: (at: number) => number;
}

/**
 * Reads XML as the JDK's Xerces does: up to the first fatal error, at the place Xerces reports.
 * Never throws; linear. Of a document type only entities with a literal value are kept; they stand for plain text.
 */
export function readXml(file: string): XmlDocument {
  const { text, broken, origin } = decodeXml(file);
  const scan: Scan = {
    text,
    at: 0,
    broken,
    events: [],
    open: [],
    entities: new Map(),
    externalSubset: false,
    firstLineShift: 0,
    fault: undefined,
  };
  xmlDeclaration(scan);
  if (!scan.fault) prolog(scan);
  while (scan.open.length > 0 && !scan.fault) content(scan);
  if (!scan.fault) trailer(scan);
  const { events, fault } = scan;
  if (fault && !/[\r\n]/.test(text.slice(0, fault.at))) fault.beyond = (fault.beyond ?? 0) + scan.firstLineShift;
  return fault ? { text, events, fault, origin } : { text, events, origin };
}

/** All before the root element, and its start tag. */
function prolog(scan: Scan): boolean {
  while (!scan.fault) {
    skipSpace(scan);
    if (isAtEnd(scan)) return ended(scan, 'premature-end');
    const from = scan.at;
    if (eat(scan, '&')) return raise(scan, 'prolog-reference');
    if (!eat(scan, '<')) return raise(scan, 'prolog-content');
    if (isNameStart(peek(scan))) return startTag(scan, from);
    if (eat(scan, '?')) processingInstruction(scan);
    else if (!eat(scan, '!')) return isAtEnd(scan) ? ended(scan) : raise(scan, 'markup-in-prolog');
    else if (eat(scan, '-')) comment(scan);
    else if (eat(scan, 'DOCTYPE')) documentType(scan);
    else return isAtEnd(scan) ? ended(scan) : raise(scan, 'markup-in-prolog');
  }
  return false;
}

/** One thing inside an element. */
function content(scan: Scan): boolean {
  if (isAtEnd(scan)) return ended(scan);
  const start = scan.at;
  if (!eat(scan, '<')) return characters(scan);
  if (eat(scan, '/')) return endTag(scan, start);
  if (isNameStart(peek(scan))) return startTag(scan, start);
  if (eat(scan, '?')) return processingInstruction(scan);
  if (eat(scan, '!')) {
    if (eat(scan, '-')) return comment(scan);
    if (eat(scan, '[CDATA[')) return cdata(scan);
  }
  return isAtEnd(scan) ? ended(scan) : raise(scan, 'content-markup');
}

function characters(scan: Scan): boolean {
  const { text } = scan;
  const from = scan.at;
  const parts: string[] = [];
  let begun = from;
  for (let char = text[scan.at]; char !== undefined && char !== '<'; char = text[scan.at]) {
    if (char === '&') {
      parts.push(text.slice(begun, scan.at));
      const read = reference(scan);
      if (read === undefined) return false;
      parts.push(read);
      begun = scan.at;
    } else if (char === ']' && text.startsWith(']]>', scan.at)) {
      scan.at += 3;
      return raise(scan, 'cdata-end');
    } else if (isXmlChar(peek(scan))) scan.at++;
    else return raise(scan, 'character-in-content', { code: peek(scan) });
  }
  if (isAtEnd(scan)) return endedInText(scan, begun);
  parts.push(text.slice(begun, scan.at));
  scan.events.push({ type: 'text', text: parts.join(''), from, to: scan.at });
  return true;
}

/** All after the root element. */
function trailer(scan: Scan): void {
  while (!scan.fault) {
    skipSpace(scan);
    if (isAtEnd(scan)) return scan.broken ? void ended(scan) : undefined;
    if (!eat(scan, '<')) return void raise(scan, 'trailing-content');
    if (eat(scan, '?')) processingInstruction(scan);
    else if (!eat(scan, '!')) return void (isAtEnd(scan) ? ended(scan) : raise(scan, 'trailing-markup'));
    else if (!eat(scan, '--')) return void (isAtEnd(scan) ? ended(scan) : raise(scan, 'comment-start'));
    else commentText(scan);
  }
}
