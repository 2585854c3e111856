import { XMLBuilder } from 'fast-xml-parser';

/** An element: its attributes, and its content in order. */
export interface XmlElement {
  name: string;
  attributes?: Readonly<Record<string, string>>;
  content?: readonly XmlElement[] | string;
}

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  format: true,
  suppressEmptyNode: true,
});

/** A document in UTF-8 with this root. */
export const xml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build([nodeOf(root)])).trim()}\n`;

/** An element as the builder takes it where the order counts. */
function nodeOf({ name, attributes = {}, content = [] }: XmlElement): Record<string, unknown> {
  const inside = typeof content === 'string' ? [{ '#text': content }] : content.map(nodeOf);
  return { [name]: inside, ':@': attributes };
}

/** Shorthand for an element. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: readonly XmlElement[] | string = [],
): XmlElement => ({ name, attributes, content });
