import { classNamed, isSubclass } from '../jdk/classes.ts';
import { classNameOf, type JavaObject, type JavaValue, javaHash, stringOf } from '../value.ts';
import { methodOf } from './call.ts';
import { isNumber, numberText } from './convert.ts';
import { invoke } from './invoke.ts';
import { hostOf, type Jvm } from './jvm.ts';
import { entriesOf, isCollection, isMap, itemsOf } from './library/collection.ts';
import { timeText } from './library/time-text.ts';

/** `String.valueOf(value)`: its `toString()`. */
export function textOf(value: JavaValue, jvm: Jvm): string {
  if (value === null) return 'null';
  const text = stringOf(value);
  if (text !== undefined) return text;
  if (typeof value === 'number' || isNumber(value)) return numberText(value);
  if (typeof value !== 'object') return String(value);
  const host = hostOf(value);
  if (host) return `${host.class}@0`;
  switch (value.type) {
    case 'object':
    case 'enum':
      return objectText(value, jvm);
    case 'class':
      return `${classNamed(value.class, jvm.classes)?.kind === 'interface' ? 'interface' : 'class'} ${value.class}`;
    default:
      return identityText(value);
  }
}

function objectText(value: Extract<JavaValue, { type: 'object' | 'enum' }>, jvm: Jvm): string {
  const own = methodOf(value, 'toString', [], jvm);
  if (own) {
    const shown = invoke(own.owner, own.method, value, [], jvm);
    return shown === null ? 'null' : (stringOf(shown) ?? '');
  }
  if (value.type === 'enum') return value.constant;
  if (classNamed(value.class, jvm.classes)?.kind === 'record') return recordText(value, jvm);
  return libraryText(value, jvm) ?? identityText(value);
}

function recordText(value: JavaObject, jvm: Jvm): string {
  const parts = (classNamed(value.class, jvm.classes)?.components ?? []).map(
    (name) => `${name}=${textOf(value.fields[name] ?? null, jvm)}`,
  );
  return `${value.class.slice(value.class.search(/[^.$]*$/))}[${parts.join(', ')}]`;
}

/** What the JDK's own classes say. */
function libraryText(value: JavaObject, jvm: Jvm): string | undefined {
  const self = (one: JavaValue) => (one === value ? '(this Collection)' : textOf(one, jvm));
  if (isMap(value, jvm))
    return `{${entriesOf(value)
      .map(([key, item]) => `${self(key)}=${self(item)}`)
      .join(', ')}}`;
  if (isCollection(value, jvm)) return `[${itemsOf(value, jvm).map(self).join(', ')}]`;
  const { fields } = value;
  if (isSubclass(value.class, 'java.lang.Throwable', jvm.classes)) {
    const message = fields['detailMessage'] ?? null;
    return message === null ? value.class : `${value.class}: ${textOf(message, jvm)}`;
  }
  if (value.class === 'java.math.BigInteger') return String(fields['#value'] ?? '0');
  if (value.class === 'java.math.BigDecimal')
    return decimalText(fields['intVal'] ?? null, Number(fields['scale'] ?? 0));
  if (fields['#text'] !== undefined) return String(fields['#text']);
  if (value.class === 'java.util.Optional')
    return fields['value'] === null ? 'Optional.empty' : `Optional[${textOf(fields['value'] ?? null, jvm)}]`;
  if (value.class === 'java.lang.Thread') return `Thread[${textOf(fields['name'] ?? null, jvm)},5,main]`;
  if (value.class.startsWith('java.util.concurrent.atomic.')) return textOf(fields['value'] ?? null, jvm);
  if (value.class === 'java.io.File') return textOf(fields['path'] ?? null, jvm);
  if (/Entry$|Node$/.test(value.class) && fields['key'] !== undefined)
    return `${textOf(fields['key'], jvm)}=${textOf(fields['value'] ?? null, jvm)}`;
  return timeText(value);
}

/** BigDecimal.toString() as far as it needs no exponent. */
function decimalText(digits: JavaValue, scale: number): string {
  const text =
    digits !== null && typeof digits === 'object' && digits.type === 'object'
      ? String(digits.fields['#value'] ?? '0')
      : '0';
  if (scale <= 0) return text;
  const [sign, size] = text.startsWith('-') ? ['-', text.slice(1)] : ['', text];
  const padded = size.padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** `Object.toString()`: the number differs from run to run in reality; here it follows from the class's name. */
const identityText = (value: Exclude<JavaValue, null>) =>
  `${classNameOf(value)}@${(javaHash(classNameOf(value)) >>> 0).toString(16)}`;

/** `==` of two references. */
export function same(a: JavaValue, b: JavaValue): boolean {
  if (a === b) return typeof a !== 'string';
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (a.type === 'string' && b.type === 'string')
    return a.interned === true && b.interned === true && a.value === b.value;
  if (a.type === 'enum' && b.type === 'enum') return a.class === b.class && a.constant === b.constant;
  return a.type === 'class' && b.type === 'class' && a.class === b.class;
}

/** `a.equals(b)`. */
export function equal(a: JavaValue, b: JavaValue, jvm: Jvm): boolean {
  if (a === null || b === null) return a === b;
  const [x, y] = [stringOf(a), stringOf(b)];
  if (x !== undefined || y !== undefined) return x === y;
  if (isNumber(a) && isNumber(b)) return a.type === b.type && a.value === b.value;
  const own = typeof a === 'object' ? methodOf(a, 'equals', [b], jvm) : undefined;
  if (own) return invoke(own.owner, own.method, a, [b], jvm) === true;
  if (typeof a === 'object' && typeof b === 'object' && a.type === 'object' && b.type === 'object')
    return equalObjects(a, b, jvm);
  return same(a, b);
}

function equalObjects(a: JavaObject, b: JavaObject, jvm: Jvm): boolean {
  if (a === b) return true;
  if (isMap(a, jvm) && isMap(b, jvm)) {
    const others = entriesOf(b);
    return (
      entriesOf(a).length === others.length &&
      entriesOf(a).every(([key, value]) => others.some(([k, v]) => equal(key, k, jvm) && equal(value, v, jvm)))
    );
  }
  if (isCollection(a, jvm) && isCollection(b, jvm)) {
    const [held, others] = [itemsOf(a, jvm), itemsOf(b, jvm)];
    return held.length === others.length && held.every((item, i) => equal(item, others[i] ?? null, jvm));
  }
  const record = classNamed(a.class, jvm.classes)?.kind === 'record';
  const valued = record || /^java\.(time|math|util\.(Date|UUID|Optional))/.test(a.class);
  if (!valued || a.class !== b.class) return false;
  return Object.entries(a.fields).every(([name, value]) => equal(value, b.fields[name] ?? null, jvm));
}
