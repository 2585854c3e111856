import { type JavaClass, PRIVATE, PROTECTED, PUBLIC } from '../class.ts';
import { classNamed, isSubclass } from '../jdk/classes.ts';
import { exceptionOf, type Jvm, raise } from '../run/jvm.ts';
import type { JavaObject } from '../value.ts';
import { SC_ENUM, SC_EXTERNALIZABLE, SC_SERIALIZABLE } from './constants.ts';
import type { StreamClass } from './content.ts';
import { describe, isAbstract, isSerializableClass } from './description.ts';

/** A class of a stream, as this JVM has it. */
export interface LocalClass {
  /** The class of that name here; an array class has none of its own. */
  definition?: JavaClass;
  /** Why there is none: a ClassNotFoundException, thrown only if an object of it is wanted. */
  missing?: JavaObject;
  /** The InvalidClassException that comes when an object of it is read. */
  unusable?: string;
}

/**
 * Binds a class description of a stream to the class here of that name (ObjectStreamClass.initNonProxy).
 * @throws Thrown an InvalidClassException where the two cannot be the same class.
 */
export function bind(stream: StreamClass, jvm: Jvm): LocalClass {
  const { name } = stream;
  const component = /^\[+(?:L(.*);|[BCDFIJSZ])$/.exec(name);
  if (component) {
    const of = component[1];
    if (of !== undefined && !classNamed(of, jvm.classes)) return { missing: notFound(of) };
    checkIncompatible(stream, name, jvm, false);
    return {};
  }
  const definition = classNamed(name, jvm.classes);
  if (!definition) return { missing: notFound(name) };
  checkIncompatible(stream, name, jvm, true);
  checkFields(stream, definition, jvm);
  const unusable = whyUnusable(stream, definition, jvm);
  return unusable === undefined ? { definition } : { definition, unusable };
}

const notFound = (name: string) => exceptionOf('java.lang.ClassNotFoundException', name);
const invalid = (name: string, why: string): never => raise('java.io.InvalidClassException', `${name}; ${why}`);

function checkIncompatible(stream: StreamClass, name: string, jvm: Jvm, compareUids: boolean) {
  const local = describe(name, jvm);
  const streamEnum = (stream.flags & SC_ENUM) !== 0;
  const localEnum = isSubclass(name, 'java.lang.Enum', jvm.classes);
  if (streamEnum !== localEnum)
    raise(
      'java.io.InvalidClassException',
      streamEnum
        ? 'cannot bind enum descriptor to a non-enum class'
        : 'cannot bind non-enum descriptor to an enum class',
    );
  const record = classNamed(name, jvm.classes)?.kind === 'record';
  const serializable = (stream.flags & (SC_SERIALIZABLE | SC_EXTERNALIZABLE)) !== 0;
  const alike = serializable === isSerializableClass(name, jvm);
  if (!record && alike && compareUids && stream.uid !== local.uid) {
    const uids = `stream classdesc serialVersionUID = ${stream.uid}, local class serialVersionUID = ${local.uid}`;
    invalid(name, `local class incompatible: ${uids}`);
  }
  if (!streamEnum && alike && isExternal(stream.flags) !== isSubclass(name, 'java.io.Externalizable', jvm.classes))
    invalid(name, 'Serializable incompatible with Externalizable');
}

const isExternal = (flags: number) => (flags & SC_EXTERNALIZABLE) !== 0;

/** ObjectStreamClass.matchFields: a primitive field cannot become another type. */
function checkFields(stream: StreamClass, { name }: JavaClass, jvm: Jvm) {
  const local = describe(name, jvm).fields;
  for (const field of stream.fields) {
    const mine = local.find((one) => one.name === field.name);
    if (!mine) continue;
    const [theirs, ours] = [field.descriptor[0], mine.descriptor[0]];
    const primitive = field.descriptor.length === 1 || mine.descriptor.length === 1;
    if (primitive && theirs !== ours) invalid(name, `incompatible types for field ${field.name}`);
  }
}

function whyUnusable(stream: StreamClass, definition: JavaClass, jvm: Jvm): string | undefined {
  const { name } = definition;
  if ((stream.flags & SC_ENUM) !== 0) return undefined;
  if (!isSerializableClass(name, jvm) || (stream.flags & (SC_SERIALIZABLE | SC_EXTERNALIZABLE)) === 0)
    return 'class invalid for deserialization';
  if (definition.stream || definition.kind === 'record') return undefined;
  return hasConstructor(definition, jvm) ? undefined : 'no valid constructor';
}

/**
 * Whether an object can be made without running a constructor of a Serializable class: the first class above that is not
 * Serializable needs one without parameters that it may call; an Externalizable class a public one of its own.
 */
function hasConstructor(definition: JavaClass, jvm: Jvm): boolean {
  if (definition.kind === 'interface') return false;
  if (isSubclass(definition.name, 'java.io.Externalizable', jvm.classes)) {
    const own = plainConstructor(definition);
    return own !== undefined && (own.modifiers & PUBLIC) !== 0;
  }
  const base = firstPlain(definition, jvm);
  if (!base || base.stream) return true;
  const found = plainConstructor(base);
  if (!found || (found.modifiers & PRIVATE) !== 0) return false;
  return (found.modifiers & (PUBLIC | PROTECTED)) !== 0 || packageOf(base.name) === packageOf(definition.name);
}

/** The first class above that is not Serializable: its constructor runs when an object is read. */
export function firstPlain(definition: JavaClass, jvm: Jvm): JavaClass | undefined {
  let next: JavaClass | undefined = definition;
  while (next && isSerializableClass(next.name, jvm))
    next = next.superclass === undefined ? undefined : classNamed(next.superclass, jvm.classes);
  return next;
}

const plainConstructor = ({ methods }: JavaClass) =>
  methods.find(({ name, descriptor }) => name === '<init>' && descriptor === '()V');

const packageOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf('.')));

/** InstantiationException: an abstract class has no objects. */
export function checkInstantiable(definition: JavaClass): void {
  if (!definition.stream && isAbstract(definition))
    raise(
      'java.io.InvalidClassException',
      `${definition.name}; unable to create instance`,
      exceptionOf('java.lang.InstantiationException'),
    );
}
