import {
  ABSTRACT,
  compareText,
  FINAL,
  INTERFACE,
  type JavaClass,
  type JavaClasses,
  NATIVE,
  PRIVATE,
  PROTECTED,
  PUBLIC,
  STATIC,
  STRICT,
  SYNCHRONIZED,
  TRANSIENT,
  VOLATILE,
} from './class.ts';
import { classNamed } from './jdk/classes.ts';
import { sha1 } from './sha1.ts';
import { ByteSink } from './stream/bytes.ts';

/**
 * The serialVersionUID of a class that declares none, in decimal: the first eight bytes, last one first, of the SHA-1 of its name,
 * modifiers, interfaces, fields, static initialiser, constructors and methods (ObjectStreamClass.computeDefaultSUID).
 */
export function computedUid(definition: JavaClass): string {
  const { name, interfaces, fields, methods } = definition;
  const out = new ByteSink();
  out.utf(name);
  out.int(classModifiers(definition));
  for (const one of [...interfaces].sort(compareText)) out.utf(one);
  for (const field of [...fields].sort((a, b) => compareText(a.name, b.name))) {
    const hidden = (field.modifiers & PRIVATE) !== 0 && (field.modifiers & (STATIC | TRANSIENT)) !== 0;
    if (!hidden) member(out, field.name, field.modifiers & FIELD_MODIFIERS, field.descriptor);
  }
  if (methods.some((method) => method.name === '<clinit>')) member(out, '<clinit>', STATIC, '()V');
  const visible = methods
    .filter((method) => method.name !== '<clinit>' && (method.modifiers & PRIVATE) === 0)
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.descriptor, b.descriptor));
  // `<init>` sorts before every name that a method can have: constructors come first, as they must.
  const constructors = visible.filter((method) => method.name === '<init>');
  for (const method of [...constructors, ...visible.filter((one) => one.name !== '<init>')])
    member(out, method.name, method.modifiers & METHOD_MODIFIERS, method.descriptor.replaceAll('/', '.'));
  return littleEndian(sha1(out.text()));
}

/** The serialVersionUID of an array class, which has neither interfaces nor members; it is never compared. */
export function arrayUid(name: string, classes: JavaClasses): string {
  const component = /^\[+L(.*);$/.exec(name)?.[1];
  const isPublic = component === undefined || ((classNamed(component, classes)?.modifiers ?? PUBLIC) & PUBLIC) !== 0;
  const out = new ByteSink();
  out.utf(name);
  out.int((isPublic ? PUBLIC : 0) | FINAL | ABSTRACT);
  return littleEndian(sha1(out.text()));
}

function member(out: ByteSink, name: string, modifiers: number, descriptor: string) {
  out.utf(name);
  out.int(modifiers);
  out.utf(descriptor);
}

/** An interface counts as abstract only when it has methods: what old compilers wrote. */
function classModifiers({ modifiers, methods }: JavaClass): number {
  const bits = modifiers & (PUBLIC | FINAL | INTERFACE | ABSTRACT);
  if ((bits & INTERFACE) === 0) return bits;
  return methods.some(({ name }) => name !== '<clinit>') ? bits | ABSTRACT : bits & ~ABSTRACT;
}

function littleEndian(digest: readonly number[]): string {
  let bits = 0n;
  for (let i = 7; i >= 0; i--) bits = (bits << 8n) | BigInt(digest[i] ?? 0);
  return BigInt.asIntN(64, bits).toString();
}

const FIELD_MODIFIERS = PUBLIC | PRIVATE | PROTECTED | STATIC | FINAL | VOLATILE | TRANSIENT;
const METHOD_MODIFIERS = PUBLIC | PRIVATE | PROTECTED | STATIC | FINAL | SYNCHRONIZED | NATIVE | ABSTRACT | STRICT;
