/** Bytes as they are appended. */
export class ByteSink {
  private readonly parts: string[] = [];
  private buffer: number[] = [];
  length = 0;

  byte(value: number): void {
    this.buffer.push(value & 0xff);
    this.length++;
    if (this.buffer.length >= 4096) this.flush();
  }

  short(value: number): void {
    this.byte(value >> 8);
    this.byte(value);
  }

  int(value: number): void {
    this.short(value >> 16);
    this.short(value);
  }

  /** A long in decimal. */
  long(value: string): void {
    const bits = BigInt.asUintN(64, BigInt(value));
    this.int(Number(bits >> 32n));
    this.int(Number(bits & 0xffffffffn));
  }

  float(value: string): void {
    this.floating(4, (view) => view.setFloat32(0, javaNumber(value)));
  }

  double(value: string): void {
    this.floating(8, (view) => view.setFloat64(0, javaNumber(value)));
  }

  /** Bytes as characters of a string. */
  raw(bytes: string): void {
    for (let i = 0; i < bytes.length; i++) this.byte(bytes.charCodeAt(i));
  }

  /** Its length in two bytes, then the text in modified UTF-8. */
  utf(text: string): void {
    const bytes = modifiedUtf8(text);
    this.short(bytes.length);
    this.raw(bytes);
  }

  /** All of it so far, one character a byte. */
  text(): string {
    this.flush();
    return this.parts.join('');
  }

  private floating(size: number, set: (view: DataView) => void) {
    const view = new DataView(new ArrayBuffer(size));
    set(view);
    for (let i = 0; i < size; i++) this.byte(view.getUint8(i));
  }

  private flush() {
    if (this.buffer.length > 0) this.parts.push(String.fromCharCode(...this.buffer));
    this.buffer = [];
  }
}

/** `1.5`, `NaN`, `Infinity` as Java writes them. */
const javaNumber = (text: string): number => Number(text);

/** Java's own UTF-8: U+0000 takes two bytes, and each half of a surrogate pair three. One character a byte. */
export function modifiedUtf8(text: string): string {
  let bytes = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0 && code < 0x80) bytes += String.fromCharCode(code);
    else if (code < 0x800) bytes += String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else bytes += String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  }
  return bytes;
}

/** The text of modified UTF-8; undefined: it is none (UTFDataFormatException). */
export function fromModifiedUtf8(bytes: string, from: number, to: number): string | undefined {
  const parts: string[] = [];
  const next = (at: number) => {
    const byte = at < to ? bytes.charCodeAt(at) : 0;
    return (byte & 0xc0) === 0x80 ? byte & 0x3f : -1;
  };
  for (let at = from; at < to; ) {
    const byte = bytes.charCodeAt(at);
    if (byte < 0x80) {
      parts.push(String.fromCharCode(byte));
      at += 1;
    } else if ((byte & 0xe0) === 0xc0) {
      const low = next(at + 1);
      if (low < 0) return undefined;
      parts.push(String.fromCharCode(((byte & 0x1f) << 6) | low));
      at += 2;
    } else if ((byte & 0xf0) === 0xe0) {
      const [middle, low] = [next(at + 1), next(at + 2)];
      if (middle < 0 || low < 0) return undefined;
      parts.push(String.fromCharCode(((byte & 0x0f) << 12) | (middle << 6) | low));
      at += 3;
    } else return undefined;
  }
  return parts.join('');
}
