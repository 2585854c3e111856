import type { RedisVersion } from './commands/table.ts';

const MAX = 2n ** 63n - 1n;
const MIN = -(2n ** 63n);

/**
 * A 64-bit integer as the version reads it, exactly; null where it is none. 7.0.15 takes one spelling of a number only
 * (string2ll), 3.2.1 what strtoll takes: `+5`, `007`, and the empty text for 0.
 */
export function readInteger(version: RedisVersion, text: string): bigint | null {
  const pattern = version === '3.2.1' ? /^(?:[+-]?\d+)?$/ : /^(?:0|-?[1-9]\d*)$/;
  if (!pattern.test(text)) return null;
  const value = BigInt(text.replace('+', ''));
  return value > MAX || value < MIN ? null : value;
}

/** The same as a number, for where the last digits of enormous values do not matter. */
export function readNumber(version: RedisVersion, text: string): number | null {
  const value = Number(text);
  if (Number.isSafeInteger(value) && String(value) === text) return value;
  const exact = readInteger(version, text);
  return exact === null ? null : Number(exact);
}

/** Whether a sum or product still is a 64-bit integer. */
export const isInt64 = (value: bigint): boolean => value <= MAX && value >= MIN;

/** Whether a number fits C's `int`, as 7.0.15 wants it for the numbers of databases. */
export const isInt32 = (value: number): boolean => value >= -(2 ** 31) && value < 2 ** 31;
