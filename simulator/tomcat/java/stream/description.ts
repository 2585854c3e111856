import {
  ABSTRACT,
  inStreamOrder,
  type JavaClass,
  type JavaMethod,
  PRIVATE,
  STATIC,
  type StreamField,
  TRANSIENT,
} from '../class.ts';
import { classNamed, isSubclass } from '../jdk/classes.ts';
import { uidOf } from '../run/explicit-uid.ts';
import type { Jvm } from '../run/jvm.ts';
import { arrayUid } from '../uid.ts';
import { SC_BLOCK_DATA, SC_ENUM, SC_EXTERNALIZABLE, SC_SERIALIZABLE, SC_WRITE_METHOD } from './constants.ts';

/** A class as an object stream describes it (java.io.ObjectStreamClass). */
export interface Description {
  name: string;
  /** serialVersionUID, decimal. */
  uid: string;
  flags: number;
  fields: readonly StreamField[];
}

/** What a class of this JVM looks like in a stream; `flags` 0: it is not Serializable. */
export function describe(name: string, jvm: Jvm): Description {
  if (name.startsWith('[')) return { name, uid: arrayUid(name, jvm.classes), flags: SC_SERIALIZABLE, fields: [] };
  const definition = classNamed(name, jvm.classes);
  if (!definition) return { name, uid: '0', flags: 0, fields: [] };
  if (definition.stream) return { name, uid: definition.uid ?? '0', ...definition.stream };
  if (!isSerializableClass(name, jvm)) return { name, uid: '0', flags: 0, fields: [] };
  if (isSubclass(name, 'java.lang.Enum', jvm.classes))
    return { name, uid: '0', flags: SC_SERIALIZABLE | SC_ENUM, fields: [] };
  const uid = uidOf(definition, jvm);
  if (isSubclass(name, 'java.io.Externalizable', jvm.classes) && definition.kind !== 'interface')
    return { name, uid, flags: SC_EXTERNALIZABLE | SC_BLOCK_DATA, fields: [] };
  const writes = definition.kind !== 'record' && hook(definition, 'writeObject', WRITE_OBJECT) !== undefined;
  return { name, uid, flags: SC_SERIALIZABLE | (writes ? SC_WRITE_METHOD : 0), fields: serialFields(definition) };
}

/** Whether a class implements Serializable, itself or by what it extends. */
export const isSerializableClass = (name: string, jvm: Pick<Jvm, 'classes'>): boolean =>
  isSubclass(name, 'java.io.Serializable', jvm.classes);

/** Fields that are neither static nor transient, in the order of a stream. */
function serialFields({ fields }: JavaClass): StreamField[] {
  return inStreamOrder(fields.filter(({ modifiers }) => (modifiers & (STATIC | TRANSIENT)) === 0)).map(
    ({ name, descriptor }) => ({ name, descriptor }),
  );
}

export const WRITE_OBJECT = '(Ljava/io/ObjectOutputStream;)V';
export const READ_OBJECT = '(Ljava/io/ObjectInputStream;)V';

/** A private method that the stream calls, such as `writeObject`; only with exactly this signature. */
export function hook({ methods }: JavaClass, name: string, descriptor: string): JavaMethod | undefined {
  return methods.find(
    (method) =>
      method.name === name && method.descriptor === descriptor && (method.modifiers & (PRIVATE | STATIC)) === PRIVATE,
  );
}

/** `writeReplace` or `readResolve`, also inherited; `undefined` where it cannot be reached from the class. */
export function replacement(name: string, method: 'writeReplace' | 'readResolve', jvm: Jvm) {
  for (let next: string | undefined = name; next !== undefined; ) {
    const owner = classNamed(next, jvm.classes);
    if (!owner) return undefined;
    const found = owner.methods.find((one) => one.name === method && one.descriptor === '()Ljava/lang/Object;');
    if (found) {
      if ((found.modifiers & (STATIC | ABSTRACT)) !== 0) return undefined;
      return (found.modifiers & PRIVATE) !== 0 && next !== name ? undefined : { owner, method: found };
    }
    next = owner.superclass;
  }
  return undefined;
}

export const isAbstract = ({ modifiers }: JavaClass): boolean => (modifiers & ABSTRACT) !== 0;
