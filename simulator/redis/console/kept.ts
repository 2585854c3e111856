import type { Value } from '../host.ts';

/** How ioredis-mock keeps values: hashes as objects, lists as arrays, sets as sets, sorted sets as maps. */
export type Kept =
  | string
  | string[]
  | Set<string>
  | Map<string, { score: number; value: string }>
  | Record<string, string>;

export function toKept(value: Value): Kept {
  switch (value.type) {
    case 'string':
      return value.value;
    case 'list':
      return [...value.value];
    case 'set':
      return new Set(value.value);
    case 'hash':
      return Object.fromEntries(value.value);
    case 'zset':
      return new Map(value.value.map(([member, score]) => [member, { score, value: member }]));
  }
}

/** Back; null for what is empty, which is no key at all. */
export function toValue(kept: Kept | undefined): Value | null {
  if (kept === undefined) return null;
  if (typeof kept === 'string') return { type: 'string', value: kept };
  if (Array.isArray(kept)) return kept.length === 0 ? null : { type: 'list', value: kept.map(String) };
  if (kept instanceof Set) return kept.size === 0 ? null : { type: 'set', value: inOrder([...kept].map(String)) };
  if (kept instanceof Map) {
    const members = [...kept.values()].map(({ value, score }): [string, number] => [String(value), Number(score)]);
    return members.length === 0 ? null : { type: 'zset', value: members.sort(byScore) };
  }
  const fields = Object.entries(kept).map(([field, value]): [string, string] => [field, String(value)]);
  return fields.length === 0 ? null : { type: 'hash', value: fields };
}

const byScore = ([a, scoreA]: [string, number], [b, scoreB]: [string, number]) =>
  scoreA - scoreB || (a < b ? -1 : a > b ? 1 : 0);

/** A set of integers is kept in their order. */
export const inOrder = (members: string[]): string[] =>
  members.every((member) => /^-?\d{1,15}$/.test(member)) ? members.sort((a, b) => Number(a) - Number(b)) : members;
