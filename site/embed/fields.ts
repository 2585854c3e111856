/** Something with named fields that came from outside. */
export type Fields = Readonly<Record<string, unknown>>;

/** What may come at most, in characters or in number. */
export const most = {
  id: 100,
  word: 200,
  sentence: 2_000,
  /** A link, or all files together. */
  text: 1_000_000,
  hosts: 50,
  filesOfHost: 100,
  checks: 100,
  attempts: 1_000_000,
  height: 100_000,
  /** Virtual ms: ten days. */
  time: 864_000_000,
} as const;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

export const isOneOf = <T>(value: unknown, all: readonly T[]): value is T =>
  (all as readonly unknown[]).includes(value);

export const isWhole = (value: unknown, largest: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= largest;

export const isNumber = (value: unknown, largest: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= largest;

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** A field that may be left out. */
export const isMissingOr = <T>(value: unknown, is: (value: unknown) => value is T): value is T | undefined =>
  value === undefined || is(value);
