import { own, put } from '../../../core/own.ts';
import { isPrimitive, type JavaClass, nameOfDescriptor, type StreamField } from '../class.ts';
import { isSubclass, lineage } from '../jdk/classes.ts';
import { type Codec, type CustomInput, codecs, type Unfinished } from '../jdk/codecs.ts';
import { defaultOf } from '../run/convert.ts';
import { construct, invoke } from '../run/invoke.ts';
import { exceptionOf, type Jvm, raise, Thrown } from '../run/jvm.ts';
import { classNameOf, type JavaObject, type JavaValue, stringOf } from '../value.ts';
import { type ClassData, type Content, type StreamClass, type StreamObject, streamLineage } from './content.ts';
import { describe, hook, isSerializableClass, READ_OBJECT } from './description.ts';
import { readerFor } from './handed-in.ts';
import { ContentInput } from './input.ts';
import type { LocalClass } from './local.ts';
import { assign, check, withoutData } from './restore.ts';

/** An object that was read, and the ClassNotFoundException that it carries until somebody wants it. */
export interface Read {
  value: JavaValue;
  missing?: JavaObject | undefined;
}

/** How the parts of one object are read; of the stream around them it knows what the abstract methods say. */
export abstract class ObjectData {
  readonly jvm: Jvm;
  readonly made = new Map<Content, Read>();

  constructor(jvm: Jvm) {
    this.jvm = jvm;
  }

  /** The object of a content; one that was read before is the same again. */
  abstract read(content: Content): Read;
  /** The same where the object itself is wanted, so that its class must be there. */
  abstract wanted(content: Content): JavaValue;
  abstract local(description: StreamClass): LocalClass;
  /** Throws what the stream breaks off with, if it does. */
  abstract broken(): void;

  endsHere(): never {
    this.broken();
    return raise('java.io.EOFException');
  }

  keep(content: Content, read: Read): Read {
    this.made.set(content, read);
    return read;
  }

  serial(content: StreamObject, definition: JavaClass | undefined, object: Unfinished, read: Read) {
    const above = definition ? lineage(definition.name, this.jvm.classes).reverse() : [];
    const chain = above.filter(({ name }) => isSerializableClass(name, this.jvm));
    const streamed = streamLineage(content.description as StreamClass);
    if (!read.missing) withoutData(chain, streamed, object, this.jvm);
    const pending: (() => void)[] = [];
    for (const [index, description] of streamed.entries()) {
      const data = content.data[index];
      if (!data) return this.endsHere();
      const owner = chain.find(({ name }) => name === description.name);
      pending.push(...this.classData(data, owner, object, read));
    }
    if (!read.missing) for (const assign of pending) assign();
  }

  /** Reads what the stream has for one class; returns what is to be assigned when all of the object is read. */
  classData(data: ClassData, owner: JavaClass | undefined, object: Unfinished, read: Read): (() => void)[] {
    const codec = owner && codecs[owner.name];
    const method = owner && !owner.stream ? hook(owner, 'readObject', READ_OBJECT) : undefined;
    const input = this.inputOf(data, owner, object, read);
    const reads = method
      ? () =>
          invoke(
            owner as JavaClass,
            method,
            object as JavaObject,
            [readerFor(input, () => this.setDefaults(input, owner, object))],
            this.jvm,
          )
      : codec?.read && (() => codec.read?.(object, input, this.jvm));
    if (reads && !read.missing) {
      this.custom(reads, read);
      this.finishData(data, input);
      return [];
    }
    const assigned = this.fields(data, owner, read);
    this.finishData(data, input);
    return owner ? [() => assign(assigned, owner, object, this.jvm)] : [];
  }

  /** A class that is missing ends the reading of this object, not of the stream. */
  custom(reads: () => void, read: Read) {
    try {
      reads();
    } catch (error) {
      if (!(error instanceof Thrown) || error.exception.class !== 'java.lang.ClassNotFoundException') throw error;
      read.missing ??= error.exception;
    }
  }

  finishData(data: ClassData, input: ContentInput) {
    input.skip((content) => this.read(content));
    if (!data.complete) this.endsHere();
  }

  inputOf(data: ClassData, owner: JavaClass | undefined, object: Unfinished, read: Read): ContentInput & CustomInput {
    const broken = () => {
      if (!data.complete) this.endsHere();
    };
    const input = new ContentInput(data.extra, broken, (content) => this.wanted(content));
    return Object.assign(input, {
      defaults: () => {
        const values = this.fields(data, owner, read);
        if (owner && !owner.stream) check(values, owner, object, this.jvm);
        return values;
      },
    });
  }

  setDefaults(input: CustomInput, owner: JavaClass | undefined, object: Unfinished) {
    const values = input.defaults();
    if (owner) assign(values, owner, object, this.jvm);
  }

  /** Values by field name. A missing class counts only where this JVM still has the field. */
  fields({ description, values }: ClassData, owner: JavaClass | undefined, read: Read): Record<string, JavaValue> {
    const local = owner ? describe(owner.name, this.jvm).fields : [];
    const found: Record<string, JavaValue> = {};
    for (const [index, content] of values.entries()) {
      const { name } = description.fields[index] as StreamField;
      const { value, missing } = this.read(content);
      if (local.some((field) => field.name === name)) read.missing ??= missing;
      put(found, name, value);
    }
    if (values.length < description.fields.length) this.broken();
    return found;
  }

  external(content: StreamObject, definition: JavaClass | undefined, object: Unfinished, read: Read) {
    const [data] = content.data;
    if (!data) return this.endsHere();
    const input = this.inputOf(data, definition, object, read);
    const codec: Codec | undefined = definition && codecs[definition.name];
    const found = lineage(object.class, this.jvm.classes)
      .flatMap((owner) => owner.methods.map((method) => ({ owner, method })))
      .find(({ method }) => method.name === 'readExternal' && method.descriptor === '(Ljava/io/ObjectInput;)V');
    if (!read.missing && codec?.read) this.custom(() => codec.read?.(object, input, this.jvm), read);
    else if (!read.missing && found)
      this.custom(
        () => invoke(found.owner, found.method, object as JavaObject, [readerFor(input, () => {})], this.jvm),
        read,
      );
    this.finishData(data, input);
  }

  record(content: StreamObject, description: StreamClass, definition: JavaClass): Read {
    const data = content.data.at(-1);
    if (!data) return this.endsHere();
    const read: Read = this.keep(content, { value: null, missing: this.local(description).missing });
    const values = this.fields(data, definition, read);
    if (!data.complete) this.endsHere();
    if (read.missing) return read;
    const fields = (definition.components ?? []).map((name) => definition.fields.find((field) => field.name === name));
    const given = fields.map((field) => (field ? (own(values, field.name) ?? defaultOf(field.descriptor)) : null));
    for (const [i, field] of fields.entries()) if (field) checkComponent(given[i] ?? null, field.descriptor, this.jvm);
    try {
      read.value = construct(definition.name, given, this.jvm);
    } catch (error) {
      if (!(error instanceof Thrown)) throw error;
      raise('java.io.InvalidObjectException', stringOf(error.exception.fields['detailMessage']), error.exception);
    }
    return read;
  }
}

/** A record is made by its constructor, which takes no object of another class. */
function checkComponent(value: JavaValue, descriptor: string, { classes }: Jvm): void {
  const wanted = nameOfDescriptor(descriptor);
  if (value === null || isPrimitive(descriptor) || isSubclass(classNameOf(value), wanted, classes)) return;
  const message = `Cannot cast ${classNameOf(value)} to ${wanted}`;
  raise('java.io.InvalidObjectException', message, exceptionOf('java.lang.ClassCastException', message));
}
