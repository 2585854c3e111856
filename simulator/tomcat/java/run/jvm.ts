import type { JavaClasses } from '../class.ts';
import { isSubclass } from '../jdk/classes.ts';
import { classNameOf, type JavaObject, type JavaValue, stringOf, type Throwable } from '../value.ts';

/** A Java process as far as code of a webapp runs in it: it lives for one run of some code, not longer. */
export interface Jvm {
  classes: JavaClasses;
  /** Static fields by class; a class that is not in here was not yet used. */
  statics: Map<string, Record<string, JavaValue>>;
  /** Fields of enum constants, by `class.CONSTANT`. */
  constants: Map<string, Record<string, JavaValue>>;
  /** Statements and expressions that may still run: an endless loop must end here too. */
  steps: number;
  /** Calls within calls. */
  depth: number;
  /** Objects within objects that its stack bears in a stream. */
  streamDepth: number;
}

/** A process that has used no class yet. `streamDepth`: see {@link Jvm}; by default that of a stack of 1 MB. */
export const newJvm = (classes: JavaClasses, streamDepth = 900): Jvm => ({
  classes,
  statics: new Map(),
  constants: new Map(),
  steps: STEPS,
  depth: 0,
  streamDepth,
});

const STEPS = 2_000_000;

/** A Java exception on its way up. Only this folder throws it, and {@link outcome} catches it. */
export class Thrown {
  readonly exception: JavaObject;
  constructor(exception: JavaObject) {
    this.exception = exception;
  }
}

/** Throws a new exception of the JDK. */
export function raise(name: string, message?: string, cause?: JavaObject): never {
  throw new Thrown(exceptionOf(name, message, cause));
}

export const exceptionOf = (name: string, message?: string, cause?: JavaObject): JavaObject => ({
  type: 'object',
  class: name,
  fields: { detailMessage: message === undefined ? null : { type: 'string', value: message }, cause: cause ?? null },
});

/** What comes of running some Java code: its result, or the exception that it ends with. */
export type Outcome<T> = { value: T } | { thrown: Throwable };

/** Runs it; a Java exception becomes a value. */
export function outcome<T>(run: () => T): Outcome<T> {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof Thrown) return { thrown: throwableOf(error.exception) };
    // The host's own stack ended before the model's did: the same thing at another depth.
    if (error instanceof RangeError) return { thrown: { class: 'java.lang.StackOverflowError' } };
    throw error;
  }
}

/** An exception object as logs show it. */
export function throwableOf({ class: name, fields }: JavaObject, depth = 0): Throwable {
  const message = stringOf(fields['detailMessage']);
  const cause = fields['cause'];
  return {
    class: name,
    ...(message === undefined ? {} : { message }),
    ...(cause !== null && typeof cause === 'object' && cause.type === 'object' && depth < 10
      ? { cause: throwableOf(cause, depth + 1) }
      : {}),
  };
}

/** The other way round. */
export const exceptionObject = ({ class: name, message, cause }: Throwable): JavaObject =>
  exceptionOf(name, message, cause && exceptionObject(cause));

/** Whether an exception is of a class, e.g. `java.io.IOException`. */
export const isA = (value: JavaValue, wanted: string, jvm: Jvm): boolean =>
  value !== null && isSubclass(classNameOf(value), wanted, jvm.classes);

/** Something of the JVM that is no plain value, such as the stream that `writeObject` is handed. It is never kept. */
export interface HostObject {
  type: 'host';
  class: string;
  call(name: string, values: readonly JavaValue[]): JavaValue;
}

/** Hands a host object to Java code. */
export const hostValue = (host: HostObject): JavaValue => host as unknown as JavaValue;

/** The host object that a value is, if it is one. */
export function hostOf(value: JavaValue | undefined): HostObject | undefined {
  const host = value as unknown as HostObject | null | undefined;
  return typeof host === 'object' && host !== null && host.type === 'host' ? host : undefined;
}
