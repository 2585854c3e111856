import { own } from '../../../../core/own.ts';
import { isSubclass } from '../../jdk/classes.ts';
import { newSync } from '../../jdk/collections.ts';
import { tableSizeFor } from '../../jdk/hashing.ts';
import { type JavaObject, type JavaValue, stringOf } from '../../value.ts';
import { isNumber, numberOf, toType } from '../convert.ts';
import { type Jvm, raise } from '../jvm.ts';
import { textOf } from '../text.ts';
import { entriesOf, itemsOf } from './collection.ts';
import { setEntries, setItems } from './ordering.ts';

type Mutable = { -readonly [K in keyof JavaObject]: K extends 'fields' ? Record<string, JavaValue> : JavaObject[K] };

/**
 * A constructor of the JDK, on a new object of its class or of one below it. Most give back the object; those of
 * String and the boxes give back a value. @throws Thrown what the JDK throws for such arguments
 */
export function initialize(name: string, object: JavaObject, values: readonly JavaValue[], jvm: Jvm): JavaValue {
  const mutable = object as Mutable;
  const value = valueOf(name, values, jvm);
  if (value !== undefined) return value;
  if (isSubclass(name, 'java.lang.Throwable', jvm.classes)) throwable(mutable, name, values, jvm);
  else if (isSubclass(name, 'java.util.Map', jvm.classes)) map(mutable, name, values, jvm);
  else if (isSubclass(name, 'java.util.Collection', jvm.classes)) collection(mutable, name, values, jvm);
  else own(others, name)?.(mutable, values, jvm);
  return object;
}

function valueOf(name: string, [first = null]: readonly JavaValue[], jvm: Jvm): JavaValue | undefined {
  if (name === 'java.lang.String') return { type: 'string', value: first === null ? '' : textOf(first, jvm) };
  const descriptor = own(boxes, name);
  if (descriptor === undefined) return undefined;
  if (descriptor === 'Z') return first === true;
  const text = stringOf(first);
  return toType(text === undefined ? first : { type: 'double', value: text }, descriptor);
}

const boxes: Readonly<Record<string, string>> = {
  'java.lang.Integer': 'I',
  'java.lang.Long': 'J',
  'java.lang.Short': 'S',
  'java.lang.Byte': 'B',
  'java.lang.Character': 'C',
  'java.lang.Float': 'F',
  'java.lang.Double': 'D',
  'java.lang.Boolean': 'Z',
};

/** The classes whose message comes first, and whose constructors say more than it. */
function throwable(object: Mutable, name: string, [first = null, second = null]: readonly JavaValue[], jvm: Jvm) {
  const isCause = (value: JavaValue) => typeof value === 'object' && value !== null && value.type === 'object';
  const { fields } = object;
  if (name === 'java.io.InvalidClassException' && second !== null) {
    fields['detailMessage'] = { type: 'string', value: `${textOf(first, jvm)}; ${textOf(second, jvm)}` };
    return;
  }
  if (isCause(first)) {
    fields['detailMessage'] = { type: 'string', value: textOf(first, jvm) };
    fields['cause'] = first;
    return;
  }
  fields['detailMessage'] =
    first === null || stringOf(first) !== undefined ? first : { type: 'string', value: textOf(first, jvm) };
  fields['cause'] = isCause(second) ? second : null;
}

function map(object: Mutable, name: string, [first = null]: readonly JavaValue[], jvm: Jvm) {
  object.entries = [];
  const from = typeof first === 'object' && first !== null && first.type === 'object' ? first : undefined;
  if (name === 'java.util.EnumMap') object.fields['keyType'] = first;
  if (isSubclass(name, 'java.util.HashMap', jvm.classes)) {
    if (typeof first === 'number') object.fields['#capacity'] = tableSizeFor(Math.max(1, first));
    const size = from ? entriesOf(from).length : 0;
    if (size > 0) object.fields['#capacity'] = tableSizeFor(Math.floor(size / 0.75 + 1));
  }
  if (!from) return;
  if (isSubclass(from.class, 'java.util.Map', jvm.classes)) setEntries(object as JavaObject, entriesOf(from), jvm);
  else object.fields['comparator'] = from;
}

function collection(object: Mutable, name: string, [first = null]: readonly JavaValue[], jvm: Jvm) {
  object.items = [];
  const hashed = isSubclass(name, 'java.util.HashSet', jvm.classes);
  if (hashed && typeof first === 'number') object.fields['#capacity'] = tableSizeFor(Math.max(1, first));
  if (typeof first === 'number' && first < 0) raise('java.lang.IllegalArgumentException', `Illegal Capacity: ${first}`);
  if (typeof first !== 'object' || first === null) return;
  if (first.type !== 'object' || !isSubclass(first.class, 'java.util.Collection', jvm.classes)) {
    object.fields['comparator'] = first;
    return;
  }
  const items = itemsOf(first, jvm);
  if (hashed) object.fields['#capacity'] = tableSizeFor(Math.max(Math.floor(items.length / 0.75) + 1, 16));
  setItems(object as JavaObject, isSubclass(name, 'java.util.Set', jvm.classes) ? distinct(items, jvm) : items, jvm);
}

const distinct = (items: readonly JavaValue[], jvm: Jvm) => {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = textOf(item, jvm);
    return !seen.has(key) && seen.add(key);
  });
};

const others: Readonly<Record<string, (object: Mutable, values: readonly JavaValue[], jvm: Jvm) => void>> = {
  'java.util.Date': ({ fields }, [time = null]) => {
    fields['#time'] = time === null ? { type: 'long', value: '0' } : toType(time, 'J');
  },
  'java.lang.StringBuilder': builder,
  'java.lang.StringBuffer': builder,
  'java.lang.Thread': ({ fields }, values) => {
    fields['name'] = values.find((value) => stringOf(value) !== undefined) ?? { type: 'string', value: 'Thread-0' };
  },
  'java.math.BigDecimal': ({ fields }, [value = null], jvm) => decimal(fields, textOf(value, jvm)),
  'java.math.BigInteger': ({ fields }, [value = null], jvm) => {
    fields['#value'] = textOf(value, jvm);
  },
  'java.util.UUID': ({ fields }, [most = null, least = null]) => {
    fields['mostSigBits'] = most;
    fields['leastSigBits'] = least;
  },
  'java.io.File': ({ fields }, [path = null]) => {
    fields['path'] = path;
  },
  'java.util.concurrent.atomic.AtomicInteger': atomic(0),
  'java.util.concurrent.atomic.AtomicLong': atomic({ type: 'long', value: '0' }),
  'java.util.concurrent.atomic.AtomicReference': atomic(null),
  'java.util.concurrent.atomic.AtomicBoolean': ({ fields }, [value = null]) => {
    fields['value'] = value === true ? 1 : 0;
  },
  'java.util.concurrent.locks.ReentrantLock': ({ fields }) => {
    fields['sync'] = newSync();
  },
  'java.util.AbstractMap$SimpleEntry': entry,
  'java.util.AbstractMap$SimpleImmutableEntry': entry,
  'java.lang.ref.WeakReference': ({ fields }, [value = null]) => {
    fields['referent'] = value;
  },
};

function atomic(otherwise: JavaValue) {
  return ({ fields }: Mutable, [value = otherwise]: readonly JavaValue[]) => {
    fields['value'] = isNumber(otherwise) ? toType(value, 'J') : value;
  };
}

function entry({ fields }: Mutable, [key = null, value = null]: readonly JavaValue[]) {
  fields['key'] = key;
  fields['value'] = value;
}

function builder({ fields }: Mutable, [first = null]: readonly JavaValue[], jvm: Jvm) {
  const text = first === null || typeof first === 'number' ? '' : textOf(first, jvm);
  fields['#text'] = text;
  fields['#capacity'] = typeof first === 'number' ? numberOf(first) : text.length + 16;
}

/** A BigDecimal keeps its digits as a BigInteger, and how many of them stand after the point. */
export function decimal(fields: Record<string, JavaValue>, text: string): void {
  const [, sign = '', whole = '', fraction = ''] =
    /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? raise('java.lang.NumberFormatException');
  const digits = BigInt(`${whole}${fraction}` || '0');
  const value = sign === '-' ? -digits : digits;
  fields['intVal'] = {
    type: 'object',
    class: 'java.math.BigInteger',
    fields: { '#value': value.toString() },
  };
  fields['scale'] = fraction.length;
}
