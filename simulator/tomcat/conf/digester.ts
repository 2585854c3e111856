import { positionOf } from '../../core/text.ts';
import type { Throwable } from '../java/value.ts';
import type { LogEntry } from '../log/messages.ts';
import type { Traits } from '../version.ts';
import { xmlFaultMessage } from '../xml/fault.ts';
import { readXml, type XmlAttribute, type XmlEvent } from '../xml/xml.ts';
import type { Properties, PropertyType } from './classes.ts';
import type { Libraries } from './libraries.ts';
import { persistPolicies, redisManagerClass, redisValveClass } from './redis-classes.ts';
import { type ElementRule, handlerProperties } from './schema.ts';
import { protocolKind } from './server-xml.ts';

/** An element as Tomcat made an object of it. */
export interface Component {
  element: string;
  className: string | undefined;
  /** The attributes that were understood. */
  attributes: Record<string, string>;
  text: string;
  children: Component[];
}

export interface Digest {
  root: Component | undefined;
  /** What was logged while reading. */
  entries: LogEntry[];
  /** Why the file was given up. */
  failure?: DigestFailure;
}

export interface DigestFailure {
  line: number;
  column: number;
  exception: Throwable;
}

interface Digestion {
  file: string;
  text: string;
  rules: Readonly<Record<string, ElementRule>>;
  traits: Traits;
  libraries: Libraries;
  root: Component | undefined;
  entries: LogEntry[];
  /** Open elements; `undefined` where no object was made. */
  stack: { name: string; component: Component | undefined; matched: boolean }[];
  failure: DigestFailure | undefined;
}

/**
 * Reads a configuration file as Tomcat's Digester does: element by element, objects made and properties
 * set on the way, unknown ones logged, the first missing class or malformed place ending it.
 */
export function digest(
  file: string,
  text: string,
  rules: Digestion['rules'],
  traits: Traits,
  libraries: Libraries,
): Digest {
  const digestion: Digestion = {
    file,
    text,
    rules,
    traits,
    libraries,
    root: undefined,
    entries: [],
    stack: [],
    failure: undefined,
  };
  const { events, fault } = readXml(text);
  for (const event of events) {
    handle(digestion, event);
    if (digestion.failure) break;
  }
  if (fault && !digestion.failure) {
    const { line, column } = positionOf(text, fault.at);
    const message = xmlFaultMessage(fault);
    const exception = saxException(digestion, line, column, message);
    digestion.entries.push({ message: 'digester-fatal', values: { line, column, message }, exception });
    digestion.failure = { line, column, exception };
  }
  const { root, entries, failure } = digestion;
  return failure ? { root, entries, failure } : { root, entries };
}

function handle(digestion: Digestion, event: XmlEvent) {
  const { stack } = digestion;
  if (event.type === 'start') return startElement(digestion, event.name, event.attributes, event.to);
  const top = stack.at(-1);
  if (event.type === 'text') {
    if (top?.component) top.component.text += event.text;
    return;
  }
  if (!top?.matched) digestion.entries.push({ message: 'digester-no-rules', values: { path: pathOf(digestion) } });
  stack.pop();
}

function startElement(digestion: Digestion, name: string, attributes: XmlAttribute[], at: number) {
  const { stack } = digestion;
  const parent = stack.at(-1);
  stack.push({ name, component: undefined, matched: false });
  const path = pathOf(digestion);
  const rule = Object.hasOwn(digestion.rules, path) ? digestion.rules[path] : undefined;
  if (!rule) return;
  const own = stack.at(-1) as Digestion['stack'][number];
  own.matched = true;
  const className = rule.classes ? (valueOf(attributes, 'className') ?? rule.defaultClass) : undefined;
  const fault = classFault(rule, className, name, digestion);
  if (fault) return classFailure(digestion, fault, at);
  const component: Component = { element: name, className, attributes: {}, text: '', children: [] };
  own.component = component;
  if (parent) parent.component?.children.push(component);
  else digestion.root = component;
  // A connector learns its protocol when it is made, before its other properties are set.
  const protocol = valueOf(attributes, 'protocol');
  if (protocol !== undefined && rule.properties?.['protocol']) component.attributes['protocol'] = protocol;
  for (const attribute of attributes) setProperty(digestion, rule, component, path, attribute);
}

const pathOf = ({ stack }: Digestion) => stack.map(({ name }) => name).join('/');

const valueOf = (attributes: XmlAttribute[], wanted: string) => attributes.find(({ name }) => name === wanted)?.value;

function classFault(
  rule: ElementRule,
  className: string | undefined,
  element: string,
  { traits: { brackets }, libraries }: Digestion,
): Throwable | undefined {
  if (!rule.classes) return undefined;
  if (className === undefined) {
    const message = brackets
      ? `No class name specified for [] [${element}]`
      : `No class name specified for  ${element}`;
    return { class: 'java.lang.NullPointerException', message };
  }
  const missing = (className === redisManagerClass || className === redisValveClass) && !libraries.redisSessionManager;
  return Object.hasOwn(rule.classes, className) && !missing
    ? undefined
    : { class: 'java.lang.ClassNotFoundException', message: className };
}

function classFailure(digestion: Digestion, cause: Throwable, at: number) {
  const { line, column } = positionOf(digestion.text, at);
  const what = cause.message ?? '';
  const message = digestion.traits.brackets
    ? `Error at line [${line}] column [${column}]: [${what}]`
    : `Error at (${line}, ${column}) : ${what}`;
  digestion.entries.push({ message: 'digester-begin-exception', values: {}, exception: cause });
  digestion.failure = { line, column, exception: { ...saxException(digestion, line, column, message), cause } };
}

/** A SAXParseException shows its place where others show `: message`. */
export function saxException({ file }: { file: string }, line: number, column: number, message: string): Throwable {
  const where = `systemId: file:\${catalina.base}/${file}; lineNumber: ${line}; columnNumber: ${column}`;
  return { class: `org.xml.sax.SAXParseException; ${where}; ${message}` };
}

function setProperty(
  digestion: Digestion,
  rule: ElementRule,
  component: Component,
  path: string,
  attribute: XmlAttribute,
) {
  const { name, value } = attribute;
  const properties = component.className ? rule.classes?.[component.className] : rule.properties;
  if (name === 'className' && (rule.classes || properties?.['className'])) return;
  if (rule.anyProperty || rule.text) {
    component.attributes[name] = value;
    return;
  }
  const orphan =
    path.endsWith('/Connector') &&
    handlerProperties.includes(name) &&
    protocolKind(component.attributes['protocol'], digestion.traits) === 'unknown';
  const property = orphan ? undefined : propertyNamed(properties ?? {}, name, digestion.traits);
  const read = property && readAs(property.type, value);
  if (property && read !== undefined) component.attributes[property.name] = read;
  else digestion.entries.push({ message: 'property-not-set', values: { path, name, value } });
}

/** The setter for an attribute: `port` and `Port` both call `setPort`. */
function propertyNamed(properties: Properties, name: string, { maxInactiveProperty }: Traits) {
  if (maxInactiveProperty && name === 'maxInactiveInterval' && properties['processExpiresFrequency']) {
    return { name, type: 'int' as const };
  }
  const uncapital = name.charAt(0).toLowerCase() + name.slice(1);
  for (const candidate of [name, uncapital]) {
    const type = Object.hasOwn(properties, candidate) ? properties[candidate] : undefined;
    if (type) return { name: candidate, type };
  }
  return undefined;
}

/** The text that the setter took, digits as ASCII; undefined where it cannot be read. */
function readAs(type: PropertyType, value: string): string | undefined {
  if (type === 'boolean') return String(value.toLowerCase() === 'true');
  if (type === 'address') return /^[\w.:-]*$/.test(value) && !value.endsWith('.invalid') ? value : undefined;
  if (type === 'policies') return 'refused' in persistPolicies(value) ? undefined : value;
  if (type !== 'int' && type !== 'long') return value;
  const ascii = value.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (!/^[+-]?\d+$/.test(ascii)) return undefined;
  const number = Number(ascii);
  const most = type === 'int' ? 2 ** 31 : 2 ** 63;
  return number >= -most && number < most ? String(number) : undefined;
}
