import type { JavaNumber, JavaValue } from '../value.ts';
import { raise } from './jvm.ts';

/** What a field of this type has before anybody sets it. */
export function defaultOf(descriptor: string): JavaValue {
  const type = typeOf[descriptor];
  if (descriptor === 'I') return 0;
  if (descriptor === 'Z') return false;
  return type ? { type, value: '0' } : null;
}

const typeOf: Readonly<Record<string, JavaNumber['type']>> = {
  B: 'byte',
  C: 'char',
  D: 'double',
  F: 'float',
  J: 'long',
  S: 'short',
};

const boxed: Readonly<Record<string, string>> = {
  'Ljava/lang/Byte;': 'B',
  'Ljava/lang/Short;': 'S',
  'Ljava/lang/Character;': 'C',
};

/** A value as a variable of this type keeps it: numbers widened or cut, null refused where it must be unboxed. */
export function coerce(value: JavaValue, descriptor: string | undefined): JavaValue {
  if (descriptor === undefined) return value;
  if (descriptor.length > 1) {
    const small = boxed[descriptor];
    return small !== undefined && typeof value === 'number' ? toType(value, small) : value;
  }
  if (descriptor === 'V') return null;
  if (value === null) return raise('java.lang.NullPointerException');
  return descriptor === 'Z' ? value === true : toType(value, descriptor);
}

/** Of a number: a cast to a primitive type. */
export function toType(value: JavaValue, descriptor: string): JavaValue {
  const type = typeOf[descriptor];
  switch (descriptor) {
    case 'I':
      return Number(BigInt.asIntN(32, wholeOf(value, 32)));
    case 'J':
      return { type: 'long', value: BigInt.asIntN(64, wholeOf(value, 64)).toString() };
    case 'S':
      return { type: 'short', value: BigInt.asIntN(16, wholeOf(value, 32)).toString() };
    case 'B':
      return { type: 'byte', value: BigInt.asIntN(8, wholeOf(value, 32)).toString() };
    case 'C':
      return { type: 'char', value: BigInt.asUintN(16, wholeOf(value, 32)).toString() };
    case 'F':
      return { type: 'float', value: shortest(Math.fround(numberOf(value))) };
    default:
      return type ? { type, value: String(numberOf(value)) } : value;
  }
}

/** The fewest digits that tell a float from its neighbours. */
function shortest(value: number): string {
  for (let digits = 1; digits <= 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(value);
}

/** A number of Java as one of JavaScript (longs lose digits beyond 53 bits). */
export function numberOf(value: JavaValue): number {
  if (typeof value === 'number') return value;
  if (isNumber(value)) return Number(value.value);
  return raise('java.lang.NullPointerException');
}

/** Without its fraction; beyond the type's range, the end of the range (JLS 5.1.3). */
function wholeOf(value: JavaValue, bits: 32 | 64): bigint {
  if (isNumber(value) && value.type !== 'float' && value.type !== 'double') return BigInt(value.value);
  const number = numberOf(value);
  if (Number.isNaN(number)) return 0n;
  const most = (1n << BigInt(bits - 1)) - 1n;
  if (number >= Number(most)) return most;
  return number <= -Number(most) - 1 ? -most - 1n : BigInt(Math.trunc(number));
}

/** Whether it is a number of another type than int. */
export const isNumber = (value: JavaValue | undefined): value is JavaNumber =>
  value !== null && typeof value === 'object' && 'value' in value && value.type !== 'string';

/** Whether Java calculates with it: numbers and chars. */
export const isNumeric = (value: JavaValue): boolean => typeof value === 'number' || isNumber(value);

/** A number as the JDK writes it. */
export function numberText(value: number | JavaNumber): string {
  if (typeof value === 'number') return String(value);
  if (value.type === 'char') return String.fromCharCode(Number(value.value));
  if (value.type !== 'float' && value.type !== 'double') return value.value;
  return floatingText(Number(value.value));
}

/** Double.toString: plain from a thousandth up to ten million, else with an exponent, and always with a digit after the point. */
function floatingText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
