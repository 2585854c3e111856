import { nameOfDescriptor } from '../class.ts';
import type { Catch, Statement } from '../code.ts';
import { isSubclass } from '../jdk/classes.ts';
import { classNameOf, type JavaArray, type JavaObject, type JavaValue } from '../value.ts';
import { coerce, defaultOf } from './convert.ts';
import { constructorCall, evaluate, setField } from './evaluate.ts';
import { type Frame, inner, step } from './frame.ts';
import { isA, raise, Thrown } from './jvm.ts';
import { itemsOf } from './library/collection.ts';
import { equal } from './text.ts';

/** How a statement ended, other than by coming to its end. */
export type Completion =
  | { kind: 'return'; value: JavaValue }
  | { kind: 'break' | 'continue'; label?: string }
  | undefined;

/** Runs a statement. */
export function execute(statement: Statement, frame: Frame): Completion {
  step(frame.jvm);
  switch (statement.kind) {
    case 'block':
      return sequence(statement.body, inner(frame));
    case 'local': {
      const { name, descriptor, value } = statement;
      const given = value ? evaluate(value, frame) : defaultOf(descriptor ?? 'L');
      frame.variables.set(name, { value: coerce(given, value ? descriptor : undefined), descriptor });
      return undefined;
    }
    case 'expression':
      evaluate(statement.value, frame);
      return undefined;
    case 'field':
      setField(frame.owner, frame.self, statement.name, statement.value, frame);
      return undefined;
    case 'if':
      if (evaluate(statement.test, frame) === true) return execute(statement.consequent, frame);
      return statement.alternate ? execute(statement.alternate, frame) : undefined;
    case 'while':
    case 'for':
      return loop(statement, frame);
    case 'foreach':
      return forEach(statement, frame);
    case 'return':
      return { kind: 'return', value: statement.value ? evaluate(statement.value, frame) : null };
    case 'throw':
      return toss(evaluate(statement.value, frame));
    case 'try':
      return attempt(statement, frame);
    case 'switch':
      return choose(statement, frame);
    case 'break':
    case 'continue':
      return statement.label === undefined
        ? { kind: statement.kind }
        : { kind: statement.kind, label: statement.label };
    case 'label': {
      const ended = execute(statement.body, frame);
      return ended?.kind === 'break' && ended.label === statement.label ? undefined : ended;
    }
    case 'constructor':
      constructorCall(statement, frame);
      return undefined;
  }
}

function sequence(body: readonly Statement[], frame: Frame): Completion {
  for (const statement of body) {
    const ended = execute(statement, frame);
    if (ended) return ended;
  }
  return undefined;
}

function loop(statement: Statement & { kind: 'while' | 'for' }, outside: Frame): Completion {
  const frame = inner(outside);
  if (statement.kind === 'for') sequence(statement.first, frame);
  const after = statement.kind === 'while' && statement.after === true;
  const goesOn = () => statement.test === undefined || evaluate(statement.test, frame) === true;
  for (let first = true; (first && after) || goesOn(); first = false) {
    step(frame.jvm);
    const ended = execute(statement.body, frame);
    if (ended && !(ended.kind === 'continue' && ended.label === undefined)) return leave(ended);
    if (statement.kind === 'for') sequence(statement.each, frame);
  }
  return undefined;
}

const leave = (ended: Completion): Completion =>
  ended?.kind === 'break' && ended.label === undefined ? undefined : ended;

function forEach(statement: Statement & { kind: 'foreach' }, outside: Frame): Completion {
  const of = evaluate(statement.of, outside);
  const items =
    of !== null && typeof of === 'object' && of.type === 'array' ? (of as JavaArray).items : itemsOf(of, outside.jvm);
  for (const item of [...items]) {
    const frame = inner(outside);
    frame.variables.set(statement.name, {
      value: coerce(item, statement.descriptor),
      descriptor: statement.descriptor,
    });
    const ended = execute(statement.body, frame);
    if (ended && !(ended.kind === 'continue' && ended.label === undefined)) return leave(ended);
  }
  return undefined;
}

function toss(value: JavaValue): never {
  if (value === null) raise('java.lang.NullPointerException');
  throw new Thrown(value as JavaObject);
}

function attempt(statement: Statement & { kind: 'try' }, outside: Frame): Completion {
  const frame = inner(outside);
  let ended: Completion;
  try {
    sequence(statement.resources, frame);
    ended = execute(statement.body, frame);
  } catch (error) {
    if (!(error instanceof Thrown)) throw error;
    const found = statement.catches.find(({ classes }) =>
      classes.some((name) => isA(error.exception, name, frame.jvm)),
    );
    if (!found) {
      const instead = statement.finally && execute(statement.finally, outside);
      if (instead) return instead;
      throw error;
    }
    ended = caught(found, error.exception, statement, outside);
  }
  return (statement.finally && execute(statement.finally, outside)) ?? ended;
}

function caught(
  { name, body }: Catch,
  exception: JavaObject,
  statement: Statement & { kind: 'try' },
  outside: Frame,
): Completion {
  const frame = inner(outside);
  frame.variables.set(name, { value: exception, descriptor: undefined });
  try {
    return execute(body, frame);
  } catch (error) {
    if (error instanceof Thrown && statement.finally) {
      const instead = execute(statement.finally, outside);
      if (instead) return instead;
    }
    throw error;
  }
}

function choose(statement: Statement & { kind: 'switch' }, outside: Frame): Completion {
  const frame = inner(outside);
  const of = evaluate(statement.of, frame);
  if (of === null) raise('java.lang.NullPointerException');
  const matches = (one: (typeof statement.body)[number]) =>
    one.kind === 'case' &&
    one.values !== 'default' &&
    one.values.some((value) =>
      value.kind === 'name' && typeof of === 'object' && of.type === 'enum'
        ? of.constant === value.name
        : equal(evaluate(value, frame), of, frame.jvm),
    );
  let at = statement.body.findIndex(matches);
  if (at < 0) at = statement.body.findIndex((one) => one.kind === 'case' && one.values === 'default');
  if (at < 0) return undefined;
  const body = statement.body.slice(at).filter((one): one is Statement => one.kind !== 'case');
  return leave(sequence(body, frame));
}

/** Whether a value is of a type, for `instanceof` and casts. */
export function isOfType(value: JavaValue, descriptor: string, frame: Frame): boolean {
  if (value === null) return false;
  const wanted = nameOfDescriptor(descriptor);
  if (typeof value === 'object' && value.type === 'lambda')
    return (
      wanted === 'java.lang.Object' || value.interfaces.some((name) => isSubclass(name, wanted, frame.jvm.classes))
    );
  return isSubclass(classNameOf(value), wanted, frame.jvm.classes);
}
