import { own } from '../../../../core/own.ts';
import { type JavaObject, type JavaValue, stringOf } from '../../value.ts';
import { numberOf, toType } from '../convert.ts';
import { type Jvm, raise } from '../jvm.ts';
import { textOf } from '../text.ts';
import { itemsOf } from './collection.ts';
import { decimal } from './construct.ts';
import { object, type Static, shownText, text } from './static-parts.ts';
import { utilStatics } from './static-util.ts';
import { timeStatic } from './time.ts';

/** A static method of the JDK. @throws Thrown NoSuchMethodError for one that the lab does not know */
export function libraryStatic(name: string, method: string, values: readonly JavaValue[], jvm: Jvm): JavaValue {
  const ofClass = own(statics, name);
  const found = (ofClass && own(ofClass, method)) ?? timeStatic(name, method);
  return found ? found(values, jvm) : raise('java.lang.NoSuchMethodError', `${name}.${method}`);
}

/** A static field of the JDK. */
export function libraryField(name: string, field: string): JavaValue {
  const found = own(fields, `${name}.${field}`);
  return found === undefined ? raise('java.lang.NoSuchFieldError', `${name}.${field}`) : found;
}

const fields: Readonly<Record<string, JavaValue>> = {
  'java.lang.Integer.MAX_VALUE': 2147483647,
  'java.lang.Integer.MIN_VALUE': -2147483648,
  'java.lang.Long.MAX_VALUE': { type: 'long', value: '9223372036854775807' },
  'java.lang.Long.MIN_VALUE': { type: 'long', value: '-9223372036854775808' },
  'java.lang.Boolean.TRUE': true,
  'java.lang.Boolean.FALSE': false,
  'java.lang.System.out': object('java.io.PrintStream'),
  'java.lang.System.err': object('java.io.PrintStream'),
  'java.lang.String.CASE_INSENSITIVE_ORDER': object('java.lang.String$CaseInsensitiveComparator'),
  'java.math.BigDecimal.ZERO': bigDecimal('0'),
  'java.math.BigDecimal.ONE': bigDecimal('1'),
  'java.math.BigDecimal.TEN': bigDecimal('10'),
  'java.math.BigInteger.ONE': object('java.math.BigInteger', { '#value': '1' }),
  'java.util.Collections.EMPTY_LIST': object('java.util.Collections$EmptyList'),
  'java.util.Collections.EMPTY_MAP': object('java.util.Collections$EmptyMap'),
  'java.time.ZoneOffset.UTC': object('java.time.ZoneOffset', { '#offset': 0 }),
};

function bigDecimal(value: string): JavaObject {
  const made = object('java.math.BigDecimal');
  decimal(made.fields as Record<string, JavaValue>, value);
  return made;
}

const parse =
  (descriptor: string): Static =>
  (values, jvm) => {
    const [value = null] = values;
    const given = value === null ? 'null' : textOf(value, jvm);
    const whole = 'IJSB'.includes(descriptor);
    if (whole ? !/^[+-]?\d+$/.test(given) : !Number.isFinite(Number(given)) || given.trim() === '')
      raise(
        'java.lang.NumberFormatException',
        value === null ? 'Cannot parse null string' : `For input string: "${given}"`,
      );
    return toType({ type: whole ? 'long' : 'double', value: given.replace('+', '') }, descriptor);
  };

const box =
  (descriptor: string): Static =>
  (values, jvm) => {
    const [value = null] = values;
    return stringOf(value) === undefined ? toType(value, descriptor) : parse(descriptor)(values, jvm);
  };

const max =
  (sign: 1 | -1): Static =>
  ([a = null, b = null]) =>
    (numberOf(a) - numberOf(b)) * sign >= 0 ? a : b;

const statics: Readonly<Record<string, Readonly<Record<string, Static>>>> = {
  ...utilStatics,
  'java.lang.Integer': {
    valueOf: box('I'),
    parseInt: parse('I'),
    toString: shownText,
    compare: ([a = null, b = null]) => Math.sign(numberOf(a) - numberOf(b)),
  },
  'java.lang.Long': { valueOf: box('J'), parseLong: parse('J'), toString: shownText },
  'java.lang.Short': { valueOf: box('S'), parseShort: parse('S') },
  'java.lang.Byte': { valueOf: box('B'), parseByte: parse('B') },
  'java.lang.Float': { valueOf: box('F'), parseFloat: parse('F') },
  'java.lang.Double': { valueOf: box('D'), parseDouble: parse('D') },
  'java.lang.Character': { valueOf: box('C') },
  'java.lang.Boolean': {
    valueOf: ([value = null]: readonly JavaValue[]) =>
      typeof value === 'boolean' ? value : stringOf(value)?.toLowerCase() === 'true',
    parseBoolean: ([value = null]) => stringOf(value)?.toLowerCase() === 'true',
  },
  'java.lang.String': {
    valueOf: shownText,
    join: ([separator = null, ...others], jvm) => {
      const [only = null] = others;
      const held =
        others.length === 1 && typeof only === 'object' && only?.type === 'object' ? itemsOf(only, jvm) : others;
      return text(held.map((one) => textOf(one, jvm)).join(textOf(separator, jvm)));
    },
    format: ([format = null, ...others], jvm) => {
      let next = 0;
      return text(
        textOf(format, jvm).replace(/%[sdn%]/g, (mark) =>
          mark === '%n' ? '\n' : mark === '%%' ? '%' : textOf(others[next++] ?? null, jvm),
        ),
      );
    },
  },
  'java.lang.Math': {
    max: max(1),
    min: max(-1),
    abs: ([value = null]) => (numberOf(value) < 0 && typeof value === 'number' ? -value : value),
    random: () => ({ type: 'double', value: '0.5' }),
  },
  'java.lang.System': {
    currentTimeMillis: () => ({ type: 'long', value: '1462333200000' }),
    nanoTime: () => ({ type: 'long', value: '0' }),
    getProperty: () => null,
    identityHashCode: () => 0,
  },
  'java.lang.Thread': { currentThread: () => object('java.lang.Thread', { name: text('main') }), sleep: () => null },
  'java.math.BigDecimal': {
    valueOf: ([value = null]: readonly JavaValue[], jvm: Jvm) => bigDecimal(textOf(value, jvm)),
  },
  'java.math.BigInteger': {
    valueOf: ([value = null]: readonly JavaValue[], jvm: Jvm) =>
      object('java.math.BigInteger', { '#value': textOf(value, jvm) }),
  },
  'java.util.logging.Logger': { getLogger: () => object('java.util.logging.Logger') },
  'java.util.concurrent.Executors': {
    newFixedThreadPool: () => object('java.util.concurrent.ThreadPoolExecutor'),
    newCachedThreadPool: () => object('java.util.concurrent.ThreadPoolExecutor'),
    newSingleThreadExecutor: () => object('java.util.concurrent.Executors$FinalizableDelegatedExecutorService'),
    newScheduledThreadPool: () => object('java.util.concurrent.ScheduledThreadPoolExecutor'),
  },
  'java.util.concurrent.ConcurrentHashMap': { newKeySet: () => object('java.util.concurrent.ConcurrentHashMap') },
  'java.util.regex.Pattern': {
    compile: ([pattern = null]) => object('java.util.regex.Pattern', { pattern, flags: 0 }),
  },
};
