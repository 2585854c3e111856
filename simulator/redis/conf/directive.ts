import { splitArguments } from '../split.ts';
import type { Version } from '../version.ts';
import { rows321 } from './table-3.2.1.ts';
import { rows7015 } from './table-7.0.15.ts';

/** What a value is: how it is read and checked. */
export type Kind =
  | 'bool'
  | 'enum'
  /** Any of the values, several at once. */
  | 'flags'
  | 'int'
  /** A number of bytes: `100mb`. */
  | 'memory'
  /** Bytes, or a share of maxmemory: `10%`. */
  | 'percent'
  | 'octal'
  | 'string'
  /** Has a reader of its own: bind, save, dir … */
  | 'special';

/** One directive of redis.conf, as one version knows it. */
export interface Directive {
  name: string;
  kind: Kind;
  /** `live`: CONFIG SET changes it. `protected`: only where enable-protected-configs allows it (7.0). */
  change: 'live' | 'immutable' | 'protected';
  /** CONFIG GET shows it. */
  shown: boolean;
  /** As CONFIG GET shows it. */
  initial: string;
  /** Words it may be; empty where it is no enum. */
  values: readonly string[];
  /** What CONFIG SET (3.2.1) or both (7.0.15) accept. */
  min: bigint;
  max: bigint;
  /** The older name that still works (7.0.15). */
  alias?: string;
  /** 3.2.1: the smallest number that the file may hold, and what is said of a smaller one. */
  file?: { least: number; error: string };
}

export const LLONG_MAX = 9223372036854775807n;

/** Every directive of a version by its name, in the order in which CONFIG GET * of 3.2.1 shows them. */
export const directivesOf: Readonly<Record<Version, ReadonlyMap<string, Directive>>> = {
  '3.2.1': byName(rows321),
  '7.0.15': byName(rows7015),
};

/** A directive by its name or its older name, lower case. */
export const findDirective = (version: Version, name: string): Directive | undefined =>
  directivesOf[version].get(name) ?? (version === '3.2.1' ? undefined : olderNames.get(name));

const olderNames: ReadonlyMap<string, Directive> = new Map(
  [...directivesOf['7.0.15'].values()].flatMap((one) => (one.alias === undefined ? [] : [[one.alias, one] as const])),
);

function byName(rows: string): Map<string, Directive> {
  const directives = rows
    .trim()
    .split('\n')
    .map((row) => directiveOf(splitArguments(row) as string[]));
  return new Map(directives.map((directive) => [directive.name, directive]));
}

/** `name kind change default`, then a range, values, `= older name`, and for 3.2.1 `>= least error`. */
function directiveOf(row: string[]): Directive {
  const [name, kind, change, initial, ...more] = row as [string, Kind, string, string, ...string[]];
  const [least, error] = valuesAfter(more, '>=');
  const [alias] = valuesAfter(more, '=');
  const range = more.find((word) => word.includes('..'))?.split('..');
  const words = more.find((word) => word.includes('|'))?.split('|') ?? [];
  return {
    name,
    kind,
    change: change.replace('-hidden', '') as Directive['change'],
    shown: !change.endsWith('-hidden'),
    initial,
    values: kind === 'bool' ? ['yes', 'no'] : words,
    min: BigInt(range?.[0] ?? 0),
    max: BigInt(range?.[1] ?? LLONG_MAX),
    ...(alias === undefined ? {} : { alias }),
    ...(least === undefined || error === undefined ? {} : { file: { least: Number(least), error } }),
  };
}

function valuesAfter(words: readonly string[], sign: string): readonly string[] {
  const at = words.indexOf(sign);
  return at < 0 ? [] : words.slice(at + 1);
}
