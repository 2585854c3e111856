import { isSubclass } from '../../jdk/classes.ts';
import { hashBins } from '../../jdk/hashing.ts';
import { classNameOf, type JavaObject, type JavaValue, stringOf } from '../../value.ts';
import { callFunction } from '../call.ts';
import { isNumeric, numberOf } from '../convert.ts';
import { type Jvm, raise } from '../jvm.ts';

type Mutable = { -readonly [K in keyof JavaObject]: JavaObject[K] };
type Entry = readonly [JavaValue, JavaValue];

/** Whether it refuses every change. */
export const unchangeable = (value: JavaObject) =>
  /ImmutableCollections|Collections\$(Unmodifiable|Empty|Singleton)/.test(value.class);

function checkChangeable(value: JavaObject) {
  if (unchangeable(value)) raise('java.lang.UnsupportedOperationException');
}

/** Puts items into a collection in the way of its class. */
export function setItems(value: JavaObject, items: readonly JavaValue[], jvm: Jvm): void {
  checkChangeable(value);
  const { c } = value.fields;
  if (!value.items && c !== null && typeof c === 'object' && c.type === 'object') return setItems(c, items, jvm);
  (value as Mutable).items = ordered(value, items, jvm);
}

function ordered(value: JavaObject, items: readonly JavaValue[], jvm: Jvm): readonly JavaValue[] {
  const is = (name: string) => isSubclass(value.class, name, jvm.classes);
  if (is('java.util.SortedSet') || is('java.util.PriorityQueue'))
    return [...items].sort(comparing(value.fields['comparator'] ?? null, jvm));
  if (!is('java.util.HashSet') || is('java.util.LinkedHashSet')) return items;
  const capacity = grown(value, items.length);
  return hashBins(items, (item) => item, capacity, jvm);
}

/** The bins of a hash table after so many entries. */
function grown(value: JavaObject, count: number): number {
  let capacity = Number(value.fields['#capacity'] ?? 16);
  while (count > capacity * 0.75) capacity *= 2;
  const fields = value.fields as Record<string, JavaValue>;
  fields['#capacity'] = capacity;
  fields['#table'] = true;
  return capacity;
}

/** Puts entries into a map in the way of its class. */
export function setEntries(value: JavaObject, entries: readonly Entry[], jvm: Jvm): void {
  checkChangeable(value);
  const { m } = value.fields;
  if (!value.entries && m !== null && typeof m === 'object' && m.type === 'object') return setEntries(m, entries, jvm);
  const is = (name: string) => isSubclass(value.class, name, jvm.classes);
  const mutable = value as Mutable;
  if (is('java.util.SortedMap')) {
    const compare = comparing(value.fields['comparator'] ?? null, jvm);
    mutable.entries = [...entries].sort(([a], [b]) => compare(a, b));
  } else if (is('java.util.LinkedHashMap')) {
    if (entries.length > 0) grown(value, entries.length);
    mutable.entries = entries;
  } else if (is('java.util.HashMap') || is('java.util.concurrent.ConcurrentHashMap')) {
    mutable.entries =
      entries.length > 0 ? hashBins(entries, ([key]) => key, grown(value, entries.length), jvm) : entries;
  } else mutable.entries = entries;
}

/** The order of a Comparator, or the natural one for null. */
export function comparing(comparator: JavaValue, jvm: Jvm): (a: JavaValue, b: JavaValue) => number {
  if (comparator !== null) return (a, b) => numberOf(callFunction(comparator, 'compare', [a, b], jvm));
  return (a, b) => {
    if (a === null || b === null) return raise('java.lang.NullPointerException');
    if (isNumeric(a) && isNumeric(b)) return numberOf(a) - numberOf(b);
    const [x, y] = [stringOf(a), stringOf(b)];
    if (x !== undefined && y !== undefined) return x < y ? -1 : x > y ? 1 : 0;
    if (!isSubclass(classNameOf(a), 'java.lang.Comparable', jvm.classes))
      raise(
        'java.lang.ClassCastException',
        `class ${classNameOf(a)} cannot be cast to class java.lang.Comparable (${classNameOf(a)} is in unnamed module of loader 'app'; java.lang.Comparable is in module java.base of loader 'bootstrap')`,
      );
    return numberOf(callFunction(a, 'compareTo', [b], jvm));
  };
}
