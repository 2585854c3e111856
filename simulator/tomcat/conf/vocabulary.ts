import type { Completion } from '../../core/text.ts';
import type { Bean, PropertyType, Role } from './bean.ts';
import { connectorBean, handlerBean } from './containers.ts';
import { classNamed } from './java-class.ts';
import type { Libraries } from './libraries.ts';
import { redisClasses } from './redis-classes.ts';
import type { ElementRule, Rules } from './schema.ts';
import { contextRules, serverRules } from './schema.ts';
import { tomcatClasses } from './tomcat-classes.ts';
import { webElements } from './web-elements.ts';

/** What a file may say, by its name and the Tomcat it belongs to. */
export interface Vocabulary {
  /** Undefined for web.xml, which has no attributes of its own. */
  rules: Rules | undefined;
  modern: boolean;
  libraries: Libraries;
}

/** The language of a file: `conf/server.xml`, a web.xml, or else a context.xml. */
export function vocabularyOf(name: string, modern: boolean, libraries: Libraries): Vocabulary {
  const rules = /(^|\/)web\.xml$/.test(name) ? undefined : /(^|\/)server\.xml$/.test(name) ? serverRules : contextRules;
  return { rules, modern, libraries };
}

/** The rule of an element, if this Tomcat has one. */
export function ruleAt({ rules, modern }: Vocabulary, path: readonly string[]): ElementRule | undefined {
  const key = path.join('/');
  const rule = rules && Object.hasOwn(rules, key) ? rules[key] : undefined;
  return rule?.only === (modern ? 'older' : 'newer') ? undefined : rule;
}

/** The elements that may stand in another one. */
export function elementsIn(vocabulary: Vocabulary, path: readonly string[]): string[] {
  if (!vocabulary.rules) return [...(webElements[path.at(-1) ?? ''] ?? [])];
  const prefix = path.length === 0 ? '' : `${path.join('/')}/`;
  return Object.keys(vocabulary.rules)
    .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes('/'))
    .map((key) => key.slice(prefix.length))
    .filter((name) => ruleAt(vocabulary, [...path, name]));
}

/** The object that an element's attributes set properties of. */
function beanOf(vocabulary: Vocabulary, { bean, role, defaultClass }: ElementRule, named?: string): Bean | undefined {
  const className = named ?? defaultClass;
  if (bean && (!named || named === defaultClass)) return bean;
  return role && className ? classNamed(className, vocabulary.modern, vocabulary.libraries) : undefined;
}

/** The attributes of an element, with how each is read. */
export function attributesOf(vocabulary: Vocabulary, rule: ElementRule, named?: string): [string, PropertyType][] {
  const bean = beanOf(vocabulary, rule, named);
  const tables = [bean, ...(bean === connectorBean ? [handlerBean] : [])].flatMap((one) =>
    one ? [one.properties, (vocabulary.modern ? one.newer : one.older) ?? {}] : [],
  );
  const own = tables.flatMap((table) => Object.entries(table)).filter(([, type]) => type !== 'object');
  const extra: [string, PropertyType][] = [
    ...(rule.role ? [['className', 'string'] as [string, PropertyType]] : []),
    ...(bean === connectorBean ? [['protocol', 'string'] as [string, PropertyType]] : []),
  ];
  return [...extra, ...own].filter(([name]) => !rule.excluded?.includes(name) || name === 'protocol');
}

/** The classes that may be named for a role; those that a lab's jars bring first. */
function classesFor({ modern, libraries }: Vocabulary, role: Role): string[] {
  return everyClass.filter((name) => classNamed(name, modern, libraries)?.is === role);
}

/** What may be written as a value, where that is a choice. */
export function valuesOf(vocabulary: Vocabulary, rule: ElementRule, attribute: string, named?: string): string[] {
  if (attribute === 'className' && rule.role) return classesFor(vocabulary, rule.role);
  if (attribute === 'protocol') return ['HTTP/1.1', 'AJP/1.3', 'org.apache.coyote.http11.Http11NioProtocol'];
  const type = attributesOf(vocabulary, rule, named).find(([name]) => name === attribute)?.[1];
  if (type === 'boolean') return ['true', 'false'];
  if (type === 'policies')
    return ['DEFAULT', 'SAVE_ON_CHANGE', 'ALWAYS_SAVE_AFTER_REQUEST', 'SAVE_ON_CHANGE,ALWAYS_SAVE_AFTER_REQUEST'];
  return type === 'encoding' ? ['UTF-8', 'ISO-8859-1', 'GBK'] : [];
}

/** The page of an element, of one of its attributes, of a class. */
export const pageOf = {
  element: (name: string): Completion['doc'] => `xml/element/${name}`,
  attribute: (element: string, name: string): Completion['doc'] => `xml/attribute/${element}/${name}`,
  class: (name: string): Completion['doc'] => `xml/class/${name}`,
};

/** How an attribute of an element is read, by whichever class or version knows it. */
export const typeOf = (element: string, attribute: string): PropertyType | undefined =>
  everyElement().get(element)?.get(attribute);

/** Every element of context.xml and server.xml, with the attributes that some class or version knows. */
export function everyElement(): ReadonlyMap<string, ReadonlyMap<string, PropertyType>> {
  if (known.size === 0) for (const modern of [false, true]) learn(modern);
  return known;
}

/** The names of all classes that an element may name. */
export const everyClass: readonly string[] = [...Object.keys(redisClasses), ...Object.keys(tomcatClasses)];

/** Filled on the first question: a memo of what the tables say. */
const known = new Map<string, Map<string, PropertyType>>();

function learn(modern: boolean) {
  const libraries = { redisSessionManager: true, jedis: true, pool: true };
  const all: Vocabulary = { rules: serverRules, modern, libraries };
  for (const [path, rule] of Object.entries(serverRules)) {
    const element = path.slice(path.lastIndexOf('/') + 1);
    const attributes = known.get(element) ?? new Map<string, PropertyType>();
    known.set(element, attributes);
    for (const named of rule.role ? [undefined, ...classesFor(all, rule.role)] : [undefined])
      for (const [name, type] of attributesOf(all, rule, named)) attributes.set(name, type);
  }
}
