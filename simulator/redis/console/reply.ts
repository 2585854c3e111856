import type { Reply } from '../../core/resp.ts';
import { array, bulk, integer, NIL, status } from '../replies.ts';
import { inOrder } from './kept.ts';

/** What ioredis-mock answers, as a server would write it. */
export function toReply(name: string, answer: unknown): Reply {
  if (statusReplies.has(name)) return status('OK');
  if (answer === null || answer === undefined) return NIL;
  if (Array.isArray(answer)) return array(members(name, answer).map((item) => toReply('', item)));
  if (typeof answer === 'number' || typeof answer === 'boolean') return integer(Number(answer));
  if (typeof answer === 'object')
    return array(
      Object.entries(answer)
        .flat()
        .map((item) => bulk(String(item))),
    );
  return bulk(String(answer));
}

const statusReplies: ReadonlySet<string> = new Set(['hmset']);
const sets: ReadonlySet<string> = new Set(['smembers']);

const members = (name: string, answer: readonly unknown[]): readonly unknown[] =>
  sets.has(name) ? inOrder(answer.map(String)) : answer;
