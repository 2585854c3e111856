import { readXml } from '../../../simulator/tomcat/xml/xml.ts';

/** An element of a document, in the order of their ends. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** Its own, without that of elements inside. */
  text: string;
}

/** Reads a document as Xerces does. Throws where Xerces would find a fault. */
export function readElements(document: string): XmlElement[] {
  const { events, fault } = readXml(document);
  if (fault)
    throw new Error(`not well-formed: ${fault.code} at ${fault.at}: ${document.slice(fault.at - 40, fault.at + 40)}`);
  const open: XmlElement[] = [];
  const all: XmlElement[] = [];
  for (const event of events) {
    if (event.type === 'start') {
      const attributes = Object.fromEntries(event.attributes.map(({ name, value }) => [name, value]));
      const element = { name: event.name, attributes, text: '' };
      all.push(element);
      if (!event.empty) open.push(element);
    } else if (event.type === 'end') open.pop();
    else if (open.length > 0) (open.at(-1) as XmlElement).text += event.text;
  }
  return all;
}
