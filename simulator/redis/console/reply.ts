import type { Reply } from '../../core/resp.ts';
import { writeScore } from '../commands/floats.ts';
import { array, bulk, integer, NIL, status } from '../replies.ts';
import { inOrder } from './kept.ts';

/** What ioredis-mock answers, as a server would write it. */
export function toReply(name: string, args: readonly string[], answer: unknown): Reply {
  if (statusReplies.has(name)) return status('OK');
  if (answer === null || answer === undefined) return emptyReply(name, args);
  if (scores.has(name)) return bulk(writeScore(Number(answer)));
  if (Array.isArray(answer)) return array(members(name, answer).map((item) => toReply('', [], item)));
  if (typeof answer === 'number' || typeof answer === 'boolean') return integer(Number(answer));
  if (typeof answer === 'object')
    return array(
      Object.entries(answer)
        .flat()
        .map((item) => bulk(String(item))),
    );
  return numbers.has(name) ? integer(Number(answer)) : bulk(String(answer));
}

const statusReplies: ReadonlySet<string> = new Set(['hmset', 'lset', 'ltrim']);
const scores: ReadonlySet<string> = new Set(['zscore', 'zincrby']);
const numbers: ReadonlySet<string> = new Set(['hincrby']);
const sets: ReadonlySet<string> = new Set(['smembers', 'sinter', 'sunion', 'sdiff']);

/** Where nothing is: nil, or no elements. */
const emptyReply = (name: string, args: readonly string[]): Reply =>
  (name === 'lpop' || name === 'rpop') && args.length > 1 ? { type: 'array', items: null } : NIL;

/** Scores among members are texts. */
const members = (name: string, answer: readonly unknown[]): unknown[] =>
  sets.has(name)
    ? inOrder(answer.map(String))
    : answer.map((item) => (name.startsWith('zpop') && typeof item === 'number' ? writeScore(item) : item));
