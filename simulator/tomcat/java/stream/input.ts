import type { CustomInput } from '../jdk/codecs.ts';
import { raise } from '../run/jvm.ts';
import type { JavaValue } from '../value.ts';
import { fromModifiedUtf8 } from './bytes.ts';
import type { Content } from './content.ts';
import { doubleText, floatText } from './source.ts';

/**
 * Reads a class's own data, or a whole stream, as ObjectInputStream does in block data mode: primitive values out of the
 * blocks, objects between them. `broken` throws when the stream breaks off there; `object` makes the object of a content.
 */
export class ContentInput implements Omit<CustomInput, 'defaults'> {
  private next = 0;
  /** Within a block. */
  private at = 0;
  private readonly contents: readonly Content[];
  private readonly broken: () => void;
  private readonly make: (content: Content) => JavaValue;

  constructor(contents: readonly Content[], broken: () => void, make: (content: Content) => JavaValue) {
    this.contents = contents;
    this.broken = broken;
    this.make = make;
  }

  object(): JavaValue {
    this.skipEmpty();
    const content = this.contents[this.next];
    if (!content) {
      this.broken();
      return raise('java.io.OptionalDataException');
    }
    if (content.type === 'block') raise('java.io.OptionalDataException');
    this.next++;
    if (content.type === 'reset') return this.object();
    return this.make(content);
  }

  /** The rest is read and thrown away, but its faults count. */
  skip(look: (content: Content) => void): void {
    for (; this.next < this.contents.length; this.next++) {
      const content = this.contents[this.next];
      if (content && content.type !== 'block') look(content);
    }
    this.broken();
  }

  byte(): number {
    return (this.uint(1) << 24) >> 24;
  }

  short(): number {
    return (this.uint(2) << 16) >> 16;
  }

  int(): number {
    return this.uint(4) | 0;
  }

  long(): string {
    const high = this.uint(4);
    return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(this.uint(4))).toString();
  }

  float(): string {
    return floatText(this.raw(4));
  }

  double(): string {
    return doubleText(this.raw(8));
  }

  utf(): string {
    const bytes = this.raw(this.uint(2));
    return fromModifiedUtf8(bytes, 0, bytes.length) ?? raise('java.io.UTFDataFormatException');
  }

  raw(count: number): string {
    let found = '';
    while (found.length < count) {
      this.skipEmpty();
      const content = this.contents[this.next];
      if (content?.type !== 'block') {
        if (!content) this.broken();
        return raise('java.io.EOFException');
      }
      const piece = content.bytes.slice(this.at, this.at + count - found.length);
      found += piece;
      this.at += piece.length;
    }
    this.skipEmpty();
    return found;
  }

  private skipEmpty() {
    for (;;) {
      const content = this.contents[this.next];
      if (content?.type !== 'block' || this.at < content.bytes.length) return;
      this.next++;
      this.at = 0;
    }
  }

  private uint(size: number): number {
    const bytes = this.raw(size);
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + bytes.charCodeAt(i);
    return value;
  }
}
