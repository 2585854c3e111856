import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { find, setText } from '../keyspace.ts';
import { bulk, error, WRONG_TYPE } from '../replies.ts';

/** Commands on numbers with a fraction. */
export const floatCommands: Record<string, Handler> = { incrbyfloat };

/** A score of a sorted set as it is written: `%.17g`, the shortest that reads back the same. */
export function writeScore(score: number): string {
  if (score === Number.POSITIVE_INFINITY) return 'inf';
  if (score === Number.NEGATIVE_INFINITY) return '-inf';
  if (Object.is(score, -0)) return '-0';
  return String(score).replace(/e([+-])(\d)$/, 'e$10$2');
}

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
  const text = write(plus(before, amount));
  setText(call, key, entry, text);
  return bulk(text);
}

/** A decimal number, rounded to 64 bits; nothing where the text is none. Far beyond what a lesson needs is refused too. */
function readExtended(text: string): Extended | undefined {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i.exec(text);
  const [, sign, whole = '', fraction = '', power = '0'] = parts ?? [];
  if (!parts || whole + fraction === '') return undefined;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  const shift = Number(power) - fraction.length;
  return shift >= 0 ? rounded(digits * 10n ** BigInt(shift), 1n) : rounded(digits, 10n ** BigInt(-shift));
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
