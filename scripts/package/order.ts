import { exerciseIds } from '../session-lab/exercises.ts';
import { given } from '../session-lab/options.ts';

/** What an LMS can be given. */
export const formats = ['scorm12', 'scorm2004', 'cmi5', 'zip'] as const;
export type Format = (typeof formats)[number];

/** The languages that a package can speak, as `--lang` names them and as the site's folders are called. */
const languages = { en: 'en', 'zh-CN': 'zh-cn' } as const;

/** What is to be packed. */
export interface Order {
  exercise: string;
  format: Format;
  locale: 'en' | 'zh-cn';
  /** The least score that passes, from 0 to 1. */
  mastery: number;
  out: string;
}

export const usage = `Makes a package of one exercise for a learning platform, from the built site.

  npm run package -- --exercise failover --format scorm12

  --exercise ID     which one, e.g. failover or failover/transfer
  --format F        ${formats.join(', ')}
  --lang L          ${Object.keys(languages).join(' or ')}; en when left out
  --mastery M       the least score that passes, above 0 and up to 1; 1 when left out: every check
  --out FILE        where to write it; session-lab-<exercise>-<lang>-<format>.zip when left out
`;

/** Reads a command line; a text says what is wrong with it. */
export function orderFrom(argv: readonly string[]): Order | string {
  const read = given(argv, { exercise: 'value', format: 'value', lang: 'value', mastery: 'value', out: 'value' });
  if ('code' in read) return `${read.token}: ${read.code.replaceAll('-', ' ')}`;
  const { exercise, format, lang = 'en', mastery = '1' } = read.values;
  if (read.words[0] !== undefined) return `what is ${read.words[0]}?`;
  if (exercise === undefined || !exerciseIds.includes(exercise))
    return `${exercise === undefined ? '--exercise is missing' : `there is no exercise ${exercise}`}. There are:\n  ${exerciseIds.join('\n  ')}`;
  if (!isOneOf(format, formats)) return `--format is ${formats.join(', ')}; not ${format ?? 'left out'}`;
  if (!isOneOf(lang, ['en', 'zh-CN'] as const)) return `--lang is ${Object.keys(languages).join(' or ')}; not ${lang}`;
  const least = Number(mastery);
  if (!/^\d+(\.\d{1,4})?$/.test(mastery) || least <= 0 || least > 1)
    return `--mastery is above 0 and at most 1, with up to four decimals; not ${mastery}`;
  const out = read.values['out'] ?? `session-lab-${exercise.replaceAll('/', '-')}-${lang}-${format}.zip`;
  return { exercise, format, locale: languages[lang], mastery: least, out };
}

const isOneOf = <T extends string>(value: string | undefined, all: readonly T[]): value is T =>
  (all as readonly (string | undefined)[]).includes(value);
