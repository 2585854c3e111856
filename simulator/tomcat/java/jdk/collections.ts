import type { JavaEnum, JavaObject, JavaValue } from '../value.ts';
import type { Codec } from './codecs.ts';
import { hashBins, tableSizeFor } from './hashing.ts';
import { collSerCodec, immutable } from './immutable.ts';
import { entries, float, items, readEntries, readItems, times } from './parts.ts';

/** Its size, then its elements. */
const counted: Codec = {
  write(object, out) {
    out.defaults();
    out.int(items(object).length);
    for (const item of items(object)) out.object(item);
  },
  read(object, input) {
    input.defaults();
    object.items = readItems(input, input.int());
  },
};

const arrayListCodec: Codec = { ...counted, fields: (object) => ({ size: items(object).length }) };

/** A TreeMap and an EnumMap: their size, then keys and values. */
const countedMap: Codec = {
  write(object, out) {
    out.defaults();
    out.int(entries(object).length);
    for (const [key, value] of entries(object)) {
      out.object(key);
      out.object(value);
    }
  },
  read(object, input) {
    Object.assign(object.fields, input.defaults());
    object.entries = readEntries(input, input.int());
  },
};

/** Bins of a HashMap; before the first entry it has only a number of bins to come. */
const capacityOf = ({ fields }: JavaObject) => Number(fields['#capacity'] ?? 16);

function thresholdOf(object: JavaObject): number {
  const { fields } = object;
  if (fields['#table'] === true || entries(object).length > 0) return Math.floor(capacityOf(object) * 0.75);
  return fields['#capacity'] === undefined || fields['#default'] === true ? 0 : capacityOf(object);
}

const hashMapCodec: Codec = {
  fields: (object) => ({ loadFactor: float(0.75), threshold: thresholdOf(object) }),
  write(object, out) {
    out.defaults();
    out.int(capacityOf(object));
    out.int(entries(object).length);
    for (const [key, value] of entries(object)) {
      out.object(key);
      out.object(value);
    }
  },
  read(object, input, jvm) {
    input.defaults();
    input.int();
    const count = input.int();
    const held = readEntries(input, count);
    if (count === 0) return void (object.entries = []);
    object.fields['#capacity'] = tableSizeFor(Math.max(16, Math.floor(count / 0.75 + 1)));
    object.fields['#table'] = true;
    const linked = object.class === 'java.util.LinkedHashMap';
    object.entries = linked ? held : hashBins(held, ([key]) => key, capacityOf(object as JavaObject), jvm);
  },
};

const hashSetCodec: Codec = {
  write(object, out) {
    out.defaults();
    out.int(capacityOf(object));
    out.float('0.75');
    out.int(items(object).length);
    for (const item of items(object)) out.object(item);
  },
  read(object, input, jvm) {
    input.defaults();
    input.int();
    input.float();
    const count = input.int();
    object.fields['#capacity'] = tableSizeFor(Math.max(16, Math.floor(count / 0.75 + 1)));
    const held = readItems(input, count);
    const linked = object.class === 'java.util.LinkedHashSet';
    object.items = linked ? held : hashBins(held, (item) => item, capacityOf(object as JavaObject), jvm);
  },
};

const treeSetCodec: Codec = {
  write(object, out) {
    out.defaults();
    out.object(object.fields['comparator'] ?? null);
    out.int(items(object).length);
    for (const item of items(object)) out.object(item);
  },
  read(object, input) {
    input.defaults();
    object.fields['comparator'] = input.object();
    object.items = readItems(input, input.int());
  },
};

/** Hashtable, and Properties, which keeps a ConcurrentHashMap and writes what an old Hashtable would have. */
const hashtableCodec: Codec = {
  fields: (object) =>
    isProperties(object)
      ? { loadFactor: float(0.75), threshold: Math.floor(propertiesLength(entries(object).length) * 0.75) }
      : { loadFactor: float(0.75), threshold: Math.floor(hashtableSize(object) * 0.75) },
  write(object, out) {
    out.defaults();
    out.int(isProperties(object) ? propertiesLength(entries(object).length) : hashtableSize(object));
    out.int(entries(object).length);
    for (const [key, value] of entries(object)) {
      out.object(key);
      out.object(value);
    }
  },
  read(object, input) {
    input.defaults();
    input.int();
    object.entries = readEntries(input, input.int());
  },
};

const isProperties = (object: JavaObject) => object.class === 'java.util.Properties';

/** Properties.writeHashtable. */
const propertiesLength = (count: number) => {
  const length = Math.floor(count / 0.75) + Math.floor(count / 20) + 3;
  return length > count && (length & 1) === 0 ? length - 1 : length;
};

/** A Hashtable begins with 11 bins and grows to twice as many and one. */
function hashtableSize(object: JavaObject): number {
  let size = 11;
  while (entries(object).length > Math.floor(size * 0.75)) size = size * 2 + 1;
  return size;
}

const vectorCodec: Codec = {
  write(object, out) {
    let capacity = 10;
    while (capacity < items(object).length) capacity *= 2;
    const padding = new Array<JavaValue>(capacity - items(object).length).fill(null);
    out.fields({
      capacityIncrement: 0,
      elementCount: items(object).length,
      elementData: { type: 'array', class: '[Ljava.lang.Object;', items: [...items(object), ...padding] },
    });
  },
  read(object, input) {
    const { elementData = null, elementCount = 0 } = input.defaults();
    const held =
      elementData !== null && typeof elementData === 'object' && elementData.type === 'array' ? elementData.items : [];
    object.items = held.slice(0, Number(elementCount));
  },
};

/** What old versions had in a ConcurrentHashMap: sixteen locked segments. Since then it writes empty ones, for them. */
const concurrentMapCodec: Codec = {
  write(object, out) {
    const segments = Array.from(
      times(16),
      (): JavaValue => ({
        type: 'object',
        class: 'java.util.concurrent.ConcurrentHashMap$Segment',
        fields: { loadFactor: float(0.75), sync: newSync() },
      }),
    );
    const array = '[Ljava.util.concurrent.ConcurrentHashMap$Segment;';
    out.fields({ segmentMask: 15, segmentShift: 28, segments: { type: 'array', class: array, items: segments } });
    for (const [key, value] of entries(object)) {
      out.object(key);
      out.object(value);
    }
    out.object(null);
    out.object(null);
  },
  read(object, input) {
    input.defaults();
    const held: [JavaValue, JavaValue][] = [];
    for (;;) {
      const key = input.object();
      const value = input.object();
      if (key === null || value === null) break;
      held.push([key, value]);
    }
    object.entries = held;
  },
};

/** The inside of a ReentrantLock that nobody holds. */
export const newSync = (): JavaObject => ({
  type: 'object',
  class: 'java.util.concurrent.locks.ReentrantLock$NonfairSync',
  fields: { state: 0 },
});

/** A view that is written as another class, so that old versions can read it. */
const writtenAs = (name: string): Codec => ({
  replace: (object) => ({ ...object, class: name }),
});
const readAs = (name: string): Codec => ({
  resolve: (object) => {
    const { list = null } = object.fields;
    const random =
      list !== null && typeof list === 'object' && list.type === 'object' && list.class !== 'java.util.LinkedList';
    return random ? { ...object, class: name } : object;
  },
});

const enumSetCodec: Codec = {
  replace: (object) => ({
    type: 'object',
    class: 'java.util.EnumSet$SerializationProxy',
    fields: {
      elementType: object.fields['elementType'] ?? null,
      elements: { type: 'array', class: '[Ljava.lang.Enum;', items: items(object) },
    },
  }),
};

const enumProxyCodec: Codec = {
  resolve: ({ fields }) => {
    const { elements = null, elementType = null } = fields;
    const held = elements !== null && typeof elements === 'object' && elements.type === 'array' ? elements.items : [];
    return { type: 'object', class: 'java.util.RegularEnumSet', fields: { elementType }, items: held };
  },
};

/** The class of an enum constant as EnumMap and EnumSet keep it. */
export const enumTypeOf = ({ class: name }: JavaEnum): JavaValue => ({ type: 'class', class: name });

export const collectionCodecs: Readonly<Record<string, Codec>> = {
  'java.util.ArrayList': arrayListCodec,
  'java.util.LinkedList': counted,
  'java.util.ArrayDeque': counted,
  'java.util.concurrent.CopyOnWriteArrayList': counted,
  'java.util.Vector': vectorCodec,
  'java.util.HashMap': hashMapCodec,
  'java.util.HashSet': hashSetCodec,
  'java.util.TreeMap': countedMap,
  'java.util.EnumMap': countedMap,
  'java.util.TreeSet': treeSetCodec,
  'java.util.Hashtable': hashtableCodec,
  'java.util.concurrent.ConcurrentHashMap': concurrentMapCodec,
  'java.util.CollSer': collSerCodec,
  'java.util.ImmutableCollections$List12': immutable(1),
  'java.util.ImmutableCollections$ListN': immutable(1),
  'java.util.ImmutableCollections$Set12': immutable(2),
  'java.util.ImmutableCollections$SetN': immutable(2),
  'java.util.ImmutableCollections$Map1': immutable(3),
  'java.util.ImmutableCollections$MapN': immutable(3),
  'java.util.Collections$UnmodifiableRandomAccessList': writtenAs('java.util.Collections$UnmodifiableList'),
  'java.util.Collections$UnmodifiableList': readAs('java.util.Collections$UnmodifiableRandomAccessList'),
  'java.util.Collections$SynchronizedRandomAccessList': writtenAs('java.util.Collections$SynchronizedList'),
  'java.util.Collections$SynchronizedList': readAs('java.util.Collections$SynchronizedRandomAccessList'),
  'java.util.RegularEnumSet': enumSetCodec,
  'java.util.EnumSet$SerializationProxy': enumProxyCodec,
};
