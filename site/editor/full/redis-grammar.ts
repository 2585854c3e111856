import { tokenizeRedisLine } from '../redis-tokens.ts';
import type * as Monaco from './monaco.ts';

/** How redis.conf looks in Monaco and how it is typed. */
export function registerRedis(monaco: typeof Monaco): void {
  monaco.languages.register({ id: 'redis' });
  monaco.languages.setLanguageConfiguration('redis', {
    comments: { lineComment: '#' },
    autoClosingPairs: [{ open: '"', close: '"' }],
    wordPattern: /[^\s"']+/,
  });
  monaco.languages.setTokensProvider('redis', {
    getInitialState: () => nothing,
    tokenize: (line) => ({
      tokens: tokenizeRedisLine(line).tokens.map(({ from, kind }) => ({ startIndex: from, scopes: kind })),
      endState: nothing,
    }),
  });
}

/** No line of redis.conf depends on another. */
const nothing: Monaco.languages.IState = { clone: () => nothing, equals: () => true };
