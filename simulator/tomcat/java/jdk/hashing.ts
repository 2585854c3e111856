import { hostOf, type Jvm } from '../run/jvm.ts';
import { type JavaValue, javaHash, stringOf } from '../value.ts';

/** HashMap.tableSizeFor: the next power of two. */
export function tableSizeFor(wanted: number): number {
  let size = 1;
  while (size < wanted && size < 1 << 30) size *= 2;
  return size;
}

/** Things in the order in which a HashMap of so many bins walks them; in one bin as they came. */
export function hashBins<T>(held: readonly T[], keyOf: (one: T) => JavaValue, capacity: number, jvm: Jvm): T[] {
  const bin = (one: T) => {
    const hash = hashOf(keyOf(one), jvm);
    return (hash ^ (hash >>> 16)) & (capacity - 1);
  };
  return held
    .map((one) => ({ one, at: bin(one) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** `hashCode()` of what the JDK says it for; other objects have one that depends on the run, here 0. */
export function hashOf(value: JavaValue, jvm: Jvm): number {
  if (value === null || hostOf(value)) return 0;
  if (typeof value === 'number') return value | 0;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  const text = stringOf(value);
  if (text !== undefined) return javaHash(text);
  if (typeof value !== 'object') return 0;
  switch (value.type) {
    case 'byte':
    case 'short':
    case 'char':
      return Number(value.value) | 0;
    case 'long': {
      const bits = BigInt.asUintN(64, BigInt(value.value));
      return Number((bits ^ (bits >> 32n)) & 0xffffffffn) | 0;
    }
    case 'double': {
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, Number(value.value));
      return view.getInt32(0) ^ view.getInt32(4);
    }
    case 'object':
      return value.items
        ? value.items.reduce<number>((hash, item) => (Math.imul(31, hash) + hashOf(item, jvm)) | 0, 1)
        : 0;
    default:
      return 0;
  }
}
