import { isNameStart, isSpace, isXmlChar } from './names.ts';
import { reference } from './reference.ts';
import { eat, ended, endedInText, expect, isAtEnd, name, peek, raise, type Scan, skipSpace } from './scan.ts';
import type { XmlAttribute } from './xml.ts';

/** `<` was read, at `from`, and a name follows. */
export function startTag(scan: Scan, from: number): boolean {
  const element = name(scan);
  const attributes: XmlAttribute[] = [];
  const names = new Set<string>();
  for (;;) {
    const spaced = skipSpace(scan);
    if (isAtEnd(scan)) return ended(scan);
    const empty = eat(scan, '/');
    if (empty ? expect(scan, '>', 'tag-end', { element }) : eat(scan, '>')) {
      scan.events.push({ type: 'start', name: element, attributes, empty, from, to: scan.at });
      if (empty) scan.events.push({ type: 'end', name: element, from, to: scan.at });
      else scan.open.push(element);
      return true;
    }
    if (scan.fault) return false;
    if (!spaced || !isNameStart(peek(scan))) return raise(scan, 'tag-end', { element });
    const read = attribute(scan, element);
    if (!read) return false;
    if (names.has(read.name)) return raise(scan, 'attribute-twice', { name: read.name, element });
    names.add(read.name);
    attributes.push(read);
  }
}

function attribute(scan: Scan, element: string): XmlAttribute | undefined {
  const from = scan.at;
  const found = name(scan);
  skipSpace(scan);
  if (!expect(scan, '=', 'attribute-equals', { name: found, element })) return undefined;
  skipSpace(scan);
  const quote = scan.text[scan.at];
  if (quote !== '"' && quote !== "'")
    return void (isAtEnd(scan) ? ended(scan) : raise(scan, 'attribute-quote', { name: found, element }));
  const valueFrom = ++scan.at;
  const value = attributeValue(scan, quote, found, element);
  if (value === undefined) return undefined;
  const valueRange = { from: valueFrom, to: scan.at++ };
  return { name: found, value, from, to: scan.at, valueRange };
}

/** Up to its closing quote, white space made blanks and references replaced; undefined after a fault. */
function attributeValue(scan: Scan, quote: string, found: string, element: string): string | undefined {
  const { text } = scan;
  const parts: string[] = [];
  let from = scan.at;
  while (text[scan.at] !== quote) {
    if (isAtEnd(scan)) return void endedInText(scan, from);
    const code = peek(scan);
    if (code === 0x3c) return void raise(scan, 'attribute-less-than', { name: found, element });
    if (code === 0x26) {
      parts.push(text.slice(from, scan.at));
      const read = reference(scan);
      if (read === undefined) return undefined;
      parts.push(read);
      from = scan.at;
    } else if (isSpace(code) && code !== 0x20) {
      parts.push(text.slice(from, scan.at), ' ');
      // A line end of two characters is one.
      scan.at += code === 0x0d && text[scan.at + 1] === '\n' ? 2 : 1;
      from = scan.at;
    } else if (isXmlChar(code)) scan.at++;
    else return void raise(scan, 'character-in-value', { code, name: found, element });
  }
  return parts.join('') + text.slice(from, scan.at);
}

/** `</` was read, at `from`: the end tag of the innermost open element. */
export function endTag(scan: Scan, from: number): boolean {
  const element = scan.open.at(-1) ?? '';
  if (!expect(scan, element, 'element-unclosed', { element })) return false;
  skipSpace(scan);
  if (!expect(scan, '>', 'end-tag-end', { element })) return false;
  scan.open.pop();
  scan.events.push({ type: 'end', name: element, from, to: scan.at });
  return true;
}
