import { isSubclass } from '../../jdk/classes.ts';
import { arrayList, type JavaObject, type JavaValue } from '../../value.ts';
import { type Jvm, raise } from '../jvm.ts';

type Entry = readonly [JavaValue, JavaValue];

export const isCollection = (value: JavaObject, { classes }: Jvm): boolean =>
  isSubclass(value.class, 'java.util.Collection', classes);
export const isMap = (value: JavaObject, { classes }: Jvm): boolean =>
  isSubclass(value.class, 'java.util.Map', classes);

/** What a collection holds, in its order; of a view, what it looks at. */
export function itemsOf(value: JavaValue, jvm: Jvm): readonly JavaValue[] {
  if (value === null) return raise('java.lang.NullPointerException');
  if (typeof value !== 'object' || value.type !== 'object') return [];
  if (value.items) return value.items;
  const { a, c, list, element } = value.fields;
  if (a !== null && typeof a === 'object' && a.type === 'array') return a.items;
  const behind = c ?? list;
  if (behind !== undefined && behind !== null) return itemsOf(behind, jvm);
  return element === undefined ? [] : [element];
}

/** What a map holds, in its order. */
export function entriesOf(value: JavaValue): readonly Entry[] {
  if (value === null) return raise('java.lang.NullPointerException');
  if (typeof value !== 'object' || value.type !== 'object') return [];
  if (value.entries) return value.entries;
  const { m, k, v = null } = value.fields;
  if (m !== undefined && m !== null) return entriesOf(m);
  return k === undefined ? [] : [[k, v]];
}

/** A new list of these items. */
export const listOf = (items: readonly JavaValue[]): JavaObject => arrayList([...items]);
