import { nameOfDescriptor } from '../class.ts';
import { isSubclass } from '../jdk/classes.ts';
import type { CustomInput, Unfinished } from '../jdk/codecs.ts';
import {
  exceptionObject,
  exceptionOf,
  isA,
  type Jvm,
  type Outcome,
  outcome,
  raise,
  Thrown,
  throwableOf,
} from '../run/jvm.ts';
import { classNameOf, type JavaObject, type JavaValue, throwableText } from '../value.ts';
import { SC_EXTERNALIZABLE } from './constants.ts';
import type { Content, Decoded, StreamArray, StreamClass, StreamEnum, StreamObject } from './content.ts';
import { decode } from './decode.ts';
import { ContentInput } from './input.ts';
import { bind, type LocalClass } from './local.ts';
import { ObjectData, type Read } from './object-data.ts';
import { plainFieldsIn } from './plain-fields.ts';
import { instantiate, resolved } from './restore.ts';

/**
 * java.io.ObjectInputStream over a whole stream: `readObject` and the primitive values, one after another.
 * They throw {@link Thrown}; use {@link deserialize} for one object as a value.
 */
export class ObjectReader extends ObjectData {
  private readonly decoded: Decoded;
  private readonly input: ContentInput;
  private readonly locals = new Map<StreamClass, LocalClass>();

  constructor(bytes: string, jvm: Jvm) {
    super(jvm);
    this.decoded = decode(bytes, plainFieldsIn(jvm.classes), jvm.streamDepth);
    if (this.decoded.read <= 4 && this.decoded.fault && this.decoded.contents.length === 0) this.broken();
    const ended = () => {
      this.broken();
      raise('java.io.EOFException');
    };
    this.input = new ContentInput(this.decoded.contents, ended, (content) => this.wanted(content));
  }

  /** `readObject`. */
  readObject(): JavaValue {
    return this.input.object();
  }

  /** Primitive values at the top, such as `readLong`. */
  get data(): Omit<CustomInput, 'defaults' | 'object'> {
    return this.input;
  }

  /** The object itself is wanted, so its class must be there. */
  override wanted(content: Content): JavaValue {
    const { value, missing } = this.read(content);
    if (missing) throw new Thrown(missing);
    return value;
  }

  /** Throws what the stream breaks off with. */
  override broken(): void {
    if (this.decoded.fault) throw new Thrown(exceptionObject(this.decoded.fault));
  }

  override read(content: Content): Read {
    const known = this.made.get(content);
    if (known) return known;
    switch (content.type) {
      case 'null':
      case 'reset':
        return { value: null };
      case 'primitive':
        return { value: content.value };
      case 'string':
        return this.keep(content, { value: { type: 'string', value: content.value } });
      case 'reference':
        if ('type' in content.to) return this.read(content.to);
        return this.description(content.to);
      case 'description':
        return this.description(content.description);
      case 'class':
        return this.keep(content, this.classObject(content.description));
      case 'array':
        return this.array(content);
      case 'enum':
        return this.keep(content, this.constant(content));
      case 'object':
        return this.object(content);
      case 'exception':
        return this.aborted(content.of);
      case 'block':
        return raise('java.io.StreamCorruptedException', 'unexpected block data');
    }
  }

  private description(description: StreamClass): Read {
    this.local(description);
    return { value: { type: 'class', class: 'java.io.ObjectStreamClass' } };
  }

  private classObject(description: StreamClass | undefined): Read {
    if (!description) return this.endsHere();
    const { missing } = this.local(description);
    return { value: { type: 'class', class: description.name }, missing };
  }

  /** A write that ended with an exception (WriteAbortedException). */
  private aborted(of: Content | undefined): Read {
    if (!of) return this.endsHere();
    const cause = this.wanted(of);
    if (cause === null) return raise('java.io.WriteAbortedException', 'writing aborted');
    if (typeof cause !== 'object' || cause.type !== 'object' || !isA(cause, 'java.io.IOException', this.jvm))
      return raise(
        'java.lang.ClassCastException',
        `class ${classNameOf(cause)} cannot be cast to class java.io.IOException`,
      );
    return raise('java.io.WriteAbortedException', `writing aborted; ${throwableText(throwableOf(cause))}`, cause);
  }

  /** The class here; of superclasses it is found out first. */
  override local(description: StreamClass): LocalClass {
    const known = this.locals.get(description);
    if (known) return known;
    if (description.superclass) this.local(description.superclass);
    if (!description.complete) return this.endsHere();
    const bound = bind(description, this.jvm);
    this.locals.set(description, bound);
    return bound;
  }

  private array(content: StreamArray): Read {
    const { description, items, length } = content;
    if (!description) return this.endsHere();
    const local = this.local(description);
    const held: JavaValue[] = [];
    const read = this.keep(content, {
      value: { type: 'array', class: description.name, items: held },
      missing: local.missing,
    });
    const component = nameOfDescriptor(description.name.slice(1));
    for (const item of items) {
      const { value, missing } = this.read(item);
      read.missing ??= missing;
      if (
        !read.missing &&
        item.type !== 'primitive' &&
        value !== null &&
        !isSubclass(classNameOf(value), component, this.jvm.classes)
      )
        raise('java.lang.ArrayStoreException', classNameOf(value));
      held.push(value);
    }
    return items.length < length ? this.endsHere() : read;
  }

  private constant({ description, constant }: StreamEnum): Read {
    if (!description) return this.endsHere();
    const { definition, missing } = this.local(description);
    if (constant === undefined) return this.endsHere();
    const { name } = description;
    if (definition && !definition.stream && !definition.constants?.includes(constant)) {
      const cause = exceptionOf(
        'java.lang.IllegalArgumentException',
        `No enum constant ${name.replaceAll('$', '.')}.${constant}`,
      );
      raise('java.io.InvalidObjectException', `enum constant ${constant} does not exist in class ${name}`, cause);
    }
    return { value: { type: 'enum', class: name, constant }, missing };
  }

  private object(content: StreamObject): Read {
    const { description } = content;
    if (!description) return this.endsHere();
    const { definition, missing, unusable } = this.local(description);
    if (unusable !== undefined) raise('java.io.InvalidClassException', `${description.name}; ${unusable}`);
    if (definition?.kind === 'record') return this.record(content, description, definition);
    if (definition && boxes.has(definition.name)) return this.boxed(content);
    const object: Unfinished = { type: 'object', class: description.name, fields: {} };
    if (definition) instantiate(object, definition, this.jvm);
    const read = this.keep(content, { value: object as JavaObject, missing });
    if ((description.flags & SC_EXTERNALIZABLE) !== 0) this.external(content, definition, object, read);
    else this.serial(content, definition, object, read);
    if (definition && !read.missing) read.value = resolved(object as JavaObject, definition, this.jvm);
    return read;
  }

  /** Field of an Integer, Boolean …: it is the value. */
  private boxed(content: StreamObject): Read {
    const data = content.data.at(-1);
    const [value] = data?.values ?? [];
    if (!data?.complete || value?.type !== 'primitive') return this.endsHere();
    return this.keep(content, { value: value.value });
  }
}

const boxes = new Set(
  ['Byte', 'Short', 'Integer', 'Long', 'Float', 'Double', 'Character', 'Boolean'].map((name) => `java.lang.${name}`),
);

/** The first object of a stream, or the exception that `readObject` throws. */
export function deserialize(bytes: string, jvm: Jvm): Outcome<JavaValue> {
  return outcome(() => new ObjectReader(bytes, jvm).readObject());
}
