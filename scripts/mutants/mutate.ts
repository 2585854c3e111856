/** A file with one edit that somebody might make by mistake. */
export interface Mutant {
  /** What was done: stable, whatever else the file holds, e.g. ``without `ip_hash;` ``. */
  edit: string;
  text: string;
}

/** What to look for, and by what each of it may be replaced. */
type Rule = [pattern: RegExp, replace: (match: RegExpMatchArray) => readonly string[]];

const gone = () => [''];

/** Other numbers are as good or as bad: ten times as much is plainly another one, a port nobody listens on, or none at all. */
const tenfold = (number: string) => (Number(number) === 0 ? '1' : `${number}0`);

const opposites: Record<string, string> = {
  on: 'off',
  off: 'on',
  yes: 'no',
  no: 'yes',
  true: 'false',
  false: 'true',
};

const anywhere: Rule[] = [
  [/(?<![\w.])\d+(\.\d+){3}(?![\w.])/g, () => ['10.0.0.9']],
  [/\blocalhost\b/g, () => ['10.0.0.9']],
  [/(?<![\w.$-])(\d+)(?![\w.])/g, ([, number = '']) => [tenfold(number)]],
  [/(?<![\w.$-])(\d+)(ms|[smhdkgL]|[kmg]b)\b/g, ([, number = '', unit = '']) => [tenfold(number) + unit]],
  [/(?<![\w-])(on|off|yes|no|true|false)(?![\w-])/g, ([word]) => [opposites[word] ?? '']],
];

const ofNginx: Rule[] = [
  [/^[ \t]*[a-z_]+\b[^;{}\n]*;/gm, gone],
  [/^[ \t]*[a-z_]+\b[^;{}\n]*\{[^{}]*\}/gm, gone],
  [/\bip_hash;/g, () => ['least_conn;', 'random;']],
  [/\b(?:least_conn|random|hash [^;]*);/g, () => ['ip_hash;']],
  [/[ \t]+(?:[a-z_]+=[^\s;]+|(?:down|backup|consistent|non_idempotent)\b)/g, gone],
];

const ofRedis: Rule[] = [
  [/^[a-z][\w-]* .*$/gm, gone],
  [/^requirepass .*$/gm, ([line]) => [`${line}x`]],
  [/\b(?:allkeys|volatile)-\w+\b|\bnoeviction\b/g, ([word]) => [word === 'noeviction' ? 'allkeys-lru' : 'noeviction']],
];

const ofXml: Rule[] = [
  [/[ \t\n]+[\w:]+="[^"]*"/g, gone],
  [/<\w[^<>]*\/>/g, gone],
  [/<([\w-]+)>[^<]*<\/\1>/g, gone],
  [/="([A-Za-z/][^"]*)"/g, ([, value = '']) => [`="${value}x"`]],
];

const ofJava: Rule[] = [
  [/^import .*;$/gm, gone],
  [/^[ \t]*(?:(?:private|protected|public|static|final|transient|volatile) )+[^{}\n]*;[ \t]*$/gm, gone],
  [/ (?:implements|extends) [\w, ]*\w/g, gone],
  [/\b(?:private|public|final|static|transient) /g, gone],
];

const ofShell: Rule[] = [[/^.+$/gm, gone]];

/** Where a language's comments are, and what else is not to be edited. */
const hash = /#.*$/gm;
const languages: [file: RegExp, rules: readonly Rule[], comments: RegExp][] = [
  [/\.xml$/, ofXml, /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g],
  [/\.java$/, ofJava, /\/\*[\s\S]*?\*\/|\/\/.*$/gm],
  [/\.sh$/, ofShell, hash],
  [/redis\.conf$/, ofRedis, hash],
  [/\.conf$/, ofNginx, hash],
];

/** Of a longer file, most is as it was found, and nobody is asked about it. */
const LONG = 60;

/** Every way to make one mistake in a file. `found`: the file as the learner was given it. */
export function mutantsOf(file: string, text: string, found: string): Mutant[] {
  const [, rules = [], comments = hash] = languages.find(([pattern]) => pattern.test(file)) ?? [];
  const spared = [...text.matchAll(comments), ...(text.split('\n').length > LONG ? linesOf(text, found) : [])].map(
    ({ index, 0: match }) => [index, index + match.length] as const,
  );
  const mutants = new Map<string, Mutant>();
  const edits = new Map<string, number>();
  for (const [pattern, replace] of [...rules, ...anywhere])
    for (const match of text.matchAll(pattern)) {
      const from = match.index + (match[0].length - match[0].trimStart().length);
      if (spared.some(([start, end]) => from >= start && from < end)) continue;
      for (const instead of replace(match)) {
        const mutated = text.slice(0, match.index) + instead + text.slice(match.index + match[0].length);
        if (mutants.has(mutated) || mutated === text) continue;
        const edit = told(match[0], instead, text.slice(text.lastIndexOf('\n', from) + 1).split('\n')[0] ?? '');
        const nth = (edits.get(edit) ?? 0) + 1;
        edits.set(edit, nth);
        mutants.set(mutated, { edit: nth === 1 ? edit : `${edit} (${nth})`, text: mutated });
      }
    }
  return [...mutants.values()];
}

/** The lines of a text that were in it before. */
function linesOf(text: string, found: string): RegExpExecArray[] {
  const known = new Set(found.split('\n'));
  return [...text.matchAll(/^.*$/gm)].filter(([line]) => known.has(line));
}

const inOneLine = (text: string) => text.trim().replaceAll(/\s+/g, ' ');

function told(old: string, instead: string, line: string): string {
  const [from, to, around] = [old, instead, line].map(inOneLine);
  const what = to === '' ? `without \`${from}\`` : `\`${from}\` becomes \`${to}\``;
  return around === from ? what : `${what} in \`${around}\``;
}
