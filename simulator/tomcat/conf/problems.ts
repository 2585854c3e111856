import type { Files, Statement } from '../../core/language.ts';
import type { Problem, Range } from '../../core/text.ts';
import { type Throwable, throwableText } from '../java/value.ts';
import { messages } from '../log/messages.ts';
import { traitsOf } from '../version.ts';
import { type XmlFault, xmlFaultMessage } from '../xml/fault.ts';
import { faultPosition } from '../xml/position.ts';
import { readXml, type XmlDocument } from '../xml/xml.ts';
import { type Digest, digest, type Remark } from './digester.ts';
import { librariesIn } from './libraries.ts';
import { releaseOf } from './release.ts';
import { withoutEffect } from './unused.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The kinds of problems besides the parser's faults. */
export type XmlProblemCode =
  | 'no-rules'
  | 'property-unknown'
  | 'value-unreadable'
  | 'max-inactive-ignored'
  | 'setter-threw'
  | 'uri-encoding'
  | 'class-not-found'
  | 'class-not-named'
  | 'class-with-slashes'
  | 'class-needs'
  | 'class-misfit'
  | 'child-twice'
  | 'no-effect'
  | 'element-ignored';

/** What of a problem is known before its place in the file is. */
export interface Finding extends Range {
  code: XmlProblemCode | XmlFault['code'];
  severity: Problem['severity'];
  values: Problem['values'];
}

/** All that Tomcat says when it reads a file, and what in it the lab does not act on. */
export function problemsOf(files: Files, name: string): Problem[] {
  const text = files[name] ?? '';
  const version = releaseOf(files);
  const traits = traitsOf(version);
  const libraries = librariesIn(files);
  const vocabulary = vocabularyOf(name, traits.brackets, libraries);
  const xml = readXml(text);
  const digested = vocabulary.rules && digest(name, text, vocabulary.rules, traits, libraries);
  const findings = [
    ...(digested ? digested.remarks.flatMap((remark) => told(remark, digested)) : []),
    ...(xml.fault ? [unreadable(xml.fault, xml)] : []),
    ...withoutEffect(xml, vocabulary),
  ];
  const lineOf = lines(text);
  return findings.map(({ values, ...finding }) => ({
    ...finding,
    code: `xml.${finding.code}`,
    file: name,
    line: lineOf(finding.from),
    values: { ...values, version },
  }));
}

/** The file's elements, as far as it can be read. */
export function statementsOf(files: Files, name: string): Statement[] {
  const text = files[name] ?? '';
  const { events, origin } = readXml(text);
  const lineOf = lines(text);
  const statements: Statement[] = [];
  const open: Statement[] = [];
  for (const event of events) {
    if (event.type === 'start') {
      const from = origin(event.from) + 1;
      const to = from + event.name.length;
      const statement = { name: event.name, file: name, line: lineOf(from), from, to, until: origin(event.to) };
      statements.push(statement);
      open.push(statement);
    } else if (event.type === 'end') {
      const ended = open.pop();
      if (ended) ended.until = origin(event.to);
    }
  }
  return statements;
}

/** The line of an offset, for many offsets of one text. */
function lines(text: string): (at: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** The real program's own words for a problem. */
export function wordsOf({ code, values }: Problem): string {
  const { said, message, line, column, version } = values;
  if (said !== undefined) return String(said);
  if (message !== undefined) return messages[message as keyof typeof messages].text(values, traitsOf(String(version)));
  if (line === undefined) return '';
  const fault = { code: code.slice('xml.'.length) as XmlFault['code'], values, at: 0 };
  return `lineNumber: ${line}; columnNumber: ${column}; ${xmlFaultMessage(fault)}`;
}

function unreadable(fault: XmlFault, { text, origin }: XmlDocument): Finding {
  // Xerces names the place it had read up to, so the fault lies just before it.
  const from = Math.max(text.lastIndexOf('\n', fault.at - 2) + 1, fault.at - 1, 0);
  const range = { from: origin(from), to: origin(Math.max(fault.at, from + 1)) };
  return { code: fault.code, severity: 'error', ...range, values: { ...fault.values, ...faultPosition(text, fault) } };
}

/** A line of the log as a problem. Of a malformed file, `unreadable` tells. */
function told({ entry, from, to }: Remark, { failure }: Digest): Finding[] {
  const { message, values, exception } = entry;
  const range = { from, to };
  switch (message) {
    case 'digester-fatal':
      return [];
    case 'digester-no-rules':
      return [{ code: 'no-rules', severity: 'warning', ...range, values: { ...values, message } }];
    case 'property-not-set': {
      const code = values['type'] === undefined ? 'property-unknown' : 'value-unreadable';
      return [{ code, severity: 'warning', ...range, values: { ...values, message } }];
    }
    case 'max-inactive-ignored':
    case 'setter-threw':
    case 'uri-encoding':
      return [{ code: message, severity: 'warning', ...range, values: { ...values, message } }];
    default: {
      if (!exception || !failure) return [];
      const said = failure.error
        ? throwableText(failure.exception)
        : failure.exception.class.replace(/^org\.xml\.sax\.SAXParseException; systemId: [^;]*; /, '');
      return [{ ...refusal(exception), severity: 'error', ...range, values: { ...refusal(exception).values, said } }];
    }
  }
}

/** Why an object could not be made, or its parent would not take it. */
function refusal({ class: thrown, message = '', cause }: Throwable): {
  code: XmlProblemCode;
  values: Problem['values'];
} {
  if (thrown.endsWith('.InvocationTargetException') && cause) return refusal(cause);
  if (thrown.endsWith('.ClassNotFoundException')) return { code: 'class-not-found', values: { class: message } };
  if (thrown.endsWith('.NullPointerException')) return { code: 'class-not-named', values: {} };
  if (thrown.endsWith('.NoClassDefFoundError')) {
    const illegal = /^IllegalName: (.*)$/.exec(message)?.[1];
    return illegal === undefined
      ? { code: 'class-needs', values: { class: message.replaceAll('/', '.') } }
      : { code: 'class-with-slashes', values: { class: illegal } };
  }
  return { code: message === 'argument type mismatch' ? 'class-misfit' : 'child-twice', values: {} };
}
