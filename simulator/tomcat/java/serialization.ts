import { classOf, type JavaClass, type JavaClasses, type JavaValue, type Throwable } from './value.ts';

/** Whether the object itself, without what it holds, implements Serializable. */
export function isSerializable(value: JavaValue, classes: JavaClasses): boolean {
  if (value === null || typeof value !== 'object' || value.type !== 'object') return true;
  return classOf(value.class, classes)?.serializable ?? false;
}

/** What `writeObject` throws: for the first bad object met, depth first, fields by name. */
export function writeFault(value: JavaValue, classes: JavaClasses): Throwable | undefined {
  if (value === null || typeof value !== 'object' || value.type === 'enum') return undefined;
  if (value.type === 'list') return firstFault(value.items, classes);
  if (value.type === 'map')
    return firstFault(
      value.entries.map(([, item]) => item),
      classes,
    );
  const definition = classOf(value.class, classes);
  if (!definition?.serializable) return { class: 'java.io.NotSerializableException', message: value.class };
  if (definition.writeThrows) return definition.writeThrows;
  return firstFault(writtenFields(value.fields, definition), classes);
}

/** What `readObject` throws when these classes read what `writers` wrote. */
export function readFault(value: JavaValue, writers: Uids, classes: JavaClasses): Throwable | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (value.type === 'list') return firstReadFault(value.items, writers, classes);
  if (value.type === 'map')
    return firstReadFault(
      value.entries.map(([, item]) => item),
      writers,
      classes,
    );
  const definition = classes[value.class];
  if (!definition) return { class: 'java.lang.ClassNotFoundException', message: value.class };
  const written = writers[value.class] ?? definition.uid;
  if (value.type === 'object' && written !== definition.uid) {
    const uids = `stream classdesc serialVersionUID = ${written}, local class serialVersionUID = ${definition.uid}`;
    return { class: 'java.io.InvalidClassException', message: `${value.class}; local class incompatible: ${uids}` };
  }
  if (definition.readThrows || value.type === 'enum') return definition.readThrows;
  return firstReadFault(writtenFields(value.fields, definition), writers, classes);
}

/** serialVersionUIDs in a stream, by class. */
export type Uids = Readonly<Record<string, number>>;

export const uidsOf = (classes: JavaClasses): Uids =>
  Object.fromEntries(Object.entries(classes).map(([name, { uid }]) => [name, uid]));

/** The object as it comes back: transient fields are null. */
export function revived(value: JavaValue, classes: JavaClasses): JavaValue {
  if (value === null || typeof value !== 'object' || value.type === 'enum') return value;
  if (value.type === 'list') return { ...value, items: value.items.map((item) => revived(item, classes)) };
  if (value.type === 'map')
    return { ...value, entries: value.entries.map(([key, item]) => [key, revived(item, classes)] as const) };
  const hidden = classes[value.class]?.transient ?? [];
  const fields = Object.entries(value.fields).map(([name, field]) => [
    name,
    hidden.includes(name) ? null : revived(field, classes),
  ]);
  return { ...value, fields: Object.fromEntries(fields) };
}

function writtenFields(fields: Readonly<Record<string, JavaValue>>, definition: JavaClass) {
  const names = Object.keys(fields).filter((name) => !definition.transient?.includes(name));
  return names.sort().map((name) => fields[name] ?? null);
}

function firstFault(values: readonly JavaValue[], classes: JavaClasses) {
  for (const value of values) {
    const fault = writeFault(value, classes);
    if (fault) return fault;
  }
  return undefined;
}

function firstReadFault(values: readonly JavaValue[], writers: Uids, classes: JavaClasses) {
  for (const value of values) {
    const fault = readFault(value, writers, classes);
    if (fault) return fault;
  }
  return undefined;
}
