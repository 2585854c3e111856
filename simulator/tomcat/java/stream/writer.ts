import { own } from '../../../core/own.ts';
import { isPrimitive, type JavaClass, type JavaMethod, type StreamField } from '../class.ts';
import { classNamed, lineage } from '../jdk/classes.ts';
import { type Codec, type CustomOutput, codecs } from '../jdk/codecs.ts';
import { defaultOf } from '../run/convert.ts';
import { invoke } from '../run/invoke.ts';
import { isA, type Jvm, type Outcome, outcome, raise, Thrown } from '../run/jvm.ts';
import { slotOf } from '../run/slots.ts';
import { classNameOf, type JavaEnum, type JavaObject, type JavaValue, stringOf } from '../value.ts';
import { ByteSink } from './bytes.ts';
import * as code from './constants.ts';
import { describe, hook, isSerializableClass, replacement, WRITE_OBJECT } from './description.ts';
import { writerFor } from './handed-out.ts';
import { HandleWriter } from './handles.ts';

/**
 * java.io.ObjectOutputStream, protocol version 2: what a JVM with these classes writes, byte for byte.
 * `writeObject` and the others throw a {@link Thrown}; use {@link serialize} for a value instead.
 */
export class ObjectWriter extends HandleWriter {
  private depth = 0;

  constructor(jvm: Jvm) {
    super(jvm);
    this.out.short(0xaced);
    this.out.short(5);
  }

  /** Everything written so far, one character a byte. */
  bytes(): string {
    this.drain();
    return this.out.text();
  }

  /** Primitive data at the top, outside of any object, such as `writeLong`. */
  get data(): CustomOutput {
    return this.custom(undefined, undefined);
  }

  /** `writeObject`. A failure at the top leaves its exception in the stream, if it is an IOException. */
  writeObject(value: JavaValue): void {
    try {
      this.write(value);
    } catch (error) {
      if (this.depth === 0 && error instanceof Thrown && isA(error.exception, 'java.io.IOException', this.jvm))
        this.writeFatal(error);
      throw error;
    }
  }

  private writeFatal({ exception }: Thrown) {
    this.clear();
    this.inBytes(() => {
      this.out.byte(code.TC_EXCEPTION);
      this.plain(exception);
    });
    this.clear();
  }

  private write(value: JavaValue) {
    if (this.depth >= this.jvm.streamDepth) raise('java.lang.StackOverflowError');
    this.depth++;
    try {
      this.inBytes(() => this.plain(value));
    } finally {
      this.depth--;
    }
  }

  private plain(given: JavaValue): void {
    if (this.known(given)) return;
    const value = this.replaced(given);
    if (value !== given && this.known(value)) return;
    const string = stringOf(value);
    if (value === null) return this.out.byte(code.TC_NULL);
    if (string !== undefined) return this.string(value, string);
    if (typeof value === 'string') return this.string(value, value);
    if (typeof value !== 'object') return this.boxed(value);
    switch (value.type) {
      case 'class':
        this.out.byte(code.TC_CLASS);
        this.describe(value.class);
        return this.assign(value);
      case 'array':
        return this.array(value.class, value.items, value);
      case 'enum':
        return this.constant(value);
      case 'object':
        return this.object(value);
      case 'lambda':
        return raise('java.io.NotSerializableException', value.class);
      default:
        return this.boxed(value);
    }
  }

  private replaced(given: JavaValue): JavaValue {
    let value = given;
    for (let i = 0; i < 100; i++) {
      if (value === null || typeof value !== 'object') return value;
      const codec = value.type === 'object' || value.type === 'lambda' ? codecOf(value) : undefined;
      const made = codec?.replace?.(value as JavaObject, this.jvm);
      if (made !== undefined) return made;
      if (value.type !== 'object' || !isSerializableClass(value.class, this.jvm)) return value;
      const found = replacement(value.class, 'writeReplace', this.jvm);
      if (!found) return value;
      const next = invoke(found.owner, found.method, value, [], this.jvm);
      if (next === null) return next;
      const same = classNameOf(next) === classNameOf(value);
      value = next;
      if (same) return value;
    }
    return value;
  }

  private boxed(value: Exclude<JavaValue, null | string>) {
    const name = classNameOf(value);
    this.out.byte(code.TC_OBJECT);
    this.describe(name);
    this.assign(value);
    this.primitive(this.out, describe(name, this.jvm).fields[0]?.descriptor ?? 'I', value);
  }

  private array(name: string, items: readonly JavaValue[], value: JavaValue) {
    const component = name.slice(1);
    this.out.byte(code.TC_ARRAY);
    this.describe(name);
    this.assign(value);
    this.out.int(items.length);
    for (const item of items) {
      if (isPrimitive(component)) this.primitive(this.out, component, item);
      else this.write(item);
    }
  }

  private constant(value: JavaEnum) {
    this.out.byte(code.TC_ENUM);
    this.describe(value.class);
    this.assign(value);
    this.string({ type: 'string', value: value.constant, interned: true }, value.constant);
  }

  private object(value: JavaObject) {
    const { class: name } = value;
    if (!isSerializableClass(name, this.jvm)) raise('java.io.NotSerializableException', name);
    this.out.byte(code.TC_OBJECT);
    const description = this.describe(name);
    this.assign(value);
    const owner = classNamed(name, this.jvm.classes);
    if (!owner) return;
    if ((description.flags & code.SC_EXTERNALIZABLE) !== 0) return this.external(value, owner);
    const chain = lineage(name, this.jvm.classes).filter((one) => isSerializableClass(one.name, this.jvm));
    for (const one of chain.reverse()) this.classData(value, one);
  }

  private classData(value: JavaObject, owner: JavaClass) {
    const codec = codecs[owner.name];
    const method = owner.stream || owner.kind === 'record' ? undefined : hook(owner, 'writeObject', WRITE_OBJECT);
    if (method) return this.customData(() => this.call(owner, method, value));
    if (codec?.write) return this.customData(() => codec.write?.(value, this.custom(value, owner), this.jvm));
    this.defaultFields(value, owner);
    if (((owner.stream?.flags ?? 0) & code.SC_WRITE_METHOD) !== 0) this.out.byte(code.TC_ENDBLOCKDATA);
  }

  private call(owner: JavaClass, method: JavaMethod, value: JavaObject) {
    invoke(owner, method, value, [writerFor(this.custom(value, owner))], this.jvm);
  }

  /** Block data until the end mark. */
  private customData(run: () => void) {
    this.block = new ByteSink();
    run();
    this.drain();
    this.block = undefined;
    this.out.byte(code.TC_ENDBLOCKDATA);
  }

  private external(value: JavaObject, owner: JavaClass) {
    const codec = codecs[owner.name];
    this.customData(() => {
      if (codec?.write) return codec.write(value, this.custom(value, owner), this.jvm);
      const at = lineage(owner.name, this.jvm.classes)
        .flatMap((one) => one.methods.map((method) => ({ one, method })))
        .find(({ method }) => method.name === 'writeExternal' && method.descriptor === '(Ljava/io/ObjectOutput;)V');
      if (at) this.call(at.one, at.method, value);
    });
  }

  private defaultFields(value: JavaObject, owner: JavaClass) {
    const { fields } = describe(owner.name, this.jvm);
    const codec: Codec | undefined = codecs[owner.name];
    const given = codec?.fields?.(value, this.jvm);
    const valueOf = (field: StreamField) =>
      given?.[field.name] ??
      own(value.fields, slotOf(owner.name, field.name, this.jvm.classes)) ??
      defaultOf(field.descriptor);
    this.fieldValues(fields, valueOf);
  }

  private fieldValues(fields: readonly StreamField[], valueOf: (field: StreamField) => JavaValue) {
    for (const field of fields)
      if (isPrimitive(field.descriptor)) this.primitive(this.out, field.descriptor, valueOf(field));
    for (const field of fields) if (!isPrimitive(field.descriptor)) this.write(valueOf(field));
  }

  /** What a codec or a `writeObject` writes with. */
  private custom(value: JavaObject | undefined, owner: JavaClass | undefined): CustomOutput {
    return {
      byte: (n) => this.put((out) => out.byte(n)),
      short: (n) => this.put((out) => out.short(n)),
      int: (n) => this.put((out) => out.int(n)),
      long: (n) => this.put((out) => out.long(n)),
      float: (n) => this.put((out) => out.float(n)),
      double: (n) => this.put((out) => out.double(n)),
      utf: (text) => this.put((out) => out.utf(text)),
      raw: (bytes) => this.put((out) => out.raw(bytes)),
      object: (one) => this.writeObject(one),
      defaults: () => {
        if (!value || !owner) raise('java.io.NotActiveException', 'not in call to writeObject');
        this.inBytes(() => this.defaultFields(value, owner));
      },
      fields: (values) => {
        if (!owner) raise('java.io.NotActiveException', 'not in call to writeObject');
        const { fields } = describe(owner.name, this.jvm);
        this.inBytes(() => this.fieldValues(fields, (field) => own(values, field.name) ?? defaultOf(field.descriptor)));
      },
    };
  }
}

const codecOf = (value: JavaValue): Codec | undefined =>
  value === null
    ? undefined
    : codecs[typeof value === 'object' && value.type === 'lambda' ? 'lambda' : classNameOf(value)];

/** The bytes of one object in a stream of its own, or the exception that `writeObject` throws, with what it had written by then. */
export function serialize(value: JavaValue, jvm: Jvm): Outcome<string> & { written: string } {
  const writer = new ObjectWriter(jvm);
  const result = outcome(() => {
    writer.writeObject(value);
    return writer.bytes();
  });
  return { ...result, written: writer.bytes() };
}
