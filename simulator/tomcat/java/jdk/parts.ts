import type { JavaObject, JavaValue } from '../value.ts';
import type { CustomInput } from './codecs.ts';

/** What a collection of the JDK holds. */
export const items = ({ items: held = [] }: JavaObject) => held;
/** What a map of the JDK holds. */
export const entries = ({ entries: held = [] }: JavaObject) => held;
/** A float constant. */
export const float = (value: number): JavaValue => ({ type: 'float', value: String(value) });

/** A size in the stream that cannot be true is found out by the end of the stream. */
export function* times(count: number) {
  for (let i = 0; i < count; i++) yield i;
}

/** So many objects. */
export const readItems = (input: CustomInput, count: number) => Array.from(times(count), () => input.object());
/** So many pairs of objects. */
export const readEntries = (input: CustomInput, count: number) =>
  Array.from(times(count), () => [input.object(), input.object()] as const);
