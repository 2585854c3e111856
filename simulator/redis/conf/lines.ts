import type { Place } from '../../core/text.ts';
import { bytesOf } from '../../core/utf8.ts';
import { splitWords, type Word } from '../split.ts';
import { lower } from './values.ts';

/** A line of a file that says something. */
export interface Line {
  /** Counted from 1 in its file. */
  number: number;
  /** Without the blanks at both ends, as the program repeats it. */
  text: string;
  /** Where that text begins in its file. */
  from: number;
  /** As bytes, where quotes are read; nothing when they do not close. */
  words: string[] | undefined;
  /** The same words' places, counted from `from`. */
  places: Word[];
}

/**
 * The lines of a file that are neither empty nor comments. `\r` is a blank: files of Windows work, a file whose
 * lines end in nothing but `\r` is one line. A `#` makes a comment only where a line begins with it.
 */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let number = 0;
  while (from <= text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    number++;
    const line = lineAt(text, number, from, to);
    if (line) lines.push(line);
    from = to + 1;
  }
  return lines;
}

function lineAt(all: string, number: number, from: number, to: number): Line | undefined {
  let [start, end] = [from, to];
  while (start < end && isBlank(all, start)) start++;
  while (end > start && isBlank(all, end - 1)) end--;
  const text = all.slice(start, end);
  if (text === '' || text.startsWith('#')) return undefined;
  const places = splitWords(text);
  const bytes = bytesOf(text);
  // Escapes like \xe4 are bytes beside the bytes of the other characters.
  const read = bytes === text ? places : splitWords(bytes);
  return { number, text, from: start, words: read?.map((word) => word.text), places: places ?? [] };
}

const isBlank = (text: string, at: number) => ' \t\r\n'.includes(text[at] as string);

/** How much of a line the program takes at once (`fgets`). */
const CHUNK = 1024;

/** A file as the program keeps it: what follows a NUL is lost, up to the end of the line or of the 1024 bytes read. */
export function asLoaded(text: string): string {
  if (!text.includes('\0')) return text;
  return (text.match(new RegExp(`[^\\n]{0,${CHUNK - 1}}\\n|[^\\n]{1,${CHUNK}}`, 'g')) ?? [])
    .map((chunk) => (chunk.includes('\0') ? chunk.slice(0, chunk.indexOf('\0')) : chunk))
    .join('');
}

/** Under which name a line is looked for, and where it is. */
export function placeOfLine(file: string, { number, text, from, words = [] }: Line): readonly [string, Place] {
  const [name = '', second = ''] = words.map(lower);
  const key = name === 'rename-command' ? `${name} ${second}` : name;
  return [key, { file, line: number, from, to: from + text.length }];
}

/** Every line of a file by its directive; of several the last. */
export const placesIn = (file: string, text: string): ReadonlyMap<string, Place> =>
  new Map(linesOf(text).map((line) => placeOfLine(file, line)));
