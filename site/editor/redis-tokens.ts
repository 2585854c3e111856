import { splitWords } from '../../simulator/redis/split.ts';
import { type LineState, START, type Token } from './tokens.ts';

/** Splits one line of redis.conf, which carries nothing over to the next: a comment, or a name and its values. */
export function tokenizeRedisLine(line: string): { tokens: Token[]; state: LineState } {
  const from = line.length - line.trimStart().length;
  if (line[from] === '#') return { tokens: [{ from, to: line.length, kind: 'comment' }], state: START };
  const words = splitWords(line);
  // Quotes that do not close: everything from the first one on.
  if (!words) return { tokens: [{ from, to: line.length, kind: 'string' }], state: START };
  const tokens = words.map((word, index) => ({
    from: word.from,
    to: word.to,
    kind: index === 0 ? ('name' as const) : kindOf(line.slice(word.from, word.to)),
  }));
  return { tokens, state: START };
}

function kindOf(word: string): Token['kind'] {
  if (/^["']/.test(word)) return 'string';
  return /^(-?\d+([kmg]b?|b)?|yes|no)$/i.test(word) ? 'number' : 'word';
}
