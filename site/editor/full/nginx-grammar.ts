import { type LineState, START, tokenizeLine } from '../tokens.ts';
import type * as Monaco from './monaco.ts';

/** How nginx.conf looks in Monaco and how it is typed: colours, brackets, indentation. */
export function registerNginx(monaco: typeof Monaco): void {
  monaco.languages.register({ id: 'nginx' });
  monaco.languages.setLanguageConfiguration('nginx', {
    comments: { lineComment: '#' },
    brackets: [['{', '}']],
    autoClosingPairs: [{ open: '{', close: '}' }],
    wordPattern: /[^\s;{}"'=]+/,
    indentationRules: { increaseIndentPattern: /^[^#]*\{\s*$/, decreaseIndentPattern: /^\s*\}/ },
    onEnterRules: [
      {
        beforeText: /^[^#]*\{\s*$/,
        afterText: /^\s*\}/,
        action: { indentAction: monaco.languages.IndentAction.IndentOutdent },
      },
    ],
  });
  monaco.languages.setTokensProvider('nginx', {
    getInitialState: () => carried(START),
    tokenize(line, state) {
      const read = tokenizeLine(line, (state as Carried).line);
      return {
        tokens: read.tokens.map((t) => ({ startIndex: t.from, scopes: t.kind })),
        endState: carried(read.state),
      };
    },
  });
}

interface Carried extends Monaco.languages.IState {
  line: LineState;
}

function carried(line: LineState): Carried {
  return {
    line,
    clone: () => carried(line),
    equals: (other) => (other as Carried).line.due === line.due && (other as Carried).line.quote === line.quote,
  };
}
