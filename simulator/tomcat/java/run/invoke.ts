import { own, put } from '../../../core/own.ts';
import { isPrimitive, type JavaClass, type JavaMethod, nameOfDescriptor, parametersOf, STATIC } from '../class.ts';
import { classNamed, isSubclass, lineage } from '../jdk/classes.ts';
import type { Unfinished } from '../jdk/codecs.ts';
import { classNameOf, type JavaObject, type JavaValue } from '../value.ts';
import { coerce, defaultOf, isNumber } from './convert.ts';
import { execute } from './execute.ts';
import { type Frame, newFrame } from './frame.ts';
import { hostOf, type Jvm, raise } from './jvm.ts';
import { initialize } from './library/construct.ts';
import { slotOf } from './slots.ts';

/** Calls within calls that a thread's stack bears. */
const DEEPEST = 400;

/** Runs a method with these values; null for `void`. */
export function invoke(
  owner: JavaClass,
  method: JavaMethod,
  self: JavaValue | undefined,
  values: readonly JavaValue[],
  jvm: Jvm,
): JavaValue {
  if (!method.body) return raise('java.lang.AbstractMethodError', `${owner.name}.${method.name}${method.descriptor}`);
  const frame = newFrame(jvm, owner, (method.modifiers & STATIC) !== 0 ? undefined : self);
  bindParameters(frame, method, values);
  const result = deeper(jvm, () => execute({ kind: 'block', body: method.body ?? [] }, frame));
  const value = result?.kind === 'return' ? result.value : null;
  return coerceResult(value, method.descriptor.slice(method.descriptor.indexOf(')') + 1));
}

const coerceResult = (value: JavaValue, descriptor: string) => (descriptor === 'V' ? null : coerce(value, descriptor));

/** @throws Thrown StackOverflowError when calls nest too deeply. */
export function deeper<T>(jvm: Jvm, run: () => T): T {
  if (jvm.depth >= DEEPEST) raise('java.lang.StackOverflowError');
  jvm.depth++;
  try {
    return run();
  } finally {
    jvm.depth--;
  }
}

function bindParameters(frame: Frame, method: JavaMethod, values: readonly JavaValue[]) {
  const descriptors = parametersOf(method.descriptor);
  const captured = method.captures;
  const before = captured?.outer ? 1 : 0;
  const given = method.varargs
    ? gathered(values, descriptors[method.parameters.length - 1 + before] ?? '', method.parameters.length)
    : values;
  for (const [index, name] of method.parameters.entries()) {
    const descriptor = descriptors[index + before];
    frame.variables.set(name, { value: coerce(given[index] ?? null, descriptor), descriptor });
  }
}

/** Arguments of a method that takes any number of them: the last ones become an array. */
function gathered(values: readonly JavaValue[], descriptor: string, count: number): JavaValue[] {
  const last = values[count - 1];
  const isArray = last !== null && last !== undefined && typeof last === 'object' && last.type === 'array';
  if (values.length === count && (isArray || last === null)) return [...values];
  const items = values.slice(count - 1).map((value) => coerce(value, descriptor.slice(1)));
  return [...values.slice(0, count - 1), { type: 'array', class: descriptor.replaceAll('/', '.'), items }];
}

/** What a `new` of an inner, local or anonymous class hands over besides its arguments. */
export interface Captured {
  outer?: JavaValue;
  variables?: Readonly<Record<string, JavaValue>>;
}

/** `new`: all fields at their defaults, then the constructor. */
export function construct(name: string, values: readonly JavaValue[], jvm: Jvm, captured: Captured = {}): JavaValue {
  const definition = classNamed(name, jvm.classes);
  if (!definition) return raise('java.lang.NoClassDefFoundError', name.replaceAll('.', '/'));
  const object: Unfinished = { type: 'object', class: name, fields: {} };
  fillDefaults(object, name, jvm);
  if (captured.outer !== undefined) object.fields['this$0'] = captured.outer;
  for (const [variable, value] of Object.entries(captured.variables ?? {})) object.fields[`val$${variable}`] = value;
  if (definition.stream) return initialize(name, object as JavaObject, values, jvm);
  runConstructor(object as JavaObject, definition, values, jvm);
  return object as JavaObject;
}

/** Every field that the object has, at 0, false or null. */
export function fillDefaults(object: Unfinished, name: string, jvm: Jvm): void {
  for (const owner of lineage(name, jvm.classes).reverse()) {
    for (const { name: field, modifiers, descriptor } of owner.fields)
      if ((modifiers & STATIC) === 0) put(object.fields, slotOf(owner.name, field, jvm.classes), defaultOf(descriptor));
  }
}

/** A constructor of this class, on an object of it or of a class below. */
export function runConstructor(object: JavaObject, owner: JavaClass, values: readonly JavaValue[], jvm: Jvm): void {
  const method = choose(
    owner.methods.filter(({ name }) => name === '<init>'),
    values,
    jvm,
  );
  if (!method) return raise('java.lang.NoSuchMethodError', `${owner.name}.<init>`);
  const frame = newFrame(jvm, owner, object);
  bindParameters(frame, method, values);
  const body = method.body ?? [];
  const [first] = body;
  deeper(jvm, () => {
    if (first?.kind === 'constructor' && first.of === 'this') {
      execute(first, frame);
    } else {
      if (first?.kind === 'constructor') execute(first, frame);
      else superConstructor(object, owner, [], jvm);
      const fresh = newFrame(jvm, owner, object);
      for (const statement of owner.initializers ?? []) execute(statement, fresh);
    }
    execute({ kind: 'block', body: first?.kind === 'constructor' ? body.slice(1) : body }, frame);
    if (method.compact)
      for (const name of method.parameters)
        put(object.fields as Record<string, JavaValue>, name, frame.variables.get(name)?.value ?? null);
  });
}

/** The constructor above, with these values. */
export function superConstructor(object: JavaObject, owner: JavaClass, values: readonly JavaValue[], jvm: Jvm): void {
  const above = owner.superclass === undefined ? undefined : classNamed(owner.superclass, jvm.classes);
  if (!above || above.name === 'java.lang.Object' || owner.kind === 'record' || owner.kind === 'enum') return;
  if (above.stream) initialize(above.name, object, values, jvm);
  else runConstructor(object, above, values, jvm);
}

/** The method that fits the values best: by number, then by their classes. */
export function choose(methods: readonly JavaMethod[], values: readonly JavaValue[], jvm: Jvm): JavaMethod | undefined {
  let best: JavaMethod | undefined;
  let score = -1;
  for (const method of methods) {
    const fit = fits(method, values, jvm);
    if (fit > score) [best, score] = [method, fit];
  }
  return best;
}

function fits(method: JavaMethod, values: readonly JavaValue[], jvm: Jvm): number {
  const descriptors = parametersOf(method.descriptor).slice(
    method.captures?.outer ? 1 : 0,
    (method.captures?.outer ? 1 : 0) + method.parameters.length,
  );
  if (method.varargs) return values.length >= descriptors.length - 1 ? 0 : -1;
  if (values.length !== descriptors.length) return -1;
  let total = 1;
  for (const [index, descriptor] of descriptors.entries()) {
    const fit = suits(values[index] ?? null, descriptor, jvm);
    if (fit < 0) return -1;
    total += fit;
  }
  return total;
}

/** 3: exactly; 2: by widening; 1: by boxing, or as an object of a class above; -1: not at all. */
function suits(value: JavaValue, descriptor: string, jvm: Jvm): number {
  if (value === null || hostOf(value)) return isPrimitive(descriptor) ? -1 : 1;
  const name = classNameOf(value);
  const primitive = own(unboxed, name);
  if (isPrimitive(descriptor)) {
    if (primitive === undefined) return -1;
    if (primitive === descriptor) return 3;
    return isNumber(value) || typeof value === 'number'
      ? order.indexOf(descriptor) > order.indexOf(primitive)
        ? 2
        : -1
      : -1;
  }
  const wanted = nameOfDescriptor(descriptor);
  if (name === wanted) return primitive === undefined ? 3 : 2;
  if (wanted === 'java.lang.Object') return 0;
  return typeof value === 'object' && value.type === 'lambda' ? 1 : isSubclass(name, wanted, jvm.classes) ? 1 : -1;
}

const order = 'BSCIJFD';
const unboxed: Readonly<Record<string, string>> = {
  'java.lang.Integer': 'I',
  'java.lang.Long': 'J',
  'java.lang.Boolean': 'Z',
  'java.lang.Byte': 'B',
  'java.lang.Short': 'S',
  'java.lang.Character': 'C',
  'java.lang.Float': 'F',
  'java.lang.Double': 'D',
};
