import * as code from './constants.ts';
import type { Content, StreamClass } from './content.ts';
import { ByteSource, corrupted, hex, Stop } from './source.ts';

/** Class descriptions in an object stream, and the handles by which everything in it is referred to again. */
export abstract class Descriptions extends ByteSource {
  handles: (Content | StreamClass)[] = [];
  depth = 0;
  readonly most: number;

  constructor(bytes: string, most: number) {
    super(bytes);
    this.most = most;
  }

  /** Contents up to the mark that ends a class's own data. */
  abstract untilEnd(into: Content[]): void;

  assign<T extends Content | StreamClass>(one: T): T {
    this.handles.push(one);
    return one;
  }

  reference(): Content {
    const number = this.uint(4);
    const to = this.handles[number - code.FIRST_HANDLE];
    if (!to) throw corrupted(`invalid handle value: ${hex(number, 8)}`);
    return { type: 'reference', handle: number - code.FIRST_HANDLE, to };
  }

  string(type: number): Content {
    const length = this.uint(type === code.TC_STRING ? 2 : 8);
    const handle = this.handles.length;
    return this.assign({ type: 'string', handle, value: this.text(length) });
  }

  /** A class description; undefined: null. */
  description(): StreamClass | undefined {
    const type = this.uint(1);
    switch (type) {
      case code.TC_NULL:
        return undefined;
      case code.TC_CLASSDESC:
        return this.newDescription();
      case code.TC_PROXYCLASSDESC:
        return this.proxyDescription();
      case code.TC_REFERENCE: {
        const { to } = this.reference() as { to: Content | StreamClass };
        if ('type' in to) throw corrupted(`invalid type code: ${hex(type, 2)}`);
        if (!to.complete) throw new Stop('java.io.InvalidClassException', 'Class descriptor should be initialized');
        return to;
      }
      default:
        throw corrupted(`invalid type code: ${hex(type, 2)}`);
    }
  }

  newDescription(): StreamClass {
    const handle = this.handles.length;
    const made: StreamClass = this.assign({ handle, name: '', uid: '0', flags: 0, fields: [], complete: false });
    made.name = this.text(this.uint(2));
    made.uid = this.long();
    made.flags = this.uint(1);
    this.checkFlags(made);
    const count = this.uint(2);
    if ((made.flags & code.SC_ENUM) !== 0 && count !== 0)
      throw new Stop(
        'java.io.InvalidClassException',
        `${made.name}; enum descriptor has non-zero field count: ${count}`,
      );
    for (let i = 0; i < count; i++) made.fields.push(this.field(made.name));
    this.finish(made);
    return made;
  }

  checkFlags({ name, flags, uid }: StreamClass) {
    const fault = (message: string) => new Stop('java.io.InvalidClassException', `${name}; ${message}`);
    if ((flags & code.SC_EXTERNALIZABLE) !== 0 && (flags & code.SC_SERIALIZABLE) !== 0)
      throw fault('serializable and externalizable flags conflict');
    if ((flags & code.SC_ENUM) !== 0 && uid !== '0')
      throw fault(`enum descriptor has non-zero serialVersionUID: ${uid}`);
  }

  field(owner: string) {
    const type = String.fromCharCode(this.uint(1));
    const name = this.text(this.uint(2));
    if ('BCDFIJSZ'.includes(type)) return { name, descriptor: type };
    if (type !== 'L' && type !== '[')
      throw new Stop('java.io.InvalidClassException', `${owner}; invalid descriptor for field ${name}`);
    return { name, descriptor: this.typeString() };
  }

  typeString(): string {
    const type = this.uint(1);
    if (type === code.TC_STRING || type === code.TC_LONGSTRING) return (this.string(type) as { value: string }).value;
    if (type !== code.TC_REFERENCE) throw corrupted(`invalid type code: ${hex(type, 2)}`);
    const { to } = this.reference() as { to: Content | StreamClass };
    if ('type' in to && to.type === 'string') return to.value;
    throw corrupted(`invalid type code: ${hex(type, 2)}`);
  }

  proxyDescription(): StreamClass {
    const handle = this.handles.length;
    const made: StreamClass = {
      handle,
      name: '',
      uid: '0',
      flags: code.SC_SERIALIZABLE,
      fields: [],
      proxy: [],
      complete: false,
    };
    this.assign(made);
    const count = this.int();
    for (let i = 0; i < count; i++) made.proxy?.push(this.text(this.uint(2)));
    this.finish(made);
    return made;
  }

  /** What `annotateClass` wrote, and the superclass. */
  finish(made: StreamClass) {
    this.untilEnd([]);
    if (this.depth >= this.most) throw new Stop('java.lang.StackOverflowError');
    this.depth++;
    const superclass = this.description();
    this.depth--;
    if (superclass) made.superclass = superclass;
    made.complete = true;
  }
}
