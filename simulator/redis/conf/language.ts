import type { Files, Fix, Language } from '../../core/language.ts';
import { own } from '../../core/own.ts';
import { halfWidth, nearest } from '../../core/spelling.ts';
import type { Completion, Problem, Range } from '../../core/text.ts';
import { splitWords } from '../split.ts';
import type { Version } from '../version.ts';
import { directivesOf, findDirective } from './directive.ts';
import { diskOf } from './disk.ts';
import { hintsOf } from './hints.ts';
import { type Reading, readConfiguration } from './read.ts';
import { lower } from './values.ts';

/** Every kind of problem: those that stop the start, and those that only surprise. */
export type ProblemCode =
  | 'bad-directive'
  | 'wrong-arguments'
  | 'unbalanced-quotes'
  | 'bad-value'
  | 'cannot-open'
  | 'cannot-enter'
  | 'endless-include'
  | 'bad-address'
  | 'save-ignored'
  | 'empty-password'
  | 'unknown-unit'
  | 'sloppy-number'
  | 'open-door'
  | 'no-effect';

/** redis.conf and the files it includes. Of which version, the source beside it says: `src/version.h`. */
export const redisConf: Language = {
  id: 'redis',
  problems(files, name) {
    const reading = readFrom(files, name);
    return [...reading.problems, ...hintsOf(reading)].sort((a, b) => (a.file === b.file ? a.from - b.from : 0));
  },
  statements: (files, name) =>
    readFrom(files, name).lines.flatMap(({ file, line: { number, from, text, places } }) => {
      const place = places[0] ?? { from: 0, to: text.length };
      const range = { from: from + place.from, to: from + place.to };
      const until = from + text.length;
      return file === name ? [{ name: text.slice(place.from, place.to), file, line: number, ...range, until }] : [];
    }),
  complete,
  hover,
  fixes,
  words: ({ code, line, values }) => {
    const { message = '', text = '', version, value } = values;
    if (code === 'redis.bad-address') return addressWords(String(version), String(value));
    if (['redis.cannot-open', 'redis.cannot-enter', 'redis.endless-include'].includes(code)) return String(message);
    if (message === '') return '';
    return text === '' ? String(message) : `Reading the configuration file, at line ${line}\n>>> '${text}'\n${message}`;
  },
};

const addressWords = (version: string, address: string) => {
  const what = version === '3.2.1' ? 'Creating Server' : 'Warning: Could not create server';
  return `${what} TCP listening socket ${address}:6379: Name or service not known`;
};

/** The version that the unpacked source names; the guide's where there is none. */
const versionOf = (files: Files): Version => (files['src/version.h']?.includes('"7.0.15"') ? '7.0.15' : '3.2.1');

const MAIN_FILE = 'redis.conf';

/** Reads redis.conf, or the file itself where redis.conf does not include it. */
function readFrom(files: Files, name: string): Reading {
  const version = versionOf(files);
  const cwd = `/opt/redis-${version}`;
  const all = Object.entries(files).map(([path, text]) => [path.startsWith('/') ? path : `${cwd}/${path}`, text]);
  const source = { version, disk: diskOf(Object.fromEntries(all), [cwd]), cwd };
  const reading = readConfiguration(source, MAIN_FILE in files ? MAIN_FILE : name, undefined);
  const known = name === MAIN_FILE || reading.lines.some(({ file }) => file === name);
  return known ? reading : readConfiguration(source, name, undefined);
}

/** Directives that are no settings. */
const OTHERS: Readonly<Record<Version, readonly string[]>> = {
  '3.2.1': ['include', 'rename-command'],
  '7.0.15': ['include', 'rename-command', 'user', 'loadmodule'],
};

/** A directive's name at the beginning of a line, then the words that it may be. */
function complete(files: Files, name: string, at: number): Completion[] {
  const version = versionOf(files);
  const text = files[name] ?? '';
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(from, at);
  if (before.trimStart().startsWith('#')) return [];
  const words = before.trimStart().split(/[ \t]+/);
  const [first = ''] = words;
  if (words.length === 1)
    return directiveNames(version).map((label) => ({ label, insert: label, kind: 'directive', doc: page(label) }));
  const directive = findDirective(version, lower(first));
  if (!directive || words.length > 2) return [];
  const values = directive.values.length > 0 ? directive.values : (own(EXAMPLES, directive.name) ?? []);
  return values.map((label) => ({ label, insert: label, kind: 'value', doc: page(directive.name) }));
}

/** Values that people write where any would do. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  bind: ['127.0.0.1', '0.0.0.0'],
  port: ['6379'],
  save: ['""', '900 1'],
  maxmemory: ['100mb', '1gb'],
  logfile: ['""', 'redis.log'],
  dir: ['./'],
  dbfilename: ['dump.rdb'],
};

/** Every directive that a file of this version may hold, but for those that only programmers know. */
export const directiveNames = (version: Version): string[] => [
  ...[...directivesOf[version].values()].filter(({ name }) => name !== 'watchdog-period').map(({ name }) => name),
  ...OTHERS[version],
];

const page = (name: string) => `redis/directive/${name}`;

/** The directive of the line; of a commented-out one too. */
function hover(files: Files, name: string, at: number): (Completion & Range) | undefined {
  const version = versionOf(files);
  const text = files[name] ?? '';
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(from, end < 0 ? text.length : end);
  const skipped = /^[\s#]*/.exec(line)?.[0].length ?? 0;
  const words = splitWords(line.slice(skipped)) ?? [];
  const word = words.find((one) => one.from <= at - from - skipped && at - from - skipped <= one.to);
  const label = lower(words[0]?.text ?? '');
  const known = findDirective(version, label)?.name ?? (OTHERS[version].includes(label) ? label : undefined);
  if (!word || known === undefined) return undefined;
  const start = from + skipped;
  return { label, insert: label, kind: 'directive', doc: page(known), from: start + word.from, to: start + word.to };
}

/** Ready repairs: a misspelled name, a character of the wrong width, a comment that must have a line of its own. */
function fixes(files: Files, problem: Problem): Fix[] {
  if (problem.severity !== 'error') return [];
  const text = files[problem.file] ?? '';
  const range = { from: problem.from, to: problem.to };
  const shown = text.slice(problem.from, problem.to);
  const half = halfWidth(shown);
  if (half !== undefined) return [{ code: 'redis.half-width', values: {}, edits: [{ ...range, insert: half }] }];
  const comment = commentAfter(text, problem);
  if (comment) return [{ code: 'redis.own-line', values: {}, edits: [comment] }];
  if (problem.code !== 'redis.bad-directive') return [];
  return nearest(String(problem.values['name'] ?? ''), directiveNames(versionOf(files))).map((name) => ({
    code: 'redis.replace',
    values: { name },
    edits: [{ ...range, insert: name }],
  }));
}

/** A `#` behind a directive, with the blanks before it: on a line of its own it would be a comment. */
function commentAfter(text: string, { from }: Problem): (Range & { insert: string }) | undefined {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', from);
  const line = text.slice(start, end < 0 ? text.length : end);
  const found = /^[^#]*\S([ \t]+)#/.exec(line);
  if (!found) return undefined;
  const to = start + found[0].length - 1;
  return { from: to - (found[1]?.length ?? 0), to, insert: '\n' };
}
