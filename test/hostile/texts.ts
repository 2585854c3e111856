import type { Dice } from './dice.ts';
import type { TextTarget } from './target.ts';

/** Signs that something is often made of, whatever it is. */
const SIGNS = [
  ...'{}[]()<>"\'`\\/;:,.|&#$%=+-*?!@^~ \t\r\n0a\0',
  '\r\n',
  '汤',
  '\u00e9',
  '\ud83d',
  '\udc00',
  '\u2028',
  '\ufeff',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '99999999999999999999',
  '1e999',
  'NaN',
];

/** So many pieces of each kind are made before a campaign; every input is put together of a few. */
const PIECES = 4096;

/** Makes texts for a target: good ones that break off or have a wrong sign in the middle, with pieces of others and noise. */
export function textsFor({ good, words, longest = 60 }: TextTarget, dice: Dice): () => string {
  const all = good.length > 0 ? good : [''];
  const noise = [...SIGNS, ...words, ...words];
  const pieces = (make: () => string) => Array.from({ length: PIECES }, make);
  const begun = pieces(() => stretch(dice, dice.of(all), longest));
  const heaps = pieces(() => repeated(1 + dice.below(8), () => dice.of(noise)));
  const runs = pieces(() => dice.of(noise).repeat(1 + dice.below(16)));
  const binary = pieces(() =>
    repeated(dice.below(16), () => String.fromCharCode(dice.below(dice.below(4) ? 0x80 : 0x10000))),
  );
  const put = [
    () => dice.of(heaps) + dice.of(heaps),
    () => dice.of(binary) + dice.of(heaps) + dice.of(binary),
    () => dice.of(runs) + dice.of(noise) + dice.of(runs),
    () => dice.of(begun) + dice.of(binary),
    () => dice.of(begun) + dice.of(heaps),
    () => dice.of(begun) + dice.of(noise) + dice.of(begun),
    () => dice.of(heaps) + dice.of(begun) + dice.of(runs),
    () => {
      const text = dice.of(begun);
      const at = dice.below(text.length + 1);
      return text.slice(0, at) + dice.of(noise) + text.slice(at + dice.below(4));
    },
  ];
  return () => {
    const text = dice.of(put)();
    return text.length > longest ? text.slice(0, longest) : text;
  };
}

const repeated = (times: number, make: () => string): string => Array.from({ length: times }, make).join('');

/** Some part of a text, from its beginning more often than not: half-typed. Short texts stay whole now and then. */
function stretch(dice: Dice, text: string, longest: number): string {
  if (text.length <= longest && dice.below(3) === 0) return text;
  const length = 1 + dice.below(Math.min(longest, text.length + 1));
  const from = dice.below(3) === 0 ? dice.below(text.length + 1) : 0;
  return text.slice(from, from + length);
}
