import type { Range } from '../../core/text.ts';
import type { Throwable } from '../java/value.ts';
import type { LogEntry } from '../log/messages.ts';
import type { Traits } from '../version.ts';
import { xmlPosition } from '../xml/position.ts';
import { readXml, type XmlAttribute, type XmlDocument, type XmlEvent } from '../xml/xml.ts';
import type { Bean } from './bean.ts';
import { createObject } from './create.ts';
import { fatalError, invocationTarget, saxException } from './exceptions.ts';
import type { Libraries } from './libraries.ts';
import { replaceProperties } from './placeholders.ts';
import type { ElementRule, Rules } from './schema.ts';
import { setProperty } from './set-property.ts';

/** An element as Tomcat made an object of it; the range is its start tag in the file. */
export interface Component extends Range {
  element: string;
  className: string | undefined;
  /** The attributes that were understood. */
  attributes: Record<string, string>;
  text: string;
  children: Component[];
}

export interface Digest {
  root: Component | undefined;
  /** The root element has ended: whoever is to have its object has it, whatever is wrong behind it. */
  rootEnded: boolean;
  /** What was logged while reading, and about which stretch of the file. */
  remarks: Remark[];
  /** Why the file was given up. */
  failure?: DigestFailure;
}

export interface Remark extends Range {
  entry: LogEntry;
}

export interface DigestFailure extends Range {
  line: number;
  column: number;
  exception: Throwable;
  /** A `java.lang.Error`, which nobody on the way catches. */
  error: boolean;
}

/** A file being read. */
export interface Digestion {
  file: string;
  xml: XmlDocument;
  rules: Rules;
  traits: Traits;
  libraries: Libraries;
  root: Component | undefined;
  remarks: Remark[];
  /** Open elements; without a component where no object was made. */
  stack: Open[];
  failure: DigestFailure | undefined;
}

interface Open extends Range {
  name: string;
  path: string;
  component: Component | undefined;
  rule: ElementRule | undefined;
  /** The children's values of an attribute of which each may occur once. */
  taken: Set<string>;
  /** What the class is, where it is not what the parent wants. */
  misfit: boolean;
}

/**
 * Reads a configuration file as Tomcat's Digester does: element by element, objects made and properties
 * set on the way, unknown ones logged, the first missing class or malformed place ending it.
 */
export function digest(file: string, text: string, rules: Rules, traits: Traits, libraries: Libraries): Digest {
  const xml = readXml(text);
  const digestion: Digestion = {
    file,
    xml,
    rules,
    traits,
    libraries,
    root: undefined,
    remarks: [],
    stack: [],
    failure: undefined,
  };
  for (const event of xml.events) {
    handle(digestion, event);
    if (digestion.failure) break;
  }
  if (xml.fault && !digestion.failure) {
    const { entry, ...failure } = fatalError(file, xml.text, xml.fault);
    const range = { from: xml.fault.at, to: xml.fault.at };
    digestion.remarks.push({ entry, ...range });
    digestion.failure = { ...failure, ...range, error: false };
  }
  return inFile(digestion);
}

/** The ranges as offsets in the file itself. */
function inFile({ xml: { origin }, root, stack, remarks, failure }: Digestion): Digest {
  for (const remark of remarks) Object.assign(remark, { from: origin(remark.from), to: origin(remark.to) });
  if (root) moveInto(root, origin);
  const read = { root, rootEnded: root !== undefined && stack.length === 0, remarks };
  if (!failure) return read;
  return { ...read, failure: { ...failure, from: origin(failure.from), to: origin(failure.to) } };
}

function moveInto(component: Component, origin: XmlDocument['origin']) {
  component.from = origin(component.from);
  component.to = origin(component.to);
  for (const child of component.children) moveInto(child, origin);
}

function handle(digestion: Digestion, event: XmlEvent) {
  if (event.type === 'start') return startElement(digestion, event);
  const top = digestion.stack.at(-1);
  if (event.type === 'text') {
    if (top?.component) top.component.text += event.text;
    return;
  }
  endElement(digestion, event);
}

function startElement(digestion: Digestion, { name, attributes, from, to }: Extract<XmlEvent, { type: 'start' }>) {
  const { stack, traits } = digestion;
  const parent = stack.at(-1);
  // Under an element without a rule there is none, and its path is made only when it is needed.
  const path = parent ? (parent.rule ? `${parent.path}/${name}` : '') : name;
  const rule = path === '' ? undefined : ruleOf(digestion, path);
  const nameRange = { from: from + 1, to: from + 1 + name.length };
  const own: Open = { name, path, component: undefined, rule, taken: new Set(), misfit: false, ...nameRange };
  stack.push(own);
  if (!rule) return;
  const replaced = attributes.map((attribute) => ({
    ...attribute,
    value: replaceProperties(attribute.value, traits.brackets),
  }));
  const made = createObject(digestion, rule, name, replaced);
  const named = attributes.find((attribute) => attribute.name === 'className') ?? nameRange;
  if ('thrown' in made) return fail(digestion, { when: 'begin', ...made, at: to, from: named.from, to: named.to });
  own.misfit = made.misfit;
  const { className } = made;
  const component: Component = { element: name, className, attributes: {}, text: '', children: [], from, to };
  own.component = component;
  if (!parent) digestion.root = component;
  if (!rule.text) setProperties(digestion, own, component, made.bean, replaced);
}

function setProperties(
  digestion: Digestion,
  { rule, path }: Open,
  component: Component,
  bean: Bean,
  attributes: XmlAttribute[],
) {
  // A connector learns its protocol when it is made, before its properties are set.
  const protocol = attributes.find(({ name }) => name === 'protocol');
  if (protocol && path.endsWith('/Connector')) component.attributes['protocol'] = protocol.value;
  for (const attribute of attributes)
    if (!rule?.excluded?.includes(attribute.name)) setProperty(digestion, component, bean, path, attribute);
    else component.attributes[attribute.name] ??= attribute.value;
}

function ruleOf({ rules, traits }: Digestion, path: string): ElementRule | undefined {
  const rule = Object.hasOwn(rules, path) ? rules[path] : undefined;
  return rule?.only === (traits.brackets ? 'older' : 'newer') ? undefined : rule;
}

function endElement(digestion: Digestion, { to }: Extract<XmlEvent, { type: 'end' }>) {
  const { stack, remarks, traits } = digestion;
  const top = stack.at(-1);
  if (!top) return;
  const range = { from: top.from, to: top.to };
  if (!top.rule) {
    remarks.push({ entry: { message: 'digester-no-rules', values: { path: pathOf(stack) } }, ...range });
    stack.pop();
    return;
  }
  stack.pop();
  const parent = stack.at(-1);
  if (top.misfit) {
    const mismatch = { class: 'java.lang.IllegalArgumentException', message: 'argument type mismatch' };
    return fail(digestion, { when: 'end', thrown: mismatch, error: false, at: to, ...range });
  }
  // SetNextRule: the parent gets its child when the child's element ends.
  const { unique } = top.rule;
  const value = unique && (top.component?.attributes[unique] ?? 'null');
  if (top.component && !(value && parent?.taken.has(value))) parent?.component?.children.push(top.component);
  if (!value || !parent) return;
  if (parent.taken.has(value)) {
    const message = traits.brackets
      ? `Child name [${value}] is not unique`
      : `addChild:  Child name '${value}' is not unique`;
    const cause = { class: 'java.lang.IllegalArgumentException', message };
    return fail(digestion, { when: 'end', thrown: invocationTarget(cause), error: false, at: to, ...range });
  }
  parent.taken.add(value);
}

/** The names of the open elements; of a file that is nested absurdly deep, the outermost ones. */
const pathOf = (stack: readonly Open[]) =>
  stack
    .slice(0, 200)
    .map(({ name }) => name)
    .join('/');

/** A rule threw: Digester.startElement and endElement log it and give up with a SAXParseException. */
function fail(
  digestion: Digestion,
  {
    when,
    thrown,
    error,
    at,
    from,
    to,
  }: { when: 'begin' | 'end'; thrown: Throwable; error: boolean; at: number } & Range,
) {
  const { xml, traits, file } = digestion;
  const message = `digester-${when}-${error ? 'error' : 'exception'}` as const;
  digestion.remarks.push({ entry: { message, values: {}, exception: thrown }, from, to });
  // createSAXException looks through an InvocationTargetException, but only to an Exception.
  const wrapped = thrown.class.endsWith('.InvocationTargetException') ? thrown.cause : undefined;
  const cause = wrapped && !wrapped.class.endsWith('Error') ? wrapped : thrown;
  const place = xmlPosition(xml.text, at);
  const what = cause.message ?? 'null';
  const said = traits.brackets
    ? `Error at line [${place.line}] column [${place.column}]: [${what}]`
    : `Error at (${place.line}, ${place.column}) : ${what}`;
  const exception = error ? thrown : { ...saxException(file, place, said), cause };
  digestion.failure = { ...place, from, to, exception, error };
}
