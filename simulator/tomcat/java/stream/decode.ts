import { isPrimitive } from '../class.ts';
import * as code from './constants.ts';
import { type ClassData, type Content, type Decoded, type StreamClass, streamLineage } from './content.ts';
import { Descriptions } from './descriptions.ts';
import { corrupted, hex, Stop } from './source.ts';

/**
 * Decodes an object stream: for a person to look at, or for {@link ../stream/reader.ts} to make objects of.
 * Any bytes (one character each) give as much of a tree as they have, and what java.io.ObjectInputStream says where it stops.
 *
 * `plainFields(name)`: false for a class whose `writeObject` does not write its fields first; only its source can tell.
 */
export function decode(
  bytes: string,
  plainFields: (name: string) => boolean = () => true,
  depth: number = code.DEPTH,
): Decoded {
  return new Decoder(bytes, plainFields, depth).stream();
}

class Decoder extends Descriptions {
  private readonly plainFields: (name: string) => boolean;

  constructor(bytes: string, plainFields: (name: string) => boolean, most: number) {
    super(bytes, most);
    this.plainFields = plainFields;
  }

  stream(): Decoded {
    const contents: Content[] = [];
    try {
      const magic = this.uint(4);
      if (magic !== 0xaced0005) throw corrupted(`invalid stream header: ${hex(magic, 8)}`);
      while (this.at < this.bytes.length) this.content(contents, true);
    } catch (error) {
      if (error instanceof Stop) return { contents, fault: error.thrown, read: this.at };
      throw error;
    }
    return { contents, read: this.at };
  }

  /** One content, put into `into` before its parts are read. `blocks`: primitive data may stand here. */
  private content(into: Content[], blocks: boolean): void {
    if (this.depth >= this.most) throw new Stop('java.lang.StackOverflowError');
    this.depth++;
    const type = this.uint(1);
    switch (type) {
      case code.TC_NULL:
        into.push({ type: 'null' });
        break;
      case code.TC_REFERENCE:
        into.push(this.reference());
        break;
      case code.TC_CLASS:
        this.classObject(into);
        break;
      case code.TC_CLASSDESC:
      case code.TC_PROXYCLASSDESC: {
        this.at--;
        const description = this.description();
        if (description) into.push({ type: 'description', description });
        break;
      }
      case code.TC_STRING:
      case code.TC_LONGSTRING:
        into.push(this.string(type));
        break;
      case code.TC_ARRAY:
        this.array(into);
        break;
      case code.TC_ENUM:
        this.constant(into);
        break;
      case code.TC_OBJECT:
        this.object(into);
        break;
      case code.TC_EXCEPTION:
        this.exception(into);
        break;
      case code.TC_RESET:
        this.handles = [];
        into.push({ type: 'reset' });
        break;
      case code.TC_BLOCKDATA:
      case code.TC_BLOCKDATALONG:
        if (!blocks) throw corrupted('unexpected block data');
        this.block(into, type);
        break;
      case code.TC_ENDBLOCKDATA:
        throw blocks ? new Stop('java.io.OptionalDataException') : corrupted('unexpected end of block data');
      default:
        throw corrupted(`invalid type code: ${hex(type, 2)}`);
    }
    this.depth--;
  }

  private classObject(into: Content[]) {
    const content: Content & { type: 'class' } = { type: 'class', handle: -1 };
    into.push(content);
    const description = this.description();
    if (description) content.description = description;
    content.handle = this.handles.length;
    this.assign(content);
  }

  private array(into: Content[]) {
    const content: Content & { type: 'array' } = { type: 'array', handle: -1, length: 0, items: [] };
    into.push(content);
    const description = this.description();
    content.handle = this.handles.length;
    this.assign(content);
    if (!description) throw new Stop('java.lang.NullPointerException');
    content.description = description;
    content.length = this.int();
    if (content.length < 0) throw new Stop('java.lang.NegativeArraySizeException', String(content.length));
    const component = description.name.slice(1);
    for (let i = 0; i < content.length; i++)
      this.value(isPrimitive(component) ? component : 'Ljava/lang/Object;', content.items);
  }

  private constant(into: Content[]) {
    const content: Content & { type: 'enum' } = { type: 'enum', handle: -1 };
    into.push(content);
    const description = this.description();
    content.handle = this.handles.length;
    this.assign(content);
    if (description) content.description = description;
    content.constant = this.constantName();
  }

  private constantName(): string {
    const type = this.uint(1);
    if (type === code.TC_STRING || type === code.TC_LONGSTRING) return (this.string(type) as { value: string }).value;
    if (type !== code.TC_REFERENCE) throw corrupted(`invalid type code: ${hex(type, 2)}`);
    const { to } = this.reference() as { to: Content | StreamClass };
    return 'type' in to && to.type === 'string' ? to.value : '';
  }

  private object(into: Content[]) {
    const content: Content & { type: 'object' } = { type: 'object', handle: -1, data: [] };
    into.push(content);
    const description = this.description();
    content.handle = this.handles.length;
    this.assign(content);
    if (!description) throw new Stop('java.lang.NullPointerException');
    content.description = description;
    const chain = (description.flags & code.SC_EXTERNALIZABLE) !== 0 ? [description] : streamLineage(description);
    for (const one of chain) {
      const data: ClassData = { description: one, values: [], extra: [], complete: false };
      content.data.push(data);
      this.classData(data);
      data.complete = true;
    }
  }

  private classData({ description, values, extra }: ClassData) {
    const { flags, fields, name } = description;
    const external = (flags & code.SC_EXTERNALIZABLE) !== 0;
    const writes = (flags & code.SC_WRITE_METHOD) !== 0;
    if (!external && (!writes || this.plainFields(name)))
      for (const field of fields) this.value(field.descriptor, values);
    if (external && (flags & code.SC_BLOCK_DATA) === 0) throw corrupted('external data of protocol version 1');
    if (external || writes) this.untilEnd(extra);
  }

  /** Contents up to the mark that ends a class's own data. */
  override untilEnd(into: Content[]) {
    while (this.peek() !== code.TC_ENDBLOCKDATA) this.content(into, true);
    this.at++;
  }

  private value(descriptor: string, into: Content[]) {
    if (!isPrimitive(descriptor)) return this.content(into, false);
    into.push({ type: 'primitive', value: this.primitive(descriptor) });
  }

  private exception(into: Content[]) {
    const content: Content & { type: 'exception' } = { type: 'exception' };
    into.push(content);
    this.handles = [];
    const inside: Content[] = [];
    try {
      this.content(inside, false);
    } finally {
      const [of] = inside;
      if (of) content.of = of;
    }
    this.handles = [];
  }

  private block(into: Content[], type: number) {
    const length = type === code.TC_BLOCKDATA ? this.uint(1) : this.int();
    if (length < 0) throw corrupted(`illegal block data header length: ${length}`);
    const found = this.bytes.slice(this.at, this.at + length);
    into.push({ type: 'block', bytes: found });
    this.at += found.length;
    if (found.length < length) throw new Stop('java.io.EOFException');
  }
}
