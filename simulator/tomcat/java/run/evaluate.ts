import { type JavaClass, nameOfDescriptor } from '../class.ts';
import type { Expression, Statement } from '../code.ts';
import { classNamed, jdkClass, lineage } from '../jdk/classes.ts';
import { classNameOf, type JavaLambda, type JavaObject, type JavaValue, stringOf } from '../value.ts';
import { call } from './call.ts';
import { coerce, defaultOf, isNumeric, numberOf, toType } from './convert.ts';
import { isOfType } from './execute.ts';
import { type Frame, step, variable } from './frame.ts';
import { type Captured, construct, runConstructor, superConstructor } from './invoke.ts';
import { raise } from './jvm.ts';
import { binary, unary } from './operators.ts';
import { around, arrayAt, fieldPlace, fieldsOf, memberPlace, placeOf, store } from './places.ts';
import { staticsOf } from './statics.ts';
import { textOf } from './text.ts';

/** The value of an expression. */
export function evaluate(expression: Expression, frame: Frame): JavaValue {
  step(frame.jvm);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name':
      return nameValue(expression.name, frame);
    case 'class':
      return raise('java.lang.NoSuchFieldError', expression.name);
    case 'class-literal':
      return { type: 'class', class: expression.name };
    case 'this':
      return expression.of === undefined ? (frame.self ?? null) : outerOf(expression.of, frame);
    case 'field':
      return fieldValue(expression, frame);
    case 'item':
      return itemOf(expression, frame);
    case 'call':
      return call(expression, frame);
    case 'new':
      return newObject(expression, frame);
    case 'array':
      return newArray(expression, frame);
    case 'lambda':
      return lambda(expression.index, frame);
    case 'assign':
      return assign(expression, frame);
    case 'update':
      return update(expression, frame);
    case 'binary':
      return binary(expression, frame);
    case 'unary':
      return unary(expression.operator, evaluate(expression.of, frame));
    case 'if':
      return evaluate(evaluate(expression.test, frame) === true ? expression.consequent : expression.alternate, frame);
    case 'cast':
      return cast(expression, frame);
    case 'instanceof':
      return instanceOf(expression, frame);
    case 'unknown':
      return raise('java.lang.UnsupportedOperationException', expression.text);
  }
}

/** A variable; a field here, taken along, or of an object around; a static field of a class around. */
function nameValue(name: string, frame: Frame): JavaValue {
  const local = variable(frame, name);
  if (local) return local.value;
  const place = placeOf(name, frame);
  return place ? place.get() : raise('java.lang.NoSuchFieldError', name);
}

/** An initialiser: of the field of this very class. */
export function setField(
  owner: JavaClass,
  self: JavaValue | undefined,
  name: string,
  value: Expression,
  frame: Frame,
): void {
  fieldPlace(owner, name, self, frame).set(evaluate(value, frame));
}

function fieldValue(expression: Expression & { kind: 'field' }, frame: Frame): JavaValue {
  const place = memberPlace(expression, frame);
  return place.get();
}

/** `Outer.this`. */
function outerOf(name: string, frame: Frame): JavaValue {
  let self: JavaValue | undefined = frame.self;
  let owner: JavaClass | undefined = frame.owner;
  while (owner && owner.name !== name) {
    self = fieldsOf(self, frame)?.['this$0'];
    owner = around(owner, frame);
  }
  return self ?? null;
}

function itemOf(expression: Expression & { kind: 'item' }, frame: Frame): JavaValue {
  const [{ items }, at] = arrayAt(expression, frame);
  return items[at] ?? null;
}

/** The longest array that the lab makes. */
const LONGEST_ARRAY = 100_000;

function newArray(expression: Expression & { kind: 'array' }, frame: Frame): JavaValue {
  const { descriptor, sizes, items } = expression;
  const component = descriptor.slice(1);
  if (items) {
    const values = items.map((item) => coerce(evaluate(item, frame), component));
    return { type: 'array', class: nameOfDescriptor(descriptor), items: values };
  }
  const counts = (sizes ?? []).map((size) => numberOf(evaluate(size, frame)));
  if (counts.every((count) => count >= 0) && counts.reduce((all, count) => all * count, 1) > LONGEST_ARRAY)
    raise('java.lang.OutOfMemoryError', 'Java heap space');
  return emptyArray(descriptor, counts);
}

function emptyArray(descriptor: string, [count = 0, ...others]: readonly number[]): JavaValue {
  if (count < 0) raise('java.lang.NegativeArraySizeException', String(count));
  if (count > LONGEST_ARRAY) raise('java.lang.OutOfMemoryError', 'Java heap space');
  const component = descriptor.slice(1);
  const items = Array.from({ length: count }, () =>
    others.length > 0 ? emptyArray(component, others) : defaultOf(component),
  );
  return { type: 'array', class: nameOfDescriptor(descriptor), items };
}

function newObject(expression: Expression & { kind: 'new' }, frame: Frame): JavaValue {
  const { class: name, arguments: values, outer, captures } = expression;
  const definition = classNamed(name, frame.jvm.classes);
  const captured: Captured = {};
  if (definition?.outer !== undefined)
    captured.outer = outer ? evaluate(outer, frame) : outerFor(definition.outer, frame);
  if (captures) {
    const taken = captures.flatMap((one) => {
      const local = variable(frame, one);
      return local ? [[one, local.value] as const] : [];
    });
    captured.variables = Object.fromEntries(taken);
  }
  const given = values.map((value) => evaluate(value, frame));
  if (definition && !definition.stream) staticsOf(definition, frame.jvm);
  return construct(name, given, frame.jvm, captured);
}

/** The nearest object around that is of the wanted class. */
function outerFor(wanted: string, frame: Frame): JavaValue {
  let self: JavaValue | undefined = frame.self;
  for (let i = 0; i < 20 && self !== undefined && self !== null; i++) {
    if (lineage(classNameOf(self), frame.jvm.classes).some(({ name }) => name === wanted)) return self;
    self = fieldsOf(self, frame)?.['this$0'];
  }
  return frame.self ?? null;
}

function lambda(index: number, frame: Frame): JavaLambda {
  const { owner, self } = frame;
  const code = owner.lambdas?.[index];
  const scope: Record<string, JavaValue> = {};
  for (let next: Frame | undefined = frame; next; next = next.around)
    for (const [name, { value }] of next.variables) if (code?.captures.includes(name)) scope[name] ??= value;
  if (self !== undefined && !code?.method.static) scope['this'] = self;
  return {
    type: 'lambda',
    class: `${owner.name}$$Lambda$${index + 1}/0x${(0x800c00000 + index * 0x218).toString(16).padStart(16, '0')}`,
    interfaces: code?.interfaces ?? [],
    home: owner.name,
    index,
    scope,
  };
}

function assign({ operator, target, value }: Expression & { kind: 'assign' }, frame: Frame): JavaValue {
  const place = store(target, frame);
  if (operator === '=') return place.set(evaluate(value, frame));
  const before = place.get();
  const after = binary({ kind: 'binary', operator, left: { kind: 'literal', value: before }, right: value }, frame);
  return place.set(sameType(before, after));
}

/** A compound assignment casts back to the type of its left side. */
function sameType(before: JavaValue, after: JavaValue): JavaValue {
  if (!isNumeric(after) || before === null || stringOf(before) !== undefined || !isNumeric(before)) return after;
  return typeof before === 'number'
    ? toType(after, 'I')
    : toType(after, descriptors[(before as { type: string }).type] ?? 'I');
}

const descriptors: Readonly<Record<string, string>> = {
  byte: 'B',
  char: 'C',
  short: 'S',
  long: 'J',
  float: 'F',
  double: 'D',
};

function update({ operator, prefix, target }: Expression & { kind: 'update' }, frame: Frame): JavaValue {
  const place = store(target, frame);
  const before = place.get();
  const by: Expression = { kind: 'literal', value: 1 };
  const left: Expression = { kind: 'literal', value: before };
  const after = binary({ kind: 'binary', operator: operator === '++' ? '+' : '-', left, right: by }, frame);
  const kept = place.set(sameType(before, after));
  return prefix ? kept : before;
}

function cast({ descriptor, of }: Expression & { kind: 'cast' }, frame: Frame): JavaValue {
  const value = evaluate(of, frame);
  if (descriptor.length === 1) return descriptor === 'Z' ? coerce(value, 'Z') : toType(value, descriptor);
  if (value === null || isOfType(value, descriptor, frame)) return value;
  const wanted = nameOfDescriptor(descriptor);
  if (!classNamed(wanted, frame.jvm.classes) && !wanted.startsWith('[')) return value;
  const moduleOf = (name: string) =>
    jdkClass(name) ? "module java.base of loader 'bootstrap'" : "unnamed module of loader 'app'";
  const have = classNameOf(value);
  const modules =
    moduleOf(have) === moduleOf(wanted)
      ? `${have} and ${wanted} are in ${moduleOf(have)}`
      : `${have} is in ${moduleOf(have)}; ${wanted} is in ${moduleOf(wanted)}`;
  return raise('java.lang.ClassCastException', `class ${have} cannot be cast to class ${wanted} (${modules})`);
}

function instanceOf({ of, descriptor, binding }: Expression & { kind: 'instanceof' }, frame: Frame): JavaValue {
  const value = evaluate(of, frame);
  const result = isOfType(value, descriptor, frame);
  if (result && binding !== undefined) frame.variables.set(binding, { value, descriptor });
  return result;
}

/** `this(…)` and `super(…)`. */
export function constructorCall({ of, arguments: values }: Statement & { kind: 'constructor' }, frame: Frame): void {
  const given = values.map((value) => evaluate(value, frame));
  const object = frame.self as JavaObject;
  if (of === 'this') runConstructor(object, frame.owner, given, frame.jvm);
  else superConstructor(object, frame.owner, given, frame.jvm);
}

/** What a `+` makes of a value beside a String. */
export const shown = (value: JavaValue, frame: Frame): string => textOf(value, frame.jvm);
