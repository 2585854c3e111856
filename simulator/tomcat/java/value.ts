/** A Java object in a session, as far as the webapp makes such. Never changed in place. */
export type JavaValue = string | number | null | JavaList | JavaMap | JavaEnum | JavaObject;

export interface JavaList {
  type: 'list';
  items: readonly JavaValue[];
}
export interface JavaMap {
  type: 'map';
  entries: readonly (readonly [string, JavaValue])[];
}
export interface JavaEnum {
  type: 'enum';
  class: string;
  constant: string;
}
export interface JavaObject {
  type: 'object';
  class: string;
  fields: Readonly<Record<string, JavaValue>>;
}

/** A webapp's class, as far as serialization and `toString()` depend on it. */
export interface JavaClass {
  serializable: boolean;
  /** serialVersionUID, explicit. */
  uid: number;
  transient?: readonly string[];
  /** Thrown by its own `writeObject` / `readObject`. */
  writeThrows?: Throwable;
  readThrows?: Throwable;
  /** `toString()`; `{name}` stands for a field. */
  shown: string;
}

/** The classes of one webapp, by binary name. */
export type JavaClasses = Readonly<Record<string, JavaClass>>;

/** Classes of the JDK that a session's objects may be of, and that do not implement Serializable. */
const jdkClasses: JavaClasses = {
  'java.lang.Thread': { serializable: false, uid: 0, shown: 'Thread[t,5,main]' },
  'java.util.Optional': { serializable: false, uid: 0, shown: 'Optional[{value}]' },
};

/** A class by name, the webapp's or the JDK's. */
export const classOf = (name: string, classes: JavaClasses): JavaClass | undefined => classes[name] ?? jdkClasses[name];

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

/** What Java's string concatenation shows of a value. */
export function javaText(value: JavaValue, classes: JavaClasses): string {
  if (value === null || typeof value !== 'object') return String(value);
  switch (value.type) {
    case 'list':
      return `[${value.items.map((item) => javaText(item, classes)).join(', ')}]`;
    case 'map':
      return `{${value.entries.map(([key, item]) => `${key}=${javaText(item, classes)}`).join(', ')}}`;
    case 'enum':
      return value.constant;
    case 'object':
      return (classOf(value.class, classes)?.shown ?? value.class).replace(/\{(\w+)\}/g, (_, field) =>
        javaText(value.fields[field] ?? null, classes),
      );
  }
}

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
