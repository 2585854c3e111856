import type { Throwable } from '../java/value.ts';
import type { Traits } from '../version.ts';
import type { XmlAttribute } from '../xml/xml.ts';
import type { Bean } from './bean.ts';
import type { Digestion } from './digester.ts';
import { invocationTarget } from './exceptions.ts';
import { classNamed } from './java-class.ts';
import { neededClasses, redisManagerClass } from './redis-classes.ts';
import type { ElementRule } from './schema.ts';

/** The object of an element, or what the making of it threw; `error`: a `java.lang.Error`. */
export type Made =
  | { bean: Bean; className: string | undefined /** Its parent will not take it. */; misfit: boolean }
  | { thrown: Throwable; error: boolean };

const plain: Bean = { properties: {} };

/** ObjectCreateRule: makes an object of the class that `className` names, or of the element's own. */
export function createObject(
  { traits, libraries }: Digestion,
  { role, defaultClass, bean }: ElementRule,
  element: string,
  attributes: readonly XmlAttribute[],
): Made {
  if (!role) return { bean: bean ?? plain, className: undefined, misfit: false };
  const className = attributes.find(({ name }) => name === 'className')?.value ?? defaultClass;
  if (className === undefined) return { thrown: noClassName(element, traits.brackets), error: false };
  if (className === defaultClass && bean) return { bean, className, misfit: false };
  const found = classNamed(className, traits.brackets, libraries);
  if (!found) {
    if (classNamed(className.replaceAll('/', '.'), traits.brackets, libraries)) return illegalName(className);
    return { thrown: { class: 'java.lang.ClassNotFoundException', message: className }, error: false };
  }
  if (className === redisManagerClass) {
    const missing = missingClass(libraries, traits);
    if (missing) return missing;
  }
  return { bean: found, className, misfit: found.is !== role };
}

const noClassName = (element: string, brackets: boolean): Throwable => ({
  class: 'java.lang.NullPointerException',
  message: brackets ? `No class name specified for [] [${element}]` : `No class name specified for  ${element}`,
});

/** A class file is found under the name with slashes, and refused by the JVM. */
const illegalName = (className: string): Made => ({
  thrown: { class: 'java.lang.NoClassDefFoundError', message: `IllegalName: ${className}` },
  error: true,
});

/** What the Redis manager needs to be made, and does not find. */
function missingClass({ jedis, pool }: Digestion['libraries'], traits: Traits): Made | undefined {
  const missing = traits.brackets
    ? neededClasses.tomcat
    : !jedis
      ? neededClasses.jedis
      : pool
        ? undefined
        : neededClasses.pool;
  if (missing === undefined) return undefined;
  const thrown: Throwable = {
    class: 'java.lang.NoClassDefFoundError',
    message: missing,
    cause: { class: 'java.lang.ClassNotFoundException', message: missing.replaceAll('/', '.') },
  };
  // Since 9 objects are made by `Constructor.newInstance`, which wraps what it gets.
  return traits.milliseconds ? { thrown: invocationTarget(thrown), error: false } : { thrown, error: true };
}
