import type { JavaObject, JavaValue } from '../../value.ts';
import type { Jvm } from '../jvm.ts';
import { textOf } from '../text.ts';

/** A static method. */
export type Static = (values: readonly JavaValue[], jvm: Jvm) => JavaValue;

/** A new object of the JDK. */
export const object = (name: string, fields: Record<string, JavaValue> = {}): JavaObject => ({
  type: 'object',
  class: name,
  fields,
});
/** A new String. */
export const text = (value: string): JavaValue => ({ type: 'string', value });
/** Arguments of a method that takes any number of them, also when they come as an array. */
export const spread = (values: readonly JavaValue[]): readonly JavaValue[] => {
  const [only] = values;
  return values.length === 1 &&
    only !== null &&
    typeof only === 'object' &&
    only.type === 'array' &&
    only.class.length > 2
    ? only.items
    : values;
};

/** `String.valueOf`. */
export const shownText: Static = ([value = null], jvm) => text(textOf(value, jvm));
