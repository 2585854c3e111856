import { enumTypeOf } from '../../jdk/collections.ts';
import { immutableOf } from '../../jdk/immutable.ts';
import { classNameOf, type JavaEnum, type JavaObject, type JavaValue } from '../../value.ts';
import { numberOf } from '../convert.ts';
import { type Jvm, raise } from '../jvm.ts';
import { equal, textOf } from '../text.ts';
import { entriesOf, itemsOf } from './collection.ts';
import { hashCode } from './methods.ts';
import { comparing, setItems } from './ordering.ts';
import { object, type Static, shownText, spread, text } from './static-parts.ts';

const listClass = (item: JavaValue) =>
  item !== null &&
  typeof item === 'object' &&
  item.type === 'object' &&
  (item.class === 'java.util.ArrayList' || item.class.endsWith('$ArrayList') || item.class === 'java.util.Vector');
const wrapped =
  (kind: string, inside: 'c' | 'm'): Static =>
  ([of = null]) => {
    if (of === null) return raise('java.lang.NullPointerException');
    const random = kind.endsWith('List') && listClass(of);
    const name = `java.util.Collections$${random ? kind.replace('List', 'RandomAccessList') : kind}`;
    const made = object(name, { [inside]: of });
    const own = made.fields as Record<string, JavaValue>;
    if (kind.endsWith('List')) own['list'] = of;
    if (kind.startsWith('Synchronized')) own['mutex'] = made;
    return made;
  };

const immutable =
  (tag: number): Static =>
  (values, jvm) => {
    const items = tag === 3 ? values : spread(values);
    if (items.includes(null)) raise('java.lang.NullPointerException');
    if (tag === 2 || tag === 3) {
      const keys = tag === 2 ? items : items.filter((_, i) => i % 2 === 0);
      const twice = keys.find((key, i) => keys.findIndex((one) => equal(one, key, jvm)) < i);
      if (twice !== undefined)
        raise(
          'java.lang.IllegalArgumentException',
          `duplicate ${tag === 2 ? 'element' : 'key'}: ${textOf(twice, jvm)}`,
        );
    }
    return immutableOf(tag, items);
  };

const enumSet = (values: readonly JavaValue[]): JavaValue => {
  const [first] = values as JavaEnum[];
  const held = [...new Map((values as JavaEnum[]).map((one) => [one.constant, one])).values()];
  return {
    type: 'object',
    class: 'java.util.RegularEnumSet',
    fields: { elementType: first ? enumTypeOf(first) : null },
    items: held,
  };
};

const copyOf =
  (tag: number): Static =>
  ([of = null], jvm) =>
    immutableOf(tag, tag === 3 ? entriesOf(of).flat() : itemsOf(of, jvm));

/** Arrays.asList keeps the array that its arguments come in: of their class, if they have one class. */
const asList: Static = (values) => {
  const items = spread(values);
  const names = new Set(items.map((item) => (item === null ? 'java.lang.Object' : classNameOf(item))));
  const [name = 'java.lang.Object'] = names;
  const component = names.size === 1 ? name : 'java.lang.Object';
  return object('java.util.Arrays$ArrayList', { a: { type: 'array', class: `[L${component};`, items } });
};

function uuid(value: string): JavaValue {
  const parts = value.split('-');
  if (parts.length !== 5 || !/^[\da-fA-F-]+$/.test(value))
    return raise('java.lang.IllegalArgumentException', `Invalid UUID string: ${value}`);
  const [a = '', b = '', c = '', d = '', e = ''] = parts;
  const half = (digits: string): JavaValue => ({
    type: 'long',
    value: BigInt.asIntN(64, BigInt(`0x${digits}`)).toString(),
  });
  const most = half(a.padStart(8, '0') + b.padStart(4, '0') + c.padStart(4, '0'));
  return object('java.util.UUID', { mostSigBits: most, leastSigBits: half(d.padStart(4, '0') + e.padStart(12, '0')) });
}

/** Static methods of java.util, by class and name. */
export const utilStatics: Readonly<Record<string, Readonly<Record<string, Static>>>> = {
  'java.util.Arrays': {
    asList,
    toString: ([array = null]: readonly JavaValue[], jvm: Jvm) =>
      text(
        `[${(array !== null && typeof array === 'object' && array.type === 'array' ? array.items : []).map((one) => textOf(one, jvm)).join(', ')}]`,
      ),
    fill: () => null,
  },
  'java.util.List': { of: immutable(1), copyOf: copyOf(1) },
  'java.util.Set': { of: immutable(2), copyOf: copyOf(2) },
  'java.util.Map': {
    of: immutable(3),
    copyOf: copyOf(3),
    entry: ([key = null, value = null]) => object('java.util.KeyValueHolder', { key, value }),
    ofEntries: (values) =>
      immutableOf(
        3,
        values.flatMap((one) => {
          const { key = null, value = null } = (one as JavaObject).fields;
          return [key, value];
        }),
      ),
  },
  'java.util.Collections': {
    emptyList: () => object('java.util.Collections$EmptyList'),
    emptyMap: () => object('java.util.Collections$EmptyMap'),
    emptySet: () => object('java.util.Collections$EmptySet'),
    singletonList: ([element = null]) => object('java.util.Collections$SingletonList', { element }),
    singleton: ([element = null]) => object('java.util.Collections$SingletonSet', { element }),
    singletonMap: ([k = null, v = null]) => object('java.util.Collections$SingletonMap', { k, v }),
    unmodifiableList: wrapped('UnmodifiableList', 'c'),
    unmodifiableSet: wrapped('UnmodifiableSet', 'c'),
    unmodifiableCollection: wrapped('UnmodifiableCollection', 'c'),
    unmodifiableMap: wrapped('UnmodifiableMap', 'm'),
    synchronizedList: wrapped('SynchronizedList', 'c'),
    synchronizedSet: wrapped('SynchronizedSet', 'c'),
    synchronizedCollection: wrapped('SynchronizedCollection', 'c'),
    synchronizedMap: wrapped('SynchronizedMap', 'm'),
    reverseOrder: () => object('java.util.Collections$ReverseComparator'),
    nCopies: ([n = 0, element = null]) => object('java.util.Collections$CopiesList', { n, element }),
    sort: ([list = null, comparator = null], jvm) => {
      setItems(list as JavaObject, [...itemsOf(list, jvm)].sort(comparing(comparator, jvm)), jvm);
      return null;
    },
    addAll: ([list = null, ...others], jvm) => {
      setItems(list as JavaObject, [...itemsOf(list, jvm), ...others], jvm);
      return true;
    },
  },
  'java.util.Objects': {
    equals: ([a = null, b = null], jvm) => equal(a, b, jvm),
    hash: (values, jvm) =>
      values.reduce<number>((hash, one) => (Math.imul(31, hash) + numberOf(hashCode(one, jvm))) | 0, 1),
    hashCode: ([value = null], jvm) => (value === null ? 0 : hashCode(value, jvm)),
    toString: shownText,
    requireNonNull: ([value = null, message = null], jvm) =>
      value ?? raise('java.lang.NullPointerException', message === null ? undefined : textOf(message, jvm)),
    isNull: ([value = null]) => value === null,
    nonNull: ([value = null]) => value !== null,
  },
  'java.util.Optional': {
    of: ([value = null]) => object('java.util.Optional', { value }),
    ofNullable: ([value = null]) => object('java.util.Optional', { value }),
    empty: () => object('java.util.Optional', { value: null }),
  },
  'java.util.OptionalInt': { of: ([value = null]) => object('java.util.OptionalInt', { value }) },
  'java.util.UUID': {
    fromString: ([value = null], jvm) => uuid(textOf(value, jvm)),
    randomUUID: () => uuid('6f1d8f0c-5f0e-4c7b-9a57-0f5f4f8d1c2a'),
  },
  'java.util.EnumSet': { of: enumSet },
  'java.util.stream.Stream': {
    of: (values) => ({
      type: 'object',
      class: 'java.util.stream.ReferencePipeline$Head',
      fields: {},
      items: [...values],
    }),
  },
  'java.util.Locale': {},
};
