import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { find, put, setText } from '../keyspace.ts';
import { notify } from '../publish.ts';
import { bulk, error, WRONG_TYPE } from '../replies.ts';

/** Commands on numbers with a fraction. */
export const floatCommands: Record<string, Handler> = { incrbyfloat, hincrbyfloat };

/** A score of a sorted set as it is told: `%.17g`. */
export function writeScore(score: number): string {
  if (score === Number.POSITIVE_INFINITY) return 'inf';
  if (score === Number.NEGATIVE_INFINITY) return '-inf';
  if (Object.is(score, -0)) return '-0';
  const [digits = '', power = ''] = score.toExponential(16).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 17) return withoutNoughts(score.toFixed(16 - exponent));
  return `${withoutNoughts(digits)}e${power[0]}${power.slice(1).padStart(2, '0')}`;
}

const withoutNoughts = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/**
 * A number as the C type `long double` of x86 has it: a whole number of 64 bits times a power of two. Redis counts
 * INCRBYFLOAT in it, which shows in the last digits.
 */
interface Extended {
  mantissa: bigint;
  exponent: number;
}

/** INCRBYFLOAT key amount. */
function incrbyfloat(call: Call): Reply {
  const key = arg(call, 1);
  const entry = find(call, key);
  if (entry && entry.type !== 'string') return WRONG_TYPE;
  const [before, amount] = [readExtended(entry?.value ?? '0'), readExtended(arg(call, 2))];
  if (!before || !amount) return error('ERR value is not a valid float');
  const text = sumOf(before, amount);
  if (text === undefined) return error('ERR increment would produce NaN or Infinity');
  setText(call, key, entry, text);
  return bulk(text);
}

/** HINCRBYFLOAT key field amount. */
function hincrbyfloat(call: Call): Reply {
  const { host, server, db, out } = call;
  const [key, field] = [arg(call, 1), arg(call, 2)];
  const amount = readExtended(arg(call, 3));
  if (!amount) return error('ERR value is not a valid float');
  if (amount === 'infinite' && host.version === '7.0.15') return error('ERR value is NaN or Infinity');
  const entry = find(call, key);
  if (entry && entry.type !== 'hash') return WRONG_TYPE;
  const fields = new Map(entry?.value);
  const before = readExtended(fields.get(field) ?? '0');
  if (!before) return error(`ERR hash value is not a ${host.version === '3.2.1' ? 'valid float' : 'float'}`);
  const text = sumOf(before, amount);
  if (text === undefined) return error('ERR increment would produce NaN or Infinity');
  put(call, key, { type: 'hash', value: [...fields.set(field, text)] }, entry?.expireAt ?? null);
  notify(server, db, 'h', 'hincrbyfloat', key, out);
  return bulk(text);
}

type Read = Extended | 'infinite' | undefined;

/** The sum as it is written; nothing where it is infinite. */
function sumOf(a: Exclude<Read, undefined>, b: Exclude<Read, undefined>): string | undefined {
  if (a === 'infinite' || b === 'infinite') return undefined;
  const sum = plus(a, b);
  return isTooLarge(sum) ? undefined : write(sum);
}

/** The largest `long double` is a little less than 2 to this power. */
const LARGEST = 16_384;
/** Half the smallest one is 2 to this power: what is less is nothing. */
const SMALLEST = -16_446;

const magnitude = ({ mantissa, exponent }: Extended) => mantissa.toString(2).replace('-', '').length + exponent;
const isTooLarge = (number: Extended) => magnitude(number) > LARGEST;
const isTooSmall = (number: Extended) => number.mantissa !== 0n && magnitude(number) <= SMALLEST;

/** A number as `strtold` reads it, rounded to 64 bits; nothing where the text is none, or what it says is out of range. */
function readExtended(text: string): Read {
  if (/^[+-]?inf(?:inity)?$/i.test(text)) return 'infinite';
  const read = readHexadecimal(text) ?? readDecimal(text);
  return !read || isTooLarge(read) || isTooSmall(read) ? undefined : read;
}

function readDecimal(text: string): Extended | undefined {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,5}))?$/i.exec(text);
  const [, sign, whole = '', fraction = '', power = '0'] = parts ?? [];
  if (!parts || whole + fraction === '') return undefined;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  const shift = Number(power) - fraction.length;
  return shift >= 0 ? rounded(digits * 10n ** BigInt(shift), 1n) : rounded(digits, 10n ** BigInt(-shift));
}

function readHexadecimal(text: string): Extended | undefined {
  const parts = /^([+-]?)0x([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d{1,5}))?$/i.exec(text);
  const [, sign, whole = '', fraction = '', power = '0'] = parts ?? [];
  if (!parts || whole + fraction === '') return undefined;
  const digits = BigInt(`0x${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const shift = Number(power) - 4 * fraction.length;
  return shift >= 0 ? rounded(digits << BigInt(shift), 1n) : rounded(digits, 1n << BigInt(-shift));
}

/** The nearest number of 64 bits to a fraction; of two equally near ones the even. */
function rounded(numerator: bigint, denominator: bigint): Extended {
  if (numerator === 0n) return { mantissa: 0n, exponent: 0 };
  const size = numerator < 0n ? -numerator : numerator;
  let exponent = size.toString(2).length - denominator.toString(2).length - 64;
  const scaled = (by: number): [bigint, bigint] =>
    by >= 0 ? [size, denominator << BigInt(by)] : [size << BigInt(-by), denominator];
  let [up, down] = scaled(exponent);
  if (up / down >= 1n << 64n) [up, down] = scaled(++exponent);
  let mantissa = up / down;
  const rest = (up % down) * 2n;
  if (rest > down || (rest === down && mantissa % 2n === 1n)) mantissa++;
  return { mantissa: numerator < 0n ? -mantissa : mantissa, exponent };
}

function plus(a: Extended, b: Extended): Extended {
  const exponent = Math.min(a.exponent, b.exponent);
  const sum = (a.mantissa << BigInt(a.exponent - exponent)) + (b.mantissa << BigInt(b.exponent - exponent));
  return exponent >= 0 ? rounded(sum << BigInt(exponent), 1n) : rounded(sum, 1n << BigInt(-exponent));
}

/** `%.17Lf` without the noughts at its end. */
function write({ mantissa, exponent }: Extended): string {
  const size = mantissa < 0n ? -mantissa : mantissa;
  const [up, down] = exponent >= 0 ? [size << BigInt(exponent), 1n] : [size, 1n << BigInt(-exponent)];
  const scaled = up * 10n ** 17n;
  let whole = scaled / down;
  const rest = (scaled % down) * 2n;
  if (rest > down || (rest === down && whole % 2n === 1n)) whole++;
  const digits = whole.toString().padStart(18, '0');
  const fraction = digits.slice(-17).replace(/0+$/, '');
  const text = digits.slice(0, -17) + (fraction ? `.${fraction}` : '');
  return mantissa < 0n && whole !== 0n ? `-${text}` : text;
}
