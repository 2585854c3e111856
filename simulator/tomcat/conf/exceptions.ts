import type { Throwable } from '../java/value.ts';
import type { LogEntry } from '../log/messages.ts';
import { type XmlFault, xmlFaultMessage } from '../xml/fault.ts';
import { faultPosition } from '../xml/position.ts';

export interface Place {
  line: number;
  column: number;
}

/** A SAXParseException shows its place where others show `: message`. */
export function saxException(file: string, { line, column }: Place, message: string): Throwable {
  const where = `systemId: file:\${catalina.base}/${file}; lineNumber: ${line}; columnNumber: ${column}`;
  return { class: `org.xml.sax.SAXParseException; ${where}; ${message}` };
}

/** A fault of Xerces as Tomcat's Digester reports it. */
export function fatalError(
  file: string,
  text: string,
  fault: XmlFault,
): Place & { entry: LogEntry; exception: Throwable } {
  const place = faultPosition(text, fault);
  const message = xmlFaultMessage(fault);
  const exception = saxException(file, place, message);
  const malformed = ['byte-expected', 'byte-invalid', 'byte-not-ascii', 'surrogate-high'].includes(fault.code);
  if (malformed) {
    const reader = 'com.sun.org.apache.xerces.internal.impl.io.MalformedByteSequenceException';
    exception.cause = { class: reader, message };
  }
  return { ...place, exception, entry: { message: 'digester-fatal', values: { ...place, message }, exception } };
}

/** What a class's own code threw, as reflection hands it on. */
export const invocationTarget = (cause: Throwable): Throwable => ({
  class: 'java.lang.reflect.InvocationTargetException',
  cause,
});
