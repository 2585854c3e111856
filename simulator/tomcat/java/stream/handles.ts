import { isPrimitive } from '../class.ts';
import { classNamed } from '../jdk/classes.ts';
import type { Jvm } from '../run/jvm.ts';
import type { JavaValue } from '../value.ts';
import { BlockSink } from './blocks.ts';
import { modifiedUtf8 } from './bytes.ts';
import * as code from './constants.ts';
import { type Description, describe, isSerializableClass } from './description.ts';
import { identityOf } from './identity.ts';

/** Class descriptions and strings of an object stream, and the handles by which what was written is referred to again. */
export class HandleWriter extends BlockSink {
  readonly jvm: Jvm;
  handles = new Map<unknown, number>();
  handleCount = 0;

  constructor(jvm: Jvm) {
    super();
    this.jvm = jvm;
  }

  clear() {
    this.handles = new Map();
    this.handleCount = 0;
  }

  /** A null or a back reference. */
  known(value: JavaValue): boolean {
    if (value === null) {
      this.out.byte(code.TC_NULL);
      return true;
    }
    const identity = identityOf(value);
    const handle = identity === undefined ? undefined : this.handles.get(identity);
    if (handle === undefined) return false;
    this.reference(handle);
    return true;
  }

  reference(handle: number) {
    this.out.byte(code.TC_REFERENCE);
    this.out.int(code.FIRST_HANDLE + handle);
  }

  assign(value: JavaValue): void {
    const identity = value === null ? undefined : identityOf(value);
    if (identity !== undefined) this.handles.set(identity, this.handleCount);
    this.handleCount++;
  }

  string(value: JavaValue, text: string) {
    this.assign(value);
    const bytes = modifiedUtf8(text);
    if (bytes.length <= 0xffff) {
      this.out.byte(code.TC_STRING);
      this.out.short(bytes.length);
    } else {
      this.out.byte(code.TC_LONGSTRING);
      this.out.long(String(bytes.length));
    }
    this.out.raw(bytes);
  }

  /** A class description, or a reference to it. */
  describe(name: string): Description {
    const description = describe(name, this.jvm);
    const handle = this.handles.get(`class ${name}`);
    if (handle !== undefined) {
      this.reference(handle);
      return description;
    }
    this.out.byte(code.TC_CLASSDESC);
    this.handles.set(`class ${name}`, this.handleCount++);
    this.out.utf(name);
    this.out.long(description.uid);
    this.out.byte(description.flags);
    this.out.short(description.fields.length);
    for (const field of description.fields) {
      this.out.byte(field.descriptor.charCodeAt(0));
      this.out.utf(field.name);
      if (!isPrimitive(field.descriptor)) this.typeString(field.descriptor);
    }
    this.out.byte(code.TC_ENDBLOCKDATA);
    const superclass = name.startsWith('[') ? undefined : classNamed(name, this.jvm.classes)?.superclass;
    if (superclass !== undefined && description.flags !== 0 && isSerializableClass(superclass, this.jvm)) {
      this.describe(superclass);
    } else this.out.byte(code.TC_NULL);
    return description;
  }

  typeString(descriptor: string) {
    const value: JavaValue = { type: 'string', value: descriptor, interned: true };
    if (!this.known(value)) this.string(value, descriptor);
  }
}
