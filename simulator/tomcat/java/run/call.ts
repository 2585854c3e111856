import { own } from '../../../core/own.ts';
import { ABSTRACT, type JavaClass, type JavaMethod, STATIC } from '../class.ts';
import type { Expression } from '../code.ts';
import { classNamed, lineage } from '../jdk/classes.ts';
import { classNameOf, type JavaArray, type JavaEnum, type JavaLambda, type JavaValue, stringOf } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { execute } from './execute.ts';
import { type Frame, newFrame } from './frame.ts';
import { choose, deeper, invoke } from './invoke.ts';
import { hostOf, type Jvm, raise } from './jvm.ts';
import { libraryCall } from './library/methods.ts';
import { libraryStatic } from './library/static.ts';
import { around, classMeant, fieldsOf } from './places.ts';
import { staticsOf } from './statics.ts';

type Call = Expression & { kind: 'call' };

/** Calls a method. */
export function call(expression: Call, frame: Frame): JavaValue {
  const { on, name } = expression;
  const values = () => expression.arguments.map((one) => evaluate(one, frame));
  if (expression.super !== undefined) return superCall(name, values(), frame);
  if (!on) return here(name, values(), frame);
  const meant = classMeant(on, frame);
  if (meant !== undefined) return staticCall(meant, name, values(), frame);
  const value = evaluate(on, frame);
  return callOn(value, name, values(), frame.jvm);
}

/** A method of an object. @throws Thrown NullPointerException for null, NoSuchMethodError for what the lab does not know. */
function callOn(value: JavaValue, name: string, values: readonly JavaValue[], jvm: Jvm): JavaValue {
  if (value === null) return raise('java.lang.NullPointerException');
  const host = hostOf(value);
  if (host) return host.call(name, values);
  const own = methodOf(value, name, values, jvm);
  if (own) return invoke(own.owner, own.method, value, values, jvm);
  if (typeof value === 'object' && value.type === 'lambda') return callLambda(value, values, jvm);
  if (typeof value === 'object' && value.type === 'enum') return enumCall(value, name, values, jvm);
  return libraryCall(value, name, values, jvm);
}

/** The method of the webapp's classes that a call reaches, the nearest class first. */
export function methodOf(
  value: JavaValue,
  name: string,
  values: readonly JavaValue[],
  jvm: Jvm,
): { owner: JavaClass; method: JavaMethod } | undefined {
  if (value === null || typeof value !== 'object' || (value.type !== 'object' && value.type !== 'enum'))
    return undefined;
  const from = value.type === 'enum' ? bodyOf(value, jvm) : value.class;
  return findMethod(from, name, values, jvm);
}

/** The class of an enum constant that has a body of its own. */
function bodyOf({ class: name, constant }: JavaEnum, jvm: Jvm): string {
  return own(classNamed(name, jvm.classes)?.bodies ?? {}, constant) ?? name;
}

function findMethod(
  from: string,
  name: string,
  values: readonly JavaValue[],
  jvm: Jvm,
): { owner: JavaClass; method: JavaMethod } | undefined {
  const chain = lineage(from, jvm.classes);
  for (const owner of chain) {
    if (owner.stream) break;
    const method = choose(
      owner.methods.filter((one) => one.name === name && one.body),
      values,
      jvm,
    );
    if (method) return { owner, method };
  }
  for (const owner of chain) {
    for (const above of owner.interfaces) {
      const found = findDefault(above, name, values, jvm);
      if (found) return found;
    }
  }
  return undefined;
}

function findDefault(
  from: string,
  name: string,
  values: readonly JavaValue[],
  jvm: Jvm,
): { owner: JavaClass; method: JavaMethod } | undefined {
  const owner = classNamed(from, jvm.classes);
  if (!owner || owner.stream) return undefined;
  const method = choose(
    owner.methods.filter((one) => one.name === name && (one.modifiers & ABSTRACT) === 0 && one.body),
    values,
    jvm,
  );
  if (method) return { owner, method };
  for (const above of owner.interfaces) {
    const found = findDefault(above, name, values, jvm);
    if (found) return found;
  }
  return undefined;
}

/** A method without anything before it: of this class, or of one around it. */
function here(name: string, values: readonly JavaValue[], frame: Frame): JavaValue {
  const { jvm } = frame;
  let { self } = frame;
  for (let owner: JavaClass | undefined = frame.owner; owner; owner = around(owner, frame)) {
    const virtual = self === undefined || self === null ? undefined : methodOf(self, name, values, jvm);
    const found = virtual ?? findMethod(owner.name, name, values, jvm);
    if (found) return invoke(found.owner, found.method, self, values, jvm);
    if (self !== undefined && self !== null && inheritsFromJdk(owner, jvm)) return callOn(self, name, values, jvm);
    self = fieldsOf(self, frame)?.['this$0'];
  }
  if (name === 'getClass' && frame.self !== undefined) return callOn(frame.self, name, values, jvm);
  if (frame.owner.kind === 'enum') return staticCall(frame.owner.name, name, values, frame);
  if (frame.self !== undefined) return callOn(frame.self, name, values, jvm);
  return raise('java.lang.NoSuchMethodError', name);
}

const inheritsFromJdk = ({ name }: JavaClass, jvm: Jvm) =>
  lineage(name, jvm.classes).some(
    (one) => one.stream && one.name !== 'java.lang.Object' && one.name !== 'java.lang.Record',
  );

function superCall(name: string, values: readonly JavaValue[], frame: Frame): JavaValue {
  const { owner, self = null, jvm } = frame;
  const found = owner.superclass === undefined ? undefined : findMethod(owner.superclass, name, values, jvm);
  if (found) return invoke(found.owner, found.method, self, values, jvm);
  return self === null ? raise('java.lang.NullPointerException') : libraryCall(self, name, values, jvm);
}

function staticCall(name: string, method: string, values: readonly JavaValue[], frame: Frame): JavaValue {
  const definition = classNamed(name, frame.jvm.classes);
  if (!definition || definition.stream) return libraryStatic(name, method, values, frame.jvm);
  staticsOf(definition, frame.jvm);
  const found = findMethod(name, method, values, frame.jvm);
  if (found)
    return invoke(
      found.owner,
      found.method,
      (found.method.modifiers & STATIC) !== 0 ? undefined : frame.self,
      values,
      frame.jvm,
    );
  if (definition.kind === 'enum') return enumStatic(definition, method, values);
  return raise('java.lang.NoSuchMethodError', `${name}.${method}`);
}

function enumStatic(
  { name, constants = [] }: JavaClass,
  method: string,
  [text = null]: readonly JavaValue[],
): JavaValue {
  const all = constants.map((constant): JavaEnum => ({ type: 'enum', class: name, constant }));
  if (method === 'values') return { type: 'array', class: `[L${name};`, items: all };
  if (method !== 'valueOf') return raise('java.lang.NoSuchMethodError', `${name}.${method}`);
  const found = all.find(({ constant }) => constant === stringOf(text));
  return (
    found ??
    raise('java.lang.IllegalArgumentException', `No enum constant ${name.replaceAll('$', '.')}.${stringOf(text)}`)
  );
}

function enumCall(value: JavaEnum, name: string, [other = null]: readonly JavaValue[], jvm: Jvm): JavaValue {
  const { constants = [] } = classNamed(value.class, jvm.classes) ?? {};
  const ordinal = (one: JavaValue) => constants.indexOf((one as JavaEnum).constant);
  switch (name) {
    case 'name':
      return { type: 'string', value: value.constant, interned: true };
    case 'ordinal':
      return ordinal(value);
    case 'compareTo':
      return ordinal(value) - ordinal(other);
    case 'getDeclaringClass':
      return { type: 'class', class: value.class };
    default:
      return libraryCall(value, name, [other], jvm);
  }
}

/** Runs a lambda, whatever the method of its interface is called. */
function callLambda(lambda: JavaLambda, values: readonly JavaValue[], jvm: Jvm): JavaValue {
  const owner = classNamed(lambda.home, jvm.classes);
  const code = owner?.lambdas?.[lambda.index];
  if (!owner || !code) return raise('java.lang.NoClassDefFoundError', lambda.home);
  const frame = newFrame(jvm, owner, lambda.scope['this']);
  for (const [name, value] of Object.entries(lambda.scope))
    if (name !== 'this') frame.variables.set(name, { value, descriptor: undefined });
  for (const [index, name] of code.parameters.entries())
    frame.variables.set(name, { value: values[index] ?? null, descriptor: undefined });
  // A method reference takes all that it is given.
  frame.variables.set('arguments', {
    value: { type: 'array', class: '[Ljava.lang.Object;', items: values } as JavaArray,
    descriptor: undefined,
  });
  const ended = deeper(jvm, () => execute({ kind: 'block', body: code.body }, frame));
  return ended?.kind === 'return' ? ended.value : null;
}

/** Calls what implements an interface of one method: a lambda, or an object with such a method. */
export function callFunction(value: JavaValue, method: string, values: readonly JavaValue[], jvm: Jvm): JavaValue {
  return callOn(value, method, values, jvm);
}

/** `getClass()` of a value. */
export const classOf = (value: Exclude<JavaValue, null>): JavaValue => ({ type: 'class', class: classNameOf(value) });
