import { own } from '../../../../core/own.ts';
import { classNamed, isSubclass } from '../../jdk/classes.ts';
import { hashOf } from '../../jdk/hashing.ts';
import { classNameOf, type JavaObject, type JavaValue, stringOf } from '../../value.ts';
import { callFunction, classOf, methodOf } from '../call.ts';
import { isNumber, numberOf, toType } from '../convert.ts';
import { invoke } from '../invoke.ts';
import { type Jvm, raise } from '../jvm.ts';
import { equal, textOf } from '../text.ts';
import { isCollection, isMap, itemsOf, listOf } from './collection.ts';
import { collectionCall } from './collection-methods.ts';
import { mapCall } from './map-methods.ts';
import { stringCall } from './string.ts';

const text = (value: string): JavaValue => ({ type: 'string', value });

/** A method of the JDK's classes. @throws Thrown NoSuchMethodError for one that the lab does not know */
export function libraryCall(
  value: Exclude<JavaValue, null>,
  name: string,
  values: readonly JavaValue[],
  jvm: Jvm,
): JavaValue {
  const string = stringOf(value);
  const ways: readonly (() => JavaValue | undefined)[] = [
    () => (string === undefined ? undefined : stringCall(string, name, values, jvm)),
    () => (typeof value === 'object' && value.type === 'object' ? objectCall(value, name, values, jvm) : undefined),
    () => boxCall(value, name, values),
    () => commonCall(value, name, values, jvm),
  ];
  for (const way of ways) {
    const found = way();
    if (found !== undefined) return found;
  }
  return raise('java.lang.NoSuchMethodError', `${classNameOf(value)}.${name}`);
}

/** Methods of Object. */
function commonCall(
  value: Exclude<JavaValue, null>,
  name: string,
  [first = null]: readonly JavaValue[],
  jvm: Jvm,
): JavaValue | undefined {
  switch (name) {
    case 'toString':
      return text(textOf(value, jvm));
    case 'equals':
      return equal(value, first, jvm);
    case 'hashCode':
      return hashCode(value, jvm);
    case 'getClass':
      return classOf(value);
    case 'getName':
      return value !== null && typeof value === 'object' && value.type === 'class' ? text(value.class) : undefined;
    case 'getSimpleName':
      return typeof value === 'object' && value.type === 'class' ? text(value.class.replace(/.*[.$]/, '')) : undefined;
    case 'clone':
      if (typeof value === 'object' && value.type === 'array') return { ...value, items: [...value.items] };
      return typeof value === 'object' && value.type === 'object' ? { ...value, fields: { ...value.fields } } : value;
    default:
      return undefined;
  }
}

/** `hashCode()`, the webapp's own where there is one. */
export function hashCode(value: JavaValue, jvm: Jvm): JavaValue {
  const own = methodOf(value, 'hashCode', [], jvm);
  return own ? invoke(own.owner, own.method, value, [], jvm) : hashOf(value, jvm);
}

const casts: Readonly<Record<string, string>> = {
  intValue: 'I',
  longValue: 'J',
  shortValue: 'S',
  byteValue: 'B',
  charValue: 'C',
  floatValue: 'F',
  doubleValue: 'D',
};

function boxCall(value: JavaValue, name: string, [other = null]: readonly JavaValue[]): JavaValue | undefined {
  if (typeof value === 'boolean') return name === 'booleanValue' ? value : undefined;
  if (typeof value !== 'number' && !isNumber(value)) return undefined;
  const to = own(casts, name);
  if (to !== undefined) return toType(value, to);
  return name === 'compareTo' ? Math.sign(numberOf(value) - numberOf(other)) : undefined;
}

function objectCall(value: JavaObject, name: string, values: readonly JavaValue[], jvm: Jvm): JavaValue | undefined {
  if (isMap(value, jvm)) return mapCall(value, name, values, jvm);
  if (isCollection(value, jvm)) return collectionCall(value, name, values, jvm);
  if (isSubclass(value.class, 'java.lang.Throwable', jvm.classes)) return throwableCall(value, name, values, jvm);
  if (value.fields['#next'] !== undefined) return iteratorCall(value, name);
  if (value.class.startsWith('java.util.stream.')) return streamCall(value, name, values, jvm);
  if (/^java\.lang\.StringBu/.test(value.class)) return builderCall(value, name, values, jvm);
  if (classNamed(value.class, jvm.classes)?.components?.includes(name) && values.length === 0)
    return value.fields[name] ?? null;
  return plainCall(value, name, values, jvm);
}

function throwableCall(
  { fields }: JavaObject,
  name: string,
  [first = null]: readonly JavaValue[],
  jvm: Jvm,
): JavaValue | undefined {
  switch (name) {
    case 'getMessage':
    case 'getLocalizedMessage':
      return fields['detailMessage'] ?? null;
    case 'getCause':
      return fields['cause'] ?? null;
    case 'initCause':
      (fields as Record<string, JavaValue>)['cause'] = first;
      return null;
    case 'addSuppressed':
    case 'printStackTrace':
    case 'fillInStackTrace':
    case 'setStackTrace':
      return null;
    default:
      return commonCall({ type: 'object', class: 'java.lang.Throwable', fields }, name, [first], jvm);
  }
}

function iteratorCall(value: JavaObject, name: string): JavaValue | undefined {
  const fields = value.fields as Record<string, JavaValue>;
  const next = Number(fields['#next']);
  const items = value.items ?? [];
  if (name === 'hasNext') return next < items.length;
  if (name !== 'next') return undefined;
  if (next >= items.length) return raise('java.util.NoSuchElementException');
  fields['#next'] = next + 1;
  return items[next] ?? null;
}

function streamCall(value: JavaObject, name: string, values: readonly JavaValue[], jvm: Jvm): JavaValue | undefined {
  const items = itemsOf(value, jvm);
  const [first = null] = values;
  const again = (held: readonly JavaValue[]): JavaValue => ({ ...value, items: held });
  switch (name) {
    case 'map':
    case 'mapToInt':
      return again(items.map((item) => callFunction(first, 'apply', [item], jvm)));
    case 'filter':
      return again(items.filter((item) => callFunction(first, 'test', [item], jvm) === true));
    case 'toList':
    case 'collect':
      return listOf(items);
    case 'forEach':
      for (const item of items) callFunction(first, 'accept', [item], jvm);
      return null;
    case 'count':
      return { type: 'long', value: String(items.length) };
    case 'sum':
      return items.reduce<number>((sum, item) => sum + numberOf(item), 0);
    default:
      return undefined;
  }
}

function builderCall(
  value: JavaObject,
  name: string,
  [first = null, second = null]: readonly JavaValue[],
  jvm: Jvm,
): JavaValue | undefined {
  const fields = value.fields as Record<string, JavaValue>;
  const now = String(fields['#text'] ?? '');
  const become = (next: string) => {
    fields['#text'] = next;
    let capacity = Number(fields['#capacity'] ?? 16);
    if (next.length > capacity) capacity = Math.max(capacity * 2 + 2, next.length);
    fields['#capacity'] = capacity;
    return value;
  };
  switch (name) {
    case 'append':
      return become(now + textOf(first, jvm));
    case 'insert':
      return become(now.slice(0, numberOf(first)) + textOf(second, jvm) + now.slice(numberOf(first)));
    case 'reverse':
      return become([...now].reverse().join(''));
    case 'setLength':
      become(now.slice(0, numberOf(first)));
      return null;
    case 'length':
      return now.length;
    default:
      return stringCall(now, name, [first, second], jvm);
  }
}

/** Getters and the like of small classes. */
function plainCall(
  value: JavaObject,
  name: string,
  [first = null]: readonly JavaValue[],
  jvm: Jvm,
): JavaValue | undefined {
  const fields = value.fields as Record<string, JavaValue>;
  const add = (by: number) => {
    const before = fields['value'] ?? 0;
    fields['value'] = isNumber(before)
      ? toType({ type: 'long', value: (BigInt(before.value) + BigInt(by)).toString() }, 'J')
      : numberOf(before) + by;
    return [before, fields['value']] as const;
  };
  switch (name) {
    case 'getTime':
      return fields['#time'] ?? undefined;
    case 'get':
      return value.class === 'java.util.concurrent.atomic.AtomicBoolean' ? fields['value'] === 1 : fields['value'];
    case 'intValue':
      return fields['value'];
    case 'isPresent':
      return fields['value'] !== null;
    case 'orElse':
      return fields['value'] ?? first;
    case 'set':
      fields['value'] = first;
      return null;
    case 'incrementAndGet':
      return add(1)[1];
    case 'getAndIncrement':
      return add(1)[0];
    case 'addAndGet':
      return add(numberOf(first))[1];
    case 'getKey':
      return fields['key'];
    case 'getValue':
      return fields['value'];
    case 'getPath':
      return fields['path'];
    case 'lock':
    case 'unlock':
    case 'start':
    case 'join':
      return null;
    default:
      return value.class.startsWith('java.util.function.') ? callFunction(value, name, [first], jvm) : undefined;
  }
}
