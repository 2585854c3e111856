import type { JavaClasses } from './class.ts';
import { newJvm, type Outcome, outcome } from './run/jvm.ts';
import { textOf } from './run/text.ts';
import { isSerializableClass } from './stream/description.ts';
import { deserialize } from './stream/reader.ts';
import { serialize } from './stream/writer.ts';
import { classNameOf, type JavaValue } from './value.ts';

/** Whether the object itself, without what it holds, implements Serializable. */
export const isSerializable = (value: JavaValue, classes: JavaClasses): boolean =>
  value === null ||
  (typeof value === 'object' && value.type === 'lambda'
    ? value.interfaces.some((name) => isSerializableClass(name, { classes }))
    : isSerializableClass(classNameOf(value), { classes }));

/** An object as the bytes of a stream of its own (one character a byte), or what `writeObject` throws. */
export const written = (value: JavaValue, classes: JavaClasses): Outcome<string> =>
  serialize(copied(value), newJvm(classes));

/** The object of such bytes as these classes read it, or what `readObject` throws. */
export const revived = (bytes: string, classes: JavaClasses): Outcome<JavaValue> => deserialize(bytes, newJvm(classes));

/** What Java's string concatenation shows of a value; what its `toString()` throws, where it does. */
export function javaText(value: JavaValue, classes: JavaClasses): string {
  if (value === null || typeof value !== 'object') return String(value);
  const shown = outcome(() => textOf(copied(value), newJvm(classes)));
  return 'value' in shown ? shown.value : shown.thrown.class;
}

/** A copy for code to change: what is in a session stays as it is. Shared and cyclic parts stay so. */
export function copied(value: JavaValue, made = new Map<object, JavaValue>()): JavaValue {
  if (value === null || typeof value !== 'object') return value;
  if (value.type !== 'object' && value.type !== 'array') return value;
  const known = made.get(value);
  if (known !== undefined) return known;
  const copy = { ...value } as Record<string, unknown>;
  made.set(value, copy as unknown as JavaValue);
  if ('fields' in value)
    copy['fields'] = Object.fromEntries(
      Object.entries(value.fields).map(([name, field]) => [name, copied(field, made)]),
    );
  if (value.items) copy['items'] = value.items.map((item) => copied(item, made));
  if ('entries' in value)
    copy['entries'] = value.entries?.map(([key, item]) => [copied(key, made), copied(item, made)]);
  return copy as unknown as JavaValue;
}
