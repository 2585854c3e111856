import * as fc from 'fast-check';
import { DIRECTIVES } from '../../simulator/nginx/conf/directives.ts';
import { casesOf, recordingOf } from '../conformance/compare.ts';
import { type ConfigCase, nginxConfig } from '../conformance/nginx-config.ts';
import { nginxConfigRecorder } from '../record/nginx-config.ts';
import type { Target } from './target.ts';

/** A change of a text: at a word of it, by its place among all words (0 to 1). */
interface Edit {
  at: number;
  change: (words: string[], index: number) => void;
}

const recorded = (casesOf(recordingOf(nginxConfig as never)) as ConfigCase[]).flatMap(({ config }) =>
  config !== undefined && config.length < 6000 ? [config] : [],
);

/** Words, signs and the gaps between them. */
const wordsOf = (text: string): string[] =>
  text.match(/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|#[^\n]*|[{};]|[^\s{};]+|\s+/g) ?? [];

const names = DIRECTIVES.match(/^\w+/gm) ?? [];
const lines = [...new Set(recorded.flatMap((text) => text.split('\n').map((line) => line.trim())))].filter(
  (line) => line.endsWith(';') && line.length < 160,
);
const words = [...new Set(recorded.flatMap(wordsOf))].filter((word) => word.trim() !== '' && word.length < 80);

/** Values at the borders of what nginx reads as numbers, sizes, times, addresses, names, patterns. */
const BORDERS = `0 1 -1 +1 01 1k 1K 1m 1g 1t 5s 1.5s 0s 1ms 500ms1s 30m1h 1h30m 1y 60 65535 65536 2147483647 2147483648
4294967296 9223372036854775807 9223372036854775808 on off On none any all "" '' "a "a b" $ $a $uri \${uri} \${uri $uri} $1 $10
$arg_x http:// http://a http://backend http://127.0.0.1:0 http://127.0.0.1:65536 http://[::1] http://[::1 unix:/tmp/s unix: 127.0.0.1
127.0.0.256 10.1.2.3/8 ::1/129 localhost nohost a:b *:80 80 localhost: weight=0 weight=-1 max_fails=x fail_timeout= max_conns=1
slow_start=1s backup down resolve keys_zone=a:1m zone=one:10m rate=0r/s burst=0 ssl http2 default_server =200 ^/a ^/( [a ~ ~* ^~
@x *.a a.* ~^a$ *.*.a consistent least_conn two error timeout http_404 http_999 8k 1k1 user:group root auto mime.types *.conf`.split(
  /\s+/,
);
const SIGNS = [
  '{',
  '}',
  ';',
  '"',
  "'",
  '$',
  '#',
  '\n',
  '\\',
  '(',
  ')',
  '；',
  ' ',
  '\t',
  '\r',
  '\0',
  'é',
  '\ufeff',
  '=',
  ':',
];

const change: fc.Arbitrary<Edit['change']> = fc.oneof(
  fc.constantFrom(...words, ...BORDERS).map((word) => (all: string[], i: number) => void all.splice(i, 1, word)),
  fc.constantFrom(...BORDERS).map((word) => (all: string[], i: number) => void all.splice(i, 0, ` ${word} `)),
  fc.constantFrom(...names).map((word) => (all: string[], i: number) => void all.splice(i, 1, word)),
  fc.constantFrom(...SIGNS).map((sign) => (all: string[], i: number) => void all.splice(i, 0, sign)),
  fc.constantFrom(...lines).map((line) => (all: string[], i: number) => void all.splice(i, 0, `\n${line}\n`)),
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.array(fc.constantFrom(...BORDERS), { maxLength: 3 }),
      fc.constantFrom(';', ' {}'),
    )
    .map(([name, values, end]) => (all: string[], i: number) => {
      all.splice(i, 0, `\n${[name, ...values].join(' ')}${end}\n`);
    }),
  fc.integer({ min: 1, max: 12 }).map((count) => (all: string[], i: number) => void all.splice(i, count)),
  fc.integer({ min: 1, max: 8 }).map((count) => (all: string[], i: number) => {
    all.splice(i, 0, ...all.slice(i, i + count));
  }),
);

const edit: fc.Arbitrary<Edit> = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), change });

/** Recorded configurations with up to four changes. */
const config: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...recorded), fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([text, edits]) => {
    const all = wordsOf(text);
    for (const { at, change } of edits) change(all, Math.floor(at * all.length));
    return all.join('');
  });

/** Configurations near the recorded ones, through `nginx -t`. */
export const nginxConfigTarget: Target<ConfigCase> = {
  recorder: nginxConfigRecorder,
  given: config.map((text) => ({ id: 'fuzz', group: 'fuzz', config: text, ok: false, rc: -1, stderr: [] })),
  batch: 200,
};
