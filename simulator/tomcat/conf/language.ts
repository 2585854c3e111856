import type { Language } from '../../core/language.ts';
import type { Problem } from '../../core/text.ts';
import { type XmlFault, xmlFaultMessage } from '../xml/fault.ts';
import { faultPosition } from '../xml/position.ts';
import { readXml, type XmlDocument } from '../xml/xml.ts';

/**
 * server.xml, context.xml and web.xml as far as their shape goes: the first place where Tomcat's XML
 * parser stops. It stops at one, so there is one.
 */
export const tomcatXml: Language = {
  id: 'xml',
  problems(files, name) {
    const xml = readXml(files[name] ?? '');
    return xml.fault ? [problemOf(xml.fault, xml, name)] : [];
  },
  complete: () => [],
  hover: () => undefined,
  fixes: () => [],
  words: (problem) => {
    const code = problem.code.slice('xml.'.length) as XmlFault['code'];
    const { column, ...values } = problem.values;
    return `lineNumber: ${problem.line}; columnNumber: ${column}; ${xmlFaultMessage({ code, values, at: problem.from })}`;
  },
};

function problemOf(fault: XmlFault, { text, origin }: XmlDocument, file: string): Problem {
  const { line, column } = faultPosition(text, fault);
  // Xerces names the place it had read up to, so the fault lies just before it.
  const from = Math.max(text.lastIndexOf('\n', fault.at - 2) + 1, fault.at - 1);
  const values = { ...fault.values, column };
  const to = Math.max(fault.at, from + 1);
  return { code: `xml.${fault.code}`, severity: 'error', file, line, from: origin(from), to: origin(to), values };
}
