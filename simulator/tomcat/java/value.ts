/**
 * A Java value, as far as the webapp makes such. Never changed in place once it is in a session. Two places that hold
 * the same JavaScript object hold the same Java object; so values may be shared, and even be cyclic.
 *
 * `number` is an int or Integer, `boolean` a boolean or Boolean, `string` a String of its own that nothing else refers
 * to (such as a request parameter); a String with an identity is a `JavaString`.
 */
export type JavaValue =
  | string
  | number
  | boolean
  | null
  | JavaString
  | JavaNumber
  | JavaObject
  | JavaArray
  | JavaEnum
  | JavaClassObject
  | JavaLambda;

/** A String that several places may refer to. `interned`: a literal; all equal ones are the same object. */
export interface JavaString {
  type: 'string';
  value: string;
  interned?: true;
}

/** A number or char of another type than int, boxed or not. `value`: decimal; of a char, its code. */
export interface JavaNumber {
  type: 'byte' | 'short' | 'long' | 'float' | 'double' | 'char';
  value: string;
}

export interface JavaEnum {
  type: 'enum';
  class: string;
  constant: string;
}

/** `User.class`. */
export interface JavaClassObject {
  type: 'class';
  /** As Class.getName() has it. */
  class: string;
}

export interface JavaArray {
  type: 'array';
  /** e.g. `[I` or `[Ljava.lang.String;`. */
  class: string;
  items: readonly JavaValue[];
}

/** A lambda or method reference: an object of a class that the JVM makes up. */
export interface JavaLambda {
  type: 'lambda';
  /** e.g. `demo.A$$Lambda$14/0x00000008000c4a18`. */
  class: string;
  /** The interfaces of its target type. */
  interfaces: readonly string[];
  /** The class whose source has it, and the how many-th of that class it is. */
  home: string;
  index: number;
  /** What it took along: variables by name, and `this`. */
  scope: Readonly<Record<string, JavaValue>>;
}

export interface JavaObject {
  type: 'object';
  class: string;
  /** By name; where a superclass has a field of the same name, `Class.name`. Those that begin with `#` are the JDK's own. */
  fields: Readonly<Record<string, JavaValue>>;
  /** What a collection holds. */
  items?: readonly JavaValue[];
  /** What a map holds, in its order. */
  entries?: readonly (readonly [JavaValue, JavaValue])[];
}

/** `new ArrayList<>(List.of(...))`. */
export const arrayList = (items: readonly JavaValue[]): JavaObject => ({
  type: 'object',
  class: 'java.util.ArrayList',
  fields: {},
  items,
});

/**
 * `new HashMap<>()` after putting these entries. `capacity`: bins that it was made with; then it grows as a HashMap does.
 * The entries are kept in the order in which it walks them.
 */
export function hashMap(
  entries: readonly (readonly [JavaValue, JavaValue])[],
  hash: (key: JavaValue) => number,
  made?: number,
): JavaObject {
  let capacity = made ?? 16;
  while (entries.length > capacity * 0.75) capacity *= 2;
  const bin = (key: JavaValue) => {
    const code = hash(key);
    return (code ^ (code >>> 16)) & (capacity - 1);
  };
  const sorted = entries.map((entry) => ({ entry, at: bin(entry[0]) })).sort((a, b) => a.at - b.at);
  return {
    type: 'object',
    class: 'java.util.HashMap',
    fields: made === undefined && entries.length === 0 ? {} : { '#capacity': capacity, '#table': entries.length > 0 },
    entries: sorted.map(({ entry }) => entry),
  };
}

/** The characters of a String; undefined: it is none. */
export function stringOf(value: JavaValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return value !== null && typeof value === 'object' && value.type === 'string' ? value.value : undefined;
}

/** What `getClass().getName()` says of a value that is not null. */
export function classNameOf(value: Exclude<JavaValue, null>): string {
  if (typeof value === 'string') return 'java.lang.String';
  if (typeof value === 'number') return 'java.lang.Integer';
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  switch (value.type) {
    case 'string':
      return 'java.lang.String';
    case 'class':
      return 'java.lang.Class';
    case 'object':
    case 'array':
    case 'enum':
    case 'lambda':
      return value.class;
    case 'char':
      return 'java.lang.Character';
    default:
      return `java.lang.${value.type[0]?.toUpperCase()}${value.type.slice(1)}`;
  }
}

/** A value on one line: as Java's sources write it, of an object its class. */
export function sourceText(value: Exclude<JavaValue, null>): string {
  const text = stringOf(value);
  if (text !== undefined) return JSON.stringify(text);
  if (typeof value !== 'object') return String(value);
  return 'value' in value ? value.value : classNameOf(value);
}

/** An exception on its way to a log or an error page. */
export interface Throwable {
  class: string;
  message?: string;
  /** Its stack as far as it tells something, each without `at`. */
  frames?: readonly string[];
  cause?: Throwable;
}

/** `java.lang.RuntimeException: boom`, as `Throwable.toString()` has it. */
export const throwableText = ({ class: name, message }: Throwable) =>
  message === undefined ? name : `${name}: ${message}`;

/** `String.hashCode()`. */
export function javaHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

/**
 * The order in which a ConcurrentHashMap (16 bins, doubled at three quarters) walks its keys. In one bin
 * they stand as they came; the reversals of a resize are left out.
 */
export function hashMapOrder(keys: readonly string[]): string[] {
  let bins = 16;
  while (keys.length >= bins * 0.75) bins *= 2;
  const bin = (key: string) => {
    const hash = javaHash(key);
    return (hash ^ (hash >>> 16)) & (bins - 1);
  };
  return keys
    .map((key) => ({ key, bin: bin(key) }))
    .sort((a, b) => a.bin - b.bin)
    .map(({ key }) => key);
}
