import { completeLine } from '../../../simulator/shell/complete.ts';
import { expand } from '../../../simulator/shell/line/expand.ts';
import { parseLine, type Step } from '../../../simulator/shell/line/parse.ts';
import type { Word } from '../../../simulator/shell/line/words.ts';
import { cookiesFor, readCookies, withCookie } from '../../../simulator/shell/programs/cookie-file.ts';
import { tokenizeShellLine } from '../../../site/editor/shell-tokens.ts';
import { START } from '../../../site/editor/tokens.ts';
import type { TextTarget } from '../target.ts';
import { inLines } from './taking.ts';

const good = [
  'curl -i -b jar http://localhost:8081/login?user=zhang && echo "$? $(ls)" > a 2>&1 | grep -v x &',
  'for i in 1 2 3; do echo $i; done; while true; do sleep 1; done',
  "sed -i 's/a/b/' /etc/nginx/nginx.conf; kill -9 %1; cat <a >>b",
  'cd ~/redis-3.2.1 && ./src/redis-cli -a x set "a b" \\$y `pwd`',
  'until [ -f x ]; do :; done # comment',
];
const words =
  '$( ) ` " \' \\ && || | |& ; ;; & > >> >& &> < << <<< 2>&1 # ${x} $? do done for while until in then fi if ( { } ! ~ * ? [a-z] x=1 echo ls cd'
    .split(' ')
    .map((word) => `${word} `);

const wordsIn = (steps: readonly Step[]): Word[] =>
  steps.flatMap((step) =>
    'commands' in step
      ? step.commands.flatMap(({ words }) => words)
      : [...('values' in step ? step.values : wordsIn(step.test)), ...wordsIn(step.body)],
  );

const tree = new Map([
  ['/', { kind: 'folder' }],
  ['/etc', { kind: 'folder' }],
  ['/etc/a.conf', { kind: 'file', text: '' }],
]) as unknown as Parameters<typeof expand>[1]['tree'];
const around = { cwd: '/etc', tree, variable: () => 'a b*', output: (line: string) => line };
const terminal = { cwd: '/etc', variables: { HOME: '/root' } };
const kernel = { files: new Map(), hosts: [] } as unknown as Parameters<typeof completeLine>[1];

export const shellTargets: readonly TextTarget[] = [
  {
    name: 'shell-line',
    what: 'a line of bash: read, and its words expanded',
    good,
    words,
    longest: 80,
    take(text) {
      const line = parseLine(text);
      if (line.kind === 'steps') for (const word of wordsIn(line.steps)) expand(word, around);
    },
  },
  {
    name: 'shell-tab',
    what: 'a line of bash in which Tab was pressed',
    good,
    words,
    take: (text) => completeLine(terminal, kernel, text, text.length),
  },
  {
    name: 'shell-colours',
    what: 'a line of a shell script for colouring',
    good,
    words,
    take: inLines(tokenizeShellLine, START),
  },
  {
    name: 'curl-cookies',
    what: 'a cookie file of curl, and `Set-Cookie` as curl keeps it',
    good: [
      '#HttpOnly_localhost\tFALSE\t/\tFALSE\t0\tJSESSIONID\tA\n',
      'a=b; Path=/; HttpOnly; Max-Age=0',
      '# Netscape\n\nlocalhost\tFALSE\t/x\tFALSE\t0\ta\tb',
    ],
    words: ['\t', '\n', '#HttpOnly_', '; path=/', '; expires=', '1970', '; max-age=-1', '='],
    take: (text) => cookiesFor(withCookie(readCookies(text), text, 'localhost', '/a/b'), 'localhost', '/a'),
  },
];
