import type { Range } from '../../core/text.ts';
import type { XmlFault } from './fault.ts';
import { isNameStart, isSpace, isXmlChar } from './names.ts';
import { eat, name, raise, type Scan, skipSpace } from './scan.ts';

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
  events: XmlEvent[];
  fault?: XmlFault;
}

/**
 * Reads XML as the JDK's Xerces does: up to the first fatal error, at the offset Xerces reports.
 * Never throws. Of a document type only entities with a literal value are kept.
 */
export function readXml(text: string): XmlDocument {
  const scan: Scan = {
    text,
    at: text.startsWith('\ufeff') ? 1 : 0,
    events: [],
    open: [],
    entities: { ...predefined },
    fault: undefined,
  };
  xmlDeclaration(scan);
  prolog(scan);
  while (scan.open.length > 0 && !scan.fault) content(scan);
  if (!scan.fault) trailer(scan);
  return scan.fault ? { events: scan.events, fault: scan.fault } : { events: scan.events };
}

function xmlDeclaration(scan: Scan) {
  if (!scan.text.startsWith('<?xml', scan.at) || !isSpace(scan.text.charCodeAt(scan.at + 5))) return;
  scan.at += 5;
  let version: string | undefined;
  for (let count = 0; !scan.fault; count++) {
    skipSpace(scan);
    if (scan.text.startsWith('?', scan.at)) break;
    const attribute = pseudoAttribute(scan);
    if (!attribute) return;
    if (attribute.name === 'version') version = attribute.value;
    else if (count === 0) return void raise(scan, 'version-required');
    if (attribute.name === 'version' && version !== '1.0' && version !== '1.1')
      return void raise(scan, 'version-unsupported', { version: attribute.value });
  }
  if (version === undefined) return void raise(scan, 'version-required');
  scan.at++;
  if (!eat(scan, '>')) raise(scan, 'declaration-end');
}

function pseudoAttribute(scan: Scan) {
  const found = name(scan);
  if (found === '') return void raise(scan, 'pseudo-attribute');
  skipSpace(scan);
  if (!eat(scan, '=')) return void raise(scan, 'declaration-equals', { name: found });
  skipSpace(scan);
  const quote = scan.text[scan.at];
  if (quote !== '"' && quote !== "'") return void raise(scan, 'declaration-quote', { name: found });
  const end = scan.text.indexOf(quote, scan.at + 1);
  if (end < 0) return void raise(scan, 'declaration-unclosed', { name: found }, scan.text.length);
  const value = scan.text.slice(scan.at + 1, end);
  scan.at = end + 1;
  return { name: found, value };
}

function prolog(scan: Scan) {
  while (!scan.fault) {
    skipSpace(scan);
    if (scan.at >= scan.text.length) return raise(scan, 'premature-end');
    if (!scan.text.startsWith('<', scan.at)) return raise(scan, 'prolog-content');
    scan.at++;
    if (isNameStart(scan.text.charCodeAt(scan.at))) return startTag(scan, scan.at - 1);
    if (eat(scan, '?')) processingInstruction(scan);
    else if (eat(scan, '!')) prologMarkup(scan);
    else return raise(scan, 'markup-in-prolog');
  }
  return false;
}

function prologMarkup(scan: Scan) {
  if (eat(scan, 'DOCTYPE')) return documentType(scan);
  return commentAfterBang(scan) || raise(scan, 'markup-in-prolog');
}

function documentType(scan: Scan) {
  const from = scan.at;
  for (let depth = 0; scan.at < scan.text.length; scan.at++) {
    const char = scan.text[scan.at];
    if (char === '[') depth++;
    if (char === ']') depth--;
    if (char === '>' && depth <= 0) {
      const declared = scan.text.slice(from, scan.at++).matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')/g);
      for (const [, name = '', double, single] of declared) scan.entities[name] = double ?? single ?? '';
      return true;
    }
  }
  return raise(scan, 'unfinished');
}

/** `<!` was read: a comment, or false where it is none. */
function commentAfterBang(scan: Scan) {
  if (!eat(scan, '-')) return false;
  if (!eat(scan, '-')) return !raise(scan, 'comment-start');
  const dashes = scan.text.indexOf('--', scan.at);
  scan.at = dashes < 0 ? scan.text.length : dashes + 2;
  if (dashes < 0) raise(scan, 'unfinished');
  else if (!eat(scan, '>')) raise(scan, 'comment-dashes');
  return true;
}

function processingInstruction(scan: Scan) {
  const target = name(scan);
  if (target === '') return raise(scan, 'pi-target');
  if (target.toLowerCase() === 'xml') return raise(scan, 'pi-target-xml');
  const end = scan.text.indexOf('?>', scan.at);
  scan.at = end < 0 ? scan.text.length : end + 2;
  return end < 0 ? raise(scan, 'unfinished') : true;
}

function content(scan: Scan) {
  if (scan.at >= scan.text.length) return raise(scan, 'unfinished');
  const start = scan.at;
  if (!eat(scan, '<')) return characters(scan);
  if (eat(scan, '/')) return endTag(scan, start);
  if (isNameStart(scan.text.charCodeAt(scan.at))) return startTag(scan, start);
  if (eat(scan, '?')) return processingInstruction(scan);
  if (eat(scan, '!'))
    return eat(scan, '[CDATA[') ? cdata(scan) : commentAfterBang(scan) || raise(scan, 'content-markup');
  return raise(scan, 'content-markup');
}

function cdata(scan: Scan) {
  const from = scan.at;
  const end = scan.text.indexOf(']]>', from);
  scan.at = end < 0 ? scan.text.length : end + 3;
  if (end < 0) return raise(scan, 'cdata-unfinished');
  scan.events.push({ type: 'text', text: scan.text.slice(from, end), from, to: end });
  return true;
}

function characters(scan: Scan) {
  const from = scan.at;
  let text = '';
  for (let char = scan.text[scan.at]; char !== undefined && char !== '<'; char = scan.text[scan.at]) {
    if (char === '&') {
      const read = reference(scan);
      if (read === undefined) return false;
      text += read;
      continue;
    }
    if (!isXmlChar(scan.text.charCodeAt(scan.at)))
      return raise(scan, 'character-in-content', { code: scan.text.charCodeAt(scan.at) });
    text += char;
    scan.at++;
  }
  scan.events.push({ type: 'text', text, from, to: scan.at });
  return true;
}

const predefined = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `&…;`: the text it stands for, or undefined after a fault. */
function reference(scan: Scan) {
  scan.at++;
  const number = /^#(?:x([0-9a-fA-F]+)|([0-9]+));/.exec(scan.text.slice(scan.at, scan.at + 12));
  if (number) {
    scan.at += number[0].length;
    const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  const entity = name(scan);
  if (entity === '') return void raise(scan, 'entity-name');
  if (!eat(scan, ';')) return void raise(scan, 'entity-semicolon', { name: entity });
  const value = Object.hasOwn(scan.entities, entity) ? scan.entities[entity] : undefined;
  if (value === undefined) return void raise(scan, 'entity-undeclared', { name: entity });
  return value;
}

function startTag(scan: Scan, from: number) {
  const element = name(scan);
  const attributes: XmlAttribute[] = [];
  for (;;) {
    const spaced = skipSpace(scan);
    if (eat(scan, '>')) break;
    if (eat(scan, '/')) {
      if (!eat(scan, '>')) return raise(scan, 'tag-end', { element });
      scan.events.push({ type: 'start', name: element, attributes, empty: true, from, to: scan.at });
      scan.events.push({ type: 'end', name: element, from, to: scan.at });
      return true;
    }
    if (!spaced || !isNameStart(scan.text.charCodeAt(scan.at))) return raise(scan, 'tag-end', { element });
    if (!attribute(scan, element, attributes)) return false;
  }
  scan.events.push({ type: 'start', name: element, attributes, empty: false, from, to: scan.at });
  scan.open.push(element);
  return true;
}

function attribute(scan: Scan, element: string, attributes: XmlAttribute[]) {
  const from = scan.at;
  const found = name(scan);
  skipSpace(scan);
  if (!eat(scan, '=')) return raise(scan, 'attribute-equals', { name: found, element });
  skipSpace(scan);
  const quote = scan.text[scan.at];
  if (quote !== '"' && quote !== "'") return raise(scan, 'attribute-quote', { name: found, element });
  const valueFrom = ++scan.at;
  const value = attributeValue(scan, quote, found, element);
  if (value === undefined) return false;
  const valueRange = { from: valueFrom, to: scan.at++ };
  if (attributes.some((other) => other.name === found)) return raise(scan, 'attribute-twice', { name: found, element });
  attributes.push({ name: found, value, from, to: scan.at, valueRange });
  return true;
}

function attributeValue(scan: Scan, quote: string, found: string, element: string) {
  let value = '';
  for (let char = scan.text[scan.at]; char !== quote; char = scan.text[scan.at]) {
    if (char === undefined) return void raise(scan, 'unfinished');
    if (char === '<') return void raise(scan, 'attribute-less-than', { name: found, element });
    if (char === '&') {
      const read = reference(scan);
      if (read === undefined) return;
      value += read;
      continue;
    }
    const code = scan.text.charCodeAt(scan.at);
    if (!isXmlChar(code)) return void raise(scan, 'character-in-value', { code, name: found, element });
    value += isSpace(code) ? ' ' : char;
    scan.at++;
  }
  return value;
}

function endTag(scan: Scan, from: number) {
  const element = scan.open.at(-1) ?? '';
  if (!eat(scan, element)) return raise(scan, 'element-unclosed', { element });
  skipSpace(scan);
  if (!eat(scan, '>')) return raise(scan, 'end-tag-end', { element });
  scan.open.pop();
  scan.events.push({ type: 'end', name: element, from, to: scan.at });
  return true;
}

function trailer(scan: Scan) {
  while (!scan.fault) {
    skipSpace(scan);
    if (scan.at >= scan.text.length) return;
    if (!eat(scan, '<')) return void raise(scan, 'trailing-content');
    if (eat(scan, '?')) processingInstruction(scan);
    else if (!eat(scan, '!') || !commentAfterBang(scan)) return void raise(scan, 'trailing-markup');
  }
}
