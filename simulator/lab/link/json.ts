import type { Client } from '../../client/client.ts';
import type { Reply } from '../../core/resp.ts';
import type { Visit } from '../../engine/world.ts';
import type { Value } from '../../redis/host.ts';
import type { Computed } from '../../redis/redis.ts';
import { isRecord, parsed } from './parsed.ts';

/** How deep a reply of Redis may be nested in a link. */
const DEEPEST = 20;

/** The outcome of a Redis command as JSON. Scores of sorted sets may be infinite, which JSON has no word for. */
export const computedText = (computed: Computed): string =>
  JSON.stringify(computed, (_, part: unknown) =>
    typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
  );

/** The same, read from JSON that anybody may have written; `undefined`: it is none. */
export function computedIn(json: string): Computed | undefined {
  const read = parsed(json);
  if (!isRecord(read) || !isReply(read['reply'], 0) || !isArrayOf(read['changes'], isChange)) return undefined;
  const changes = (read['changes'] as [string, Value | null][]).map(
    ([key, value]) => [key, value && finished(value)] as const,
  );
  return { reply: read['reply'], changes };
}

const finished = (value: Value): Value =>
  value.type === 'zset'
    ? { ...value, value: value.value.map(([member, score]) => [member, Number(score)] as const) }
    : value;

/** A visitor's plan, likewise. */
export function planIn(json: string): Client['plan'] | undefined {
  const read = parsed(json);
  const plan = isRecord(read) && isArrayOf(read['visits'], isVisit) && isCount(read['next']) && isCount(read['pause']);
  return plan ? (read as unknown as Client['plan']) : undefined;
}

/** A command's words; `undefined`: it is none. */
export function wordsIn(json: string): string[] | undefined {
  const read = parsed(json);
  return isArrayOf(read, isText) && (read as string[]).length > 0 ? (read as string[]) : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1e12;

const isArrayOf = (value: unknown, is: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);

const isPairOf = (value: unknown, is: (second: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && is(value[1]);

function isReply(value: unknown, depth: number): value is Reply {
  if (!isRecord(value) || depth > DEEPEST) return false;
  const { type, text, items } = value;
  if (type === 'array') return items === null || isArrayOf(items, (item) => isReply(item, depth + 1));
  if (type === 'bulk') return text === null || isText(text);
  return (type === 'status' || type === 'error' || type === 'integer') && isText(text);
}

const isChange = (value: unknown) => isPairOf(value, (held) => held === null || isValue(held));

function isValue(given: unknown): given is Value {
  if (!isRecord(given)) return false;
  const { type, value } = given;
  switch (type) {
    case 'string':
      return isText(value);
    case 'list':
    case 'set':
      return isArrayOf(value, isText);
    case 'hash':
      return isArrayOf(value, (pair) => isPairOf(pair, isText));
    case 'zset':
      return isArrayOf(value, (pair) => isPairOf(pair, isScore));
    default:
      return false;
  }
}

const isScore = (value: unknown) => typeof value === 'number' || value === 'Infinity' || value === '-Infinity';

const isVisit = (value: unknown): value is Visit =>
  isRecord(value) &&
  isText(value['path']) &&
  (value['method'] === undefined || isText(value['method'])) &&
  (value['patience'] === undefined || isCount(value['patience']));
