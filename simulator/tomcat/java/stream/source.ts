import type { JavaValue, Throwable } from '../value.ts';
import { fromModifiedUtf8 } from './bytes.ts';

/** Ends the decoding. */
export class Stop {
  readonly thrown: Throwable;
  constructor(name: string, message?: string) {
    this.thrown = message === undefined ? { class: name } : { class: name, message };
  }
}

export const corrupted = (message: string) => new Stop('java.io.StreamCorruptedException', message);
export const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');

/** Bytes as they are read, one character each. What is not there stops it with an EOFException. */
export class ByteSource {
  at = 0;
  readonly bytes: string;

  constructor(bytes: string) {
    this.bytes = bytes;
  }

  get atEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  text(length: number): string {
    if (length > this.bytes.length - this.at) throw this.ended();
    const text = fromModifiedUtf8(this.bytes, this.at, this.at + length);
    if (text === undefined) throw new Stop('java.io.UTFDataFormatException');
    this.at += length;
    return text;
  }

  primitive(descriptor: string): JavaValue {
    switch (descriptor) {
      case 'Z':
        return this.uint(1) !== 0;
      case 'B':
        return { type: 'byte', value: String((this.uint(1) << 24) >> 24) };
      case 'C':
        return { type: 'char', value: String(this.uint(2)) };
      case 'S':
        return { type: 'short', value: String((this.uint(2) << 16) >> 16) };
      case 'J':
        return { type: 'long', value: this.long() };
      case 'F':
        return { type: 'float', value: floatText(this.take(4)) };
      case 'D':
        return { type: 'double', value: doubleText(this.take(8)) };
      default:
        return this.int();
    }
  }

  ended() {
    this.at = this.bytes.length;
    return new Stop('java.io.EOFException');
  }

  peek(): number {
    if (this.at >= this.bytes.length) throw this.ended();
    return this.bytes.charCodeAt(this.at) & 0xff;
  }

  /** An unsigned number of so many bytes, the highest first. */
  uint(size: number): number {
    if (this.at + size > this.bytes.length) throw this.ended();
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + (this.bytes.charCodeAt(this.at++) & 0xff);
    return value;
  }

  int(): number {
    return this.uint(4) | 0;
  }

  long(): string {
    const high = this.uint(4);
    return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(this.uint(4))).toString();
  }

  take(size: number): string {
    if (this.at + size > this.bytes.length) throw this.ended();
    this.at += size;
    return this.bytes.slice(this.at - size, this.at);
  }
}

const viewOf = (bytes: string) => new DataView(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)).buffer);

/** A float of four bytes, in as few digits as tell it apart. */
export function floatText(bytes: string): string {
  const value = viewOf(bytes).getFloat32(0);
  for (let digits = 1; digits <= 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(value);
}

/** A double of eight bytes. */
export const doubleText = (bytes: string): string => String(viewOf(bytes).getFloat64(0));
