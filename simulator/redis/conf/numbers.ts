import { own } from '../../core/own.ts';
import { LLONG_MAX } from './directive.ts';

const LLONG_MIN = -LLONG_MAX - 1n;

/** `strtoll`: the number at the beginning, 0 without one, cut off at 64 bits. */
export function strtoll(text: string, base: 8 | 10 = 10): bigint {
  const [, sign = '', digits = ''] = (base === 10 ? /^\s*([+-]?)(\d+)/ : /^\s*([+-]?)([0-7]+)/).exec(text) ?? [];
  const value = digits.length > 40 ? LLONG_MAX + 1n : BigInt(base === 10 ? digits || 0 : `0o${digits || 0}`);
  const signed = sign === '-' ? -value : value;
  return signed > LLONG_MAX ? LLONG_MAX : signed < LLONG_MIN ? LLONG_MIN : signed;
}

/** `atoi`: the same, its lower 32 bits. `port abc` is 0, `timeout 10s` is 10. */
export const atoi = (text: string): number => Number(BigInt.asIntN(32, strtoll(text)));

/** A whole number and nothing else: no blanks, no sign but `-`, no leading zero (util.c, `string2ll`). */
export function string2ll(text: string): bigint | undefined {
  if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value > LLONG_MAX || value < LLONG_MIN ? undefined : value;
}

const UNITS: Readonly<Record<string, bigint>> = {
  '': 1n,
  b: 1n,
  k: 1000n,
  kb: 1024n,
  m: 1000n ** 2n,
  mb: 1024n ** 2n,
  g: 1000n ** 3n,
  gb: 1024n ** 3n,
};

/** Bytes with a unit: `100mb` (1024²), `100m` (1000²). A unit that is none gives nothing (util.c, `memtoll`). */
export function memtoll(text: string): bigint | undefined {
  const { digits, factor } = withUnit(text);
  return factor === undefined ? undefined : BigInt.asIntN(64, strtoll(digits) * factor);
}

/** The same without a sign, up to 2⁶⁴ - 1: 7.0.15 takes no negative number of bytes (util.c, `memtoull`). */
export function memtoull(text: string): bigint | undefined {
  const { digits, factor } = withUnit(text);
  return factor === undefined || text.startsWith('-') ? undefined : BigInt.asUintN(64, strtoull(digits) * factor);
}

const ULLONG_MAX = (1n << 64n) - 1n;

/** `strtoull` of nothing but digits. */
function strtoull(digits: string): bigint {
  const value = BigInt(digits);
  return value > ULLONG_MAX ? ULLONG_MAX : value;
}

/** Digits and what their unit is worth; `undefined`: there is no such unit, or there are too many digits. */
function withUnit(text: string): { digits: string; factor: bigint | undefined } {
  const [, digits = '', unit = ''] = /^(-?\d*)([\s\S]*)$/.exec(text) ?? [];
  return { digits, factor: digits.length >= 128 ? undefined : own(UNITS, unit.toLowerCase()) };
}
