import { own, put } from '../../../core/own.ts';
import { type JavaClass, STATIC } from '../class.ts';
import type { Expression } from '../code.ts';
import { classNamed } from '../jdk/classes.ts';
import { classNameOf, type JavaArray, type JavaValue } from '../value.ts';
import { coerce, numberOf } from './convert.ts';
import { evaluate } from './evaluate.ts';
import { type Frame, variable } from './frame.ts';
import { raise } from './jvm.ts';
import { libraryField } from './library/static.ts';
import { findField, slotOf } from './slots.ts';
import { constantFields, setStatic, staticField, staticsOf } from './statics.ts';

/** Something that can be read and set: a variable, a field, an item. */
export interface Place {
  get(): JavaValue;
  set(value: JavaValue): JavaValue;
}

/** Where a simple name that is no local variable lives. */
export function placeOf(name: string, frame: Frame): Place | undefined {
  let self = frame.self;
  for (let owner: JavaClass | undefined = frame.owner; owner; ) {
    const found = findField(owner.name, name, frame.jvm.classes);
    if (found) return fieldPlace(found.owner, name, self, frame);
    const taken = fieldsOf(self, frame)?.[`val$${name}`];
    if (taken !== undefined) return { get: () => taken, set: (value) => value };
    self = fieldsOf(self, frame)?.['this$0'];
    owner = around(owner, frame);
  }
  return undefined;
}

/** The class in whose source a class stands. */
export function around({ name }: JavaClass, { jvm }: Frame): JavaClass | undefined {
  const dollar = name.lastIndexOf('$');
  return dollar < 0 ? undefined : classNamed(name.slice(0, dollar), jvm.classes);
}

/** The fields of an object, which may be an enum constant. */
export function fieldsOf(value: JavaValue | undefined, { jvm }: Frame): Record<string, JavaValue> | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (value.type === 'object') return value.fields as Record<string, JavaValue>;
  if (value.type !== 'enum') return undefined;
  const definition = classNamed(value.class, jvm.classes);
  if (definition) staticsOf(definition, jvm);
  return constantFields(value.class, value.constant, [], jvm);
}

/** The field of this class, on this object if it is not static. */
export function fieldPlace(owner: JavaClass, name: string, self: JavaValue | undefined, frame: Frame): Place {
  const field = owner.fields.find((one) => one.name === name);
  if (((field?.modifiers ?? 0) & STATIC) !== 0)
    return { get: () => staticField(owner, name, frame.jvm), set: (value) => setStatic(owner, name, value, frame.jvm) };
  const fields = fieldsOf(self, frame);
  if (!fields) return raise('java.lang.NullPointerException');
  const slot = slotOf(owner.name, name, frame.jvm.classes);
  return {
    get: () => own(fields, slot) ?? null,
    set: (value) => {
      const kept = coerce(value, field?.descriptor);
      put(fields, slot, kept);
      return kept;
    },
  };
}

/** Where the field of an object or class lives. */
export function memberPlace({ of, name }: Expression & { kind: 'field' }, frame: Frame): Place {
  const named = classMeant(of, frame);
  if (named !== undefined) {
    const definition = classNamed(named, frame.jvm.classes);
    const found = findField(named, name, frame.jvm.classes);
    if (found && !found.owner.stream) return fieldPlace(found.owner, name, undefined, frame);
    if (definition?.kind === 'enum' && definition.stream)
      return constant({ type: 'enum', class: named, constant: name });
    return constant(libraryField(named, name));
  }
  const value = evaluate(of, frame);
  if (value === null) return raise('java.lang.NullPointerException');
  if (name === 'length' && typeof value === 'object' && value.type === 'array') return constant(value.items.length);
  const found = findField(fieldClass(of, value, frame), name, frame.jvm.classes);
  if (!found) return raise('java.lang.NoSuchFieldError', name);
  return fieldPlace(found.owner, name, value, frame);
}

/** `super.x` and fields that hide each other aside, the object's own class decides. */
const fieldClass = (of: Expression, value: Exclude<JavaValue, null>, frame: Frame) =>
  of.kind === 'this' && of.of === undefined ? frame.owner.name : classNameOf(value);

const constant = (value: JavaValue): Place => ({ get: () => value, set: () => raise('java.lang.IllegalAccessError') });

/** The class that an expression names, if it names one. */
export function classMeant(of: Expression, frame: Frame): string | undefined {
  if (of.kind === 'class') return of.name;
  const path = pathOf(of);
  const [first = ''] = path?.split('.') ?? [];
  if (path === undefined || variable(frame, first) || placeOf(first, frame)) return undefined;
  return namedClass(path, frame);
}

function pathOf(of: Expression): string | undefined {
  if (of.kind === 'name') return of.name;
  if (of.kind !== 'field') return undefined;
  const before = pathOf(of.of);
  return before === undefined ? undefined : `${before}.${of.name}`;
}

/** A class by the name that the source uses for it. */
function namedClass(path: string, { owner, jvm }: Frame): string | undefined {
  const known = (owner.names && own(owner.names, path)) ?? (classNamed(path, jvm.classes) ? path : undefined);
  if (known !== undefined) return known;
  const dot = path.lastIndexOf('.');
  if (dot < 0) return undefined;
  const outer = namedClass(path.slice(0, dot), { owner, jvm } as Frame);
  const name = `${outer ?? path.slice(0, dot)}$${path.slice(dot + 1)}`;
  return outer !== undefined && classNamed(name, jvm.classes) ? name : undefined;
}

/** An array and the place in it that an expression means. @throws Thrown ArrayIndexOutOfBoundsException */
export function arrayAt({ of, index }: Expression & { kind: 'item' }, frame: Frame): [array: JavaArray, at: number] {
  const array = evaluate(of, frame);
  const at = numberOf(evaluate(index, frame));
  if (array === null || typeof array !== 'object' || array.type !== 'array')
    return raise('java.lang.NullPointerException');
  const { length } = array.items;
  if (at < 0 || at >= length)
    raise('java.lang.ArrayIndexOutOfBoundsException', `Index ${at} out of bounds for length ${length}`);
  return [array, at];
}

/** Sets what an expression stands for. */
export function store(target: Expression, frame: Frame): Place {
  switch (target.kind) {
    case 'name': {
      const local = variable(frame, target.name);
      if (!local) return placeOf(target.name, frame) ?? raise('java.lang.NoSuchFieldError', target.name);
      return {
        get: () => local.value,
        set: (value) => {
          local.value = coerce(value, local.descriptor);
          return local.value;
        },
      };
    }
    case 'field':
      return memberPlace(target, frame);
    case 'item': {
      const [array, at] = arrayAt(target, frame);
      const items = array.items as JavaValue[];
      return {
        get: () => items[at] ?? null,
        set: (value) => {
          const kept = coerce(value, array.class.length === 2 ? array.class.slice(1) : undefined);
          items[at] = kept;
          return kept;
        },
      };
    }
    default:
      return raise('java.lang.UnsupportedOperationException');
  }
}
