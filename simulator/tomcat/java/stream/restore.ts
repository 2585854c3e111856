import { own, put } from '../../../core/own.ts';
import { isPrimitive, type JavaClass, nameOfDescriptor } from '../class.ts';
import { isSubclass } from '../jdk/classes.ts';
import { codecs, type Unfinished } from '../jdk/codecs.ts';
import { fillDefaults, invoke, runConstructor } from '../run/invoke.ts';
import { exceptionOf, type Jvm, raise, Thrown } from '../run/jvm.ts';
import { slotOf } from '../run/slots.ts';
import { classNameOf, type JavaObject, type JavaValue } from '../value.ts';
import type { StreamClass } from './content.ts';
import { describe, hook, replacement } from './description.ts';
import { checkInstantiable, firstPlain } from './local.ts';

/** Makes a new object without any constructor of a Serializable class; the first one above that is not runs its own. */
export function instantiate(object: Unfinished, definition: JavaClass, jvm: Jvm): void {
  checkInstantiable(definition);
  fillDefaults(object, definition.name, jvm);
  const external = isSubclass(definition.name, 'java.io.Externalizable', jvm.classes);
  const base = external ? definition : firstPlain(definition, jvm);
  if (!base || base.stream) return;
  try {
    runConstructor(object as JavaObject, base, [], jvm);
  } catch (error) {
    if (!(error instanceof Thrown)) throw error;
    const wrapped = exceptionOf('java.lang.reflect.InvocationTargetException', undefined, error.exception);
    raise('java.io.InvalidClassException', `${definition.name}; unable to create instance`, wrapped);
  }
}

/** @throws Thrown a ClassCastException for a value that a field here cannot hold. */
export function check(
  values: Readonly<Record<string, JavaValue>>,
  owner: JavaClass,
  object: Unfinished,
  jvm: Jvm,
): void {
  for (const { name, descriptor } of describe(owner.name, jvm).fields) {
    const value = own(values, name);
    if (value === undefined || value === null || isPrimitive(descriptor)) continue;
    const wanted = nameOfDescriptor(descriptor);
    if (isSubclass(classNameOf(value), wanted, jvm.classes)) continue;
    raise(
      'java.lang.ClassCastException',
      `cannot assign instance of ${classNameOf(value)} to field ${owner.name}.${name} of type ${wanted} in instance of ${object.class}`,
    );
  }
}

/** Sets the fields of a class to what the stream has for them. */
export function assign(
  values: Readonly<Record<string, JavaValue>>,
  owner: JavaClass,
  object: Unfinished,
  jvm: Jvm,
): void {
  check(values, owner, object, jvm);
  for (const { name } of describe(owner.name, jvm).fields) {
    const value = own(values, name);
    if (value !== undefined) put(object.fields, slotOf(owner.name, name, jvm.classes), value);
  }
}

/** What `readResolve` makes of an object. */
export function resolved(object: JavaObject, definition: JavaClass, jvm: Jvm): JavaValue {
  const codec = codecs[definition.name];
  if (codec?.resolve) return codec.resolve(object, jvm);
  const found = replacement(definition.name, 'readResolve', jvm);
  return found ? invoke(found.owner, found.method, object, [], jvm) : object;
}

/** Classes that the stream knows nothing of: `readObjectNoData`. */
export function withoutData(
  chain: readonly JavaClass[],
  streamed: readonly StreamClass[],
  object: Unfinished,
  jvm: Jvm,
): void {
  for (const owner of chain) {
    if (owner.stream || streamed.some(({ name }) => name === owner.name)) continue;
    const method = hook(owner, 'readObjectNoData', '()V');
    if (method) invoke(owner, method, object as JavaObject, [], jvm);
  }
}
