import type { JavaValue } from '../value.ts';
import { ByteSink } from './bytes.ts';
import { TC_BLOCKDATA, TC_BLOCKDATALONG } from './constants.ts';

/** The bytes of an object stream, and the blocks in which primitive data stands among them. */
export class BlockSink {
  readonly out = new ByteSink();
  /** Primitive data since the last object; undefined outside of block data mode. */
  block: ByteSink | undefined = new ByteSink();

  /** Outside of block data mode. */
  inBytes(run: () => void) {
    const before = this.block;
    this.drain();
    this.block = undefined;
    try {
      run();
    } finally {
      this.drain();
      this.block = before === undefined ? undefined : new ByteSink();
    }
  }

  primitive(out: ByteSink, descriptor: string, value: JavaValue) {
    const number = typeof value === 'object' && value !== null && 'value' in value ? value.value : String(value ?? 0);
    switch (descriptor) {
      case 'Z':
        return out.byte(value === true ? 1 : 0);
      case 'B':
        return out.byte(Number(number));
      case 'C':
      case 'S':
        return out.short(Number(number));
      case 'I':
        return out.int(Number(number));
      case 'J':
        return out.long(number);
      case 'F':
        return out.float(number);
      default:
        return out.double(number);
    }
  }

  /** Primitive data of a class's own: in blocks of at most 1024 bytes. */
  put(write: (out: ByteSink) => void) {
    const piece = new ByteSink();
    write(piece);
    for (const byte of piece.text()) {
      this.block ??= new ByteSink();
      if (this.block.length >= 1024) this.drain();
      this.block.byte(byte.charCodeAt(0));
    }
  }

  drain() {
    const { block } = this;
    if (!block || block.length === 0) return;
    if (block.length <= 0xff) {
      this.out.byte(TC_BLOCKDATA);
      this.out.byte(block.length);
    } else {
      this.out.byte(TC_BLOCKDATALONG);
      this.out.int(block.length);
    }
    this.out.raw(block.text());
    this.block = new ByteSink();
  }
}
