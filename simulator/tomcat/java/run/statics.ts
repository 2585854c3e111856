import { own, put } from '../../../core/own.ts';
import { type JavaClass, STATIC } from '../class.ts';
import { classNamed } from '../jdk/classes.ts';
import type { JavaObject, JavaValue } from '../value.ts';
import { coerce, defaultOf } from './convert.ts';
import { evaluate } from './evaluate.ts';
import { newFrame } from './frame.ts';
import { fillDefaults, invoke, runConstructor } from './invoke.ts';
import { exceptionOf, isA, type Jvm, Thrown } from './jvm.ts';

/** The static fields of a class, initialised at its first use. */
export function staticsOf(definition: JavaClass, jvm: Jvm): Record<string, JavaValue> {
  const known = jvm.statics.get(definition.name);
  if (known) return known;
  const made: Record<string, JavaValue> = {};
  jvm.statics.set(definition.name, made);
  const frame = newFrame(jvm, definition, undefined);
  for (const { name, modifiers, descriptor, initial } of definition.fields)
    if ((modifiers & STATIC) !== 0)
      put(made, name, initial ? coerce(evaluate(initial, frame), descriptor) : defaultOf(descriptor));
  for (const constant of definition.constants ?? [])
    put(made, constant, { type: 'enum', class: definition.name, constant });
  for (const [constant, given] of Object.entries(definition.constantArguments ?? {}))
    constantFields(
      definition.name,
      constant,
      given.map((one) => evaluate(one, frame)),
      jvm,
    );
  const above = definition.superclass === undefined ? undefined : classNamed(definition.superclass, jvm.classes);
  if (above && !above.stream) staticsOf(above, jvm);
  initialize(definition, jvm);
  return made;
}

function initialize(definition: JavaClass, jvm: Jvm) {
  const initializer = definition.methods.find(({ name }) => name === '<clinit>');
  if (!initializer?.body) return;
  try {
    invoke(definition, initializer, undefined, [], jvm);
  } catch (error) {
    if (!(error instanceof Thrown) || isA(error.exception, 'java.lang.Error', jvm)) throw error;
    throw new Thrown(exceptionOf('java.lang.ExceptionInInitializerError', undefined, error.exception));
  }
}

export const staticField = (owner: JavaClass, name: string, jvm: Jvm): JavaValue =>
  own(staticsOf(owner, jvm), name) ?? null;

export function setStatic(owner: JavaClass, name: string, value: JavaValue, jvm: Jvm): JavaValue {
  const { descriptor } = owner.fields.find((field) => field.name === name) ?? {};
  const kept = coerce(value, descriptor);
  put(staticsOf(owner, jvm), name, kept);
  return kept;
}

/** The fields of an enum constant; they are made with the first use of the constant. */
export function constantFields(
  name: string,
  constant: string,
  values: readonly JavaValue[],
  jvm: Jvm,
): Record<string, JavaValue> {
  const key = `${name}.${constant}`;
  const known = jvm.constants.get(key);
  if (known) return known;
  const object: JavaObject & { fields: Record<string, JavaValue> } = { type: 'object', class: name, fields: {} };
  jvm.constants.set(key, object.fields);
  const definition = classNamed(name, jvm.classes);
  if (!definition || definition.stream) return object.fields;
  fillDefaults(object, name, jvm);
  runConstructor(object, definition, values, jvm);
  return object.fields;
}
