import { own } from '../../../../core/own.ts';
import type { JavaObject, JavaValue } from '../../value.ts';
import { callFunction } from '../call.ts';
import type { Jvm } from '../jvm.ts';
import { equal } from '../text.ts';
import { entriesOf } from './collection.ts';
import { setEntries } from './ordering.ts';

/** A call of a method of a map, what the map holds, and where in it the key is (-1: nowhere) that is the first argument. */
interface Call {
  value: JavaObject;
  entries: readonly (readonly [JavaValue, JavaValue])[];
  key: JavaValue;
  item: JavaValue;
  third: JavaValue;
  index: number;
  found: JavaValue;
  jvm: Jvm;
}
type Method = (call: Call) => JavaValue;

/** Methods of Map; undefined: it has no such method. */
export function mapCall(
  value: JavaObject,
  name: string,
  values: readonly JavaValue[],
  jvm: Jvm,
): JavaValue | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  const entries = entriesOf(value);
  const [key = null, item = null, third = null] = values;
  const index = entries.findIndex(([one]) => equal(one, key, jvm));
  return method?.({ value, entries, key, item, third, index, found: entries[index]?.[1] ?? null, jvm });
}

function put({ value, entries, key, index, jvm }: Call, item: JavaValue): void {
  setEntries(value, index < 0 ? [...entries, [key, item]] : entries.with(index, [key, item]), jvm);
}

/** Views of a map are classes of their own, which nothing can write. */
function view(
  { class: name }: JavaObject,
  kind: 'KeySet' | 'Values' | 'EntrySet',
  items: readonly JavaValue[],
): JavaObject {
  const linked = name === 'java.util.LinkedHashMap' ? `java.util.LinkedHashMap$Linked${kind}` : undefined;
  const tree = name === 'java.util.TreeMap' ? `java.util.TreeMap$${kind}` : undefined;
  return { type: 'object', class: linked ?? tree ?? `java.util.HashMap$${kind}`, fields: {}, items };
}

const entryClasses: Readonly<Record<string, string>> = {
  'java.util.TreeMap': 'java.util.TreeMap$Entry',
  'java.util.LinkedHashMap': 'java.util.LinkedHashMap$Entry',
  'java.util.ImmutableCollections$Map1': 'java.util.KeyValueHolder',
  'java.util.ImmutableCollections$MapN': 'java.util.KeyValueHolder',
};

const entryObject = ({ class: name }: JavaObject, key: JavaValue, value: JavaValue): JavaObject => ({
  type: 'object',
  class: own(entryClasses, name) ?? 'java.util.HashMap$Node',
  fields: { key, value },
});

const get: Method = ({ found, item }) => found ?? item;
const set: Method = (call) => {
  put(call, call.item);
  return call.found;
};

const methods: Readonly<Record<string, Method>> = {
  size: ({ entries }) => entries.length,
  isEmpty: ({ entries }) => entries.length === 0,
  get,
  getProperty: get,
  getOrDefault: ({ index, item, found }) => (index < 0 ? item : found),
  containsKey: ({ index }) => index >= 0,
  containsValue: ({ entries, key, jvm }) => entries.some(([, one]) => equal(one, key, jvm)),
  put: set,
  setProperty: set,
  putIfAbsent: (call) => {
    if (call.index < 0) put(call, call.item);
    return call.found;
  },
  computeIfAbsent: (call) => {
    if (call.index >= 0) return call.found;
    const made = callFunction(call.item, 'apply', [call.key], call.jvm);
    put({ ...call, entries: entriesOf(call.value) }, made);
    return made;
  },
  merge: (call) => {
    const merged = call.index < 0 ? call.item : callFunction(call.third, 'apply', [call.found, call.item], call.jvm);
    put(call, merged);
    return merged;
  },
  putAll: ({ value, key, jvm }) => {
    for (const [k, v] of entriesOf(key)) mapCall(value, 'put', [k, v], jvm);
    return null;
  },
  remove: ({ value, entries, index, found, jvm }) => {
    if (index >= 0) setEntries(value, entries.toSpliced(index, 1), jvm);
    return found;
  },
  clear: ({ value, jvm }) => {
    setEntries(value, [], jvm);
    return null;
  },
  firstKey: ({ entries }) => entries[0]?.[0] ?? null,
  lastKey: ({ entries }) => entries.at(-1)?.[0] ?? null,
  keySet: ({ value, entries }) =>
    view(
      value,
      'KeySet',
      entries.map(([key]) => key),
    ),
  values: ({ value, entries }) =>
    view(
      value,
      'Values',
      entries.map(([, item]) => item),
    ),
  entrySet: ({ value, entries }) =>
    view(
      value,
      'EntrySet',
      entries.map(([k, v]) => entryObject(value, k, v)),
    ),
  forEach: ({ entries, key, jvm }) => {
    for (const [k, v] of entries) callFunction(key, 'accept', [k, v], jvm);
    return null;
  },
};
