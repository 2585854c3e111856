import type { Range } from '../../core/text.ts';

/** What an offset of a half-written XML file is in. */
export interface Where {
  /** Open elements, outermost first. */
  path: string[];
  inside:
    | { kind: 'content' }
    | { kind: 'name'; closing: boolean }
    | { kind: 'tag'; element: string; attributes: Attribute[] }
    | { kind: 'value'; element: string; attributes: Attribute[]; attribute: string; value: Range };
}

/** An attribute as far as it is written before the offset, and its whole value. */
export interface Attribute extends Range {
  name: string;
  value: string;
}

/** Where an offset is; undefined inside a comment, a CDATA section or a processing instruction. */
export function whereIs(text: string, at: number): Where | undefined {
  const path: string[] = [];
  for (let i = 0; ; ) {
    const open = text.indexOf('<', i);
    if (open < 0 || open >= at) return { path, inside: { kind: 'content' } };
    const skipped = skipOver(text, open);
    if (skipped !== undefined) {
      if (at < skipped) return undefined;
      i = skipped;
      continue;
    }
    const closing = text[open + 1] === '/';
    const nameFrom = open + (closing ? 2 : 1);
    const nameTo = nameEnd(text, nameFrom);
    const name = text.slice(nameFrom, nameTo);
    if (at <= nameTo) return { path, inside: { kind: 'name', closing } };
    const tag = readTag(text, nameTo, at);
    if (!tag.ended)
      return closing ? { path, inside: { kind: 'name', closing } } : { path, inside: insideTag(name, tag) };
    if (closing) {
      // An end tag that fits nothing near is a slip; looking further would cost more than it tells.
      const opened = path.slice(-200).lastIndexOf(name);
      if (opened >= 0) path.length = Math.max(0, path.length - 200) + opened;
    } else if (!tag.empty && name !== '') path.push(name);
    i = tag.to;
  }
}

function insideTag(element: string, { attributes, value }: Tag): Where['inside'] {
  const last = attributes.at(-1);
  if (!value || !last) return { kind: 'tag', element, attributes };
  return { kind: 'value', element, attributes, attribute: last.name, value };
}

/** The end of a comment, CDATA section or instruction that begins here. */
function skipOver(text: string, open: number): number | undefined {
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
    ['<!', '>'],
  ] as const) {
    if (!text.startsWith(begin, open)) continue;
    const found = text.indexOf(end, open + begin.length);
    return found < 0 ? text.length + 1 : found + end.length;
  }
  return undefined;
}

interface Tag {
  ended: boolean;
  empty: boolean;
  to: number;
  attributes: Attribute[];
  /** The value that the offset is in. */
  value: Range | undefined;
}

/** Reads a tag from the end of its name up to its `>`, but no further than to `at`. */
function readTag(text: string, from: number, at: number): Tag {
  const attributes: Attribute[] = [];
  for (let i = from; i < at; ) {
    const char = text[i] as string;
    if (char === '>') return { ended: true, empty: text[i - 1] === '/', to: i + 1, attributes, value: undefined };
    if (char === '<') return { ended: true, empty: true, to: i, attributes, value: undefined };
    if (/[\s/="']/.test(char)) {
      i++;
      continue;
    }
    const nameTo = nameEnd(text, i);
    const name = text.slice(i, Math.max(nameTo, i + 1));
    const quoted = /^\s*=\s*(["'])/.exec(text.slice(nameTo, nameTo + 40));
    const begin = i;
    i = Math.max(nameTo, i + 1);
    if (!quoted) continue;
    const valueFrom = nameTo + quoted[0].length;
    const end = text.slice(valueFrom).search(quoted[1] === '"' ? /["<]/ : /['<]/);
    const valueTo = end < 0 ? text.length : valueFrom + end;
    attributes.push({ name, value: text.slice(valueFrom, valueTo), from: begin, to: valueTo + 1 });
    if (at >= valueFrom && at <= valueTo)
      return { ended: false, empty: false, to: at, attributes, value: { from: valueFrom, to: valueTo } };
    i = valueTo + 1;
  }
  return { ended: false, empty: false, to: at, attributes, value: undefined };
}

function nameEnd(text: string, from: number): number {
  let to = from;
  while (to < text.length && !/[\s=<>/"']/.test(text[to] as string)) to++;
  return to;
}
