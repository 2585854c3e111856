import { own } from '../../core/own.ts';
import type { Expression, LambdaCode, Statement } from './code.ts';

/** A compiled class, as far as the stream, its objects and its methods depend on it. Plain data. */
export interface JavaClass {
  /** Binary name, e.g. `demo.Outer$In`. */
  name: string;
  kind: 'class' | 'interface' | 'enum' | 'record';
  /** What `Class.getModifiers()` says (bits of `Modifier`). */
  modifiers: number;
  /** Absent: Object itself, and interfaces. */
  superclass?: string;
  interfaces: readonly string[];
  /** In the order of the source; those that javac adds come last. */
  fields: readonly JavaField[];
  /** Constructors are called `<init>`, the static initialiser `<clinit>`. */
  methods: readonly JavaMethod[];
  /** Field initialisers and initialiser blocks of an object, in the order of the source. */
  initializers?: readonly Statement[];
  /** Constants of an enum, in order. */
  constants?: readonly string[];
  /** Of an enum, what its constants are made with. */
  constantArguments?: Readonly<Record<string, readonly Expression[]>>;
  /** Of an enum, the classes of constants that have a body. */
  bodies?: Readonly<Record<string, string>>;
  /** Components of a record, in order: its fields of these names. */
  components?: readonly string[];
  /** The class around it, when its objects know one of that class's (`this$0`). */
  outer?: string;
  /** Its lambdas and method references, in the order of the source. */
  lambdas?: readonly LambdaCode[];
  /** Names that the source may use for other classes: simple name to binary name. */
  names?: Readonly<Record<string, string>>;
  /** serialVersionUID of a class of the JDK. */
  uid?: string;
  /** Flags in a stream of a class of the JDK, and its fields there. */
  stream?: { flags: number; fields: readonly StreamField[] };
}

export interface JavaField {
  name: string;
  modifiers: number;
  /** e.g. `I`, `Ljava/lang/String;`, `[B`. */
  descriptor: string;
  /** The value of a constant, which is there before any code runs. */
  initial?: Expression;
}

/** A field as a class description in a stream has it. */
export interface StreamField {
  name: string;
  descriptor: string;
}

export interface JavaMethod {
  name: string;
  modifiers: number;
  /** e.g. `(Ljava/lang/String;I)V`. */
  descriptor: string;
  parameters: readonly string[];
  /** Absent: abstract, native, or added by javac and without effect here. */
  body?: readonly Statement[];
  /** The last parameter takes any number of arguments. */
  varargs?: true;
  /** A constructor of an inner class that javac gave this many parameters in front (`this$0`) and variables behind (`val$x`). */
  captures?: { outer: boolean; variables: readonly string[] };
  /** A compact constructor: its parameters become the fields at its end. */
  compact?: true;
}

/** The classes of one webapp, by binary name. */
export type JavaClasses = Readonly<Record<string, JavaClass>>;

/** Bits of java.lang.reflect.Modifier, and those that only class files have. */
export const PUBLIC = 0x1;
export const PRIVATE = 0x2;
export const PROTECTED = 0x4;
export const STATIC = 0x8;
export const FINAL = 0x10;
export const SYNCHRONIZED = 0x20;
export const VOLATILE = 0x40;
export const TRANSIENT = 0x80;
export const NATIVE = 0x100;
export const INTERFACE = 0x200;
export const ABSTRACT = 0x400;
export const STRICT = 0x800;
export const SYNTHETIC = 0x1000;

/** `java.lang.String` of `Ljava/lang/String;`, `int` of `I`, `[B` of `[B`: what Class.getName() says. */
export function nameOfDescriptor(descriptor: string): string {
  const name = own(primitiveNames, descriptor);
  if (name !== undefined) return name;
  return (descriptor.startsWith('L') ? descriptor.slice(1, -1) : descriptor).replaceAll('/', '.');
}

/** The descriptor of what Class.getName() calls so. */
export function descriptorOfName(name: string): string {
  const primitive = own(primitiveDescriptors, name);
  if (primitive !== undefined) return primitive;
  return name.startsWith('[') ? name.replaceAll('.', '/') : `L${name.replaceAll('.', '/')};`;
}

export const primitiveDescriptors: Readonly<Record<string, string>> = {
  byte: 'B',
  char: 'C',
  double: 'D',
  float: 'F',
  int: 'I',
  long: 'J',
  short: 'S',
  boolean: 'Z',
  void: 'V',
};

const primitiveNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(primitiveDescriptors).map(([name, descriptor]) => [descriptor, name]),
);

/** Whether a descriptor is of a primitive type. */
export const isPrimitive = (descriptor: string): boolean => descriptor.length === 1;

/** The descriptors of a method's parameters. */
export function parametersOf(descriptor: string): string[] {
  return descriptor.slice(1, descriptor.indexOf(')')).match(/\[*(?:L[^;]*;|[BCDFIJSZ])/g) ?? [];
}

/** The order of a class description: primitives first, each kind by name (ObjectStreamField.compareTo). */
export function inStreamOrder<F extends StreamField>(fields: readonly F[]): F[] {
  const rank = ({ descriptor }: F) => (isPrimitive(descriptor) ? 0 : 1);
  return [...fields].sort((a, b) => rank(a) - rank(b) || compareText(a.name, b.name));
}

/** `String.compareTo`. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
