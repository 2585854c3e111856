import { parentOf, resolvePath } from '../../core/path.ts';
import type { Problem, Range } from '../../core/text.ts';
import { textOf } from '../../core/utf8.ts';
import { matches } from '../glob.ts';
import type { Version } from '../version.ts';
import { findDirective } from './directive.ts';
import { appendError, type Disk, openFile } from './disk.ts';
import { asLoaded, type Line, linesOf, placeOfLine } from './lines.ts';
import { type Refusal, setFromFile321 } from './set-3.2.1.ts';
import { setFromFile7015 } from './set-7.0.15.ts';
import { type Draft, draftOf, initialValues, lower, type Values } from './values.ts';

/** What was read, up to the first thing that cannot be. */
export interface Reading {
  values: Values;
  /** What is wrong, in the program's order: it tells the first one and ends; the editor shows them all. */
  problems: Problem[];
  /** How the program tells the first one; nothing: all was well. */
  refusal?: Told;
  /** Every line of every file that was read, once, for the editor. */
  lines: { file: string; line: Line }[];
}

/** The last words of a program that will not start: a message on stderr, or a line of the log. */
export type Told =
  | { stderr: string }
  | { log: string /** The log was a file by then. */; filed: boolean }
  /** Killed: 11, its stack is full. */
  | { signal: number };

/** Where a program reads from. */
export interface Source {
  version: Version;
  disk: Disk;
  /** Where it was started. */
  cwd: string;
}

interface State extends Source {
  draft: Draft;
  reading: Reading;
  /** 7.0.15: the first `save` line drops the compiled-in ones. */
  saveSeen: boolean;
  depth: number;
  /** Where the text of the file that is read now ends; options of the command line follow. */
  fileEnd: number;
  /** Files read so far: one that includes itself would go on for ever. */
  loads: number;
  /** Files that were read already, and problems that are told already. */
  read: Set<string>;
  seen: Set<string>;
}

/**
 * Reads a configuration file and the options of the command line, which count as further lines of it. Never throws.
 *
 * @param file As it was named; nothing: built-in values only.
 */
export function readConfiguration(source: Source, file: string | undefined, options: string | undefined): Reading {
  const draft = draftOf(initialValues(source.version, source.cwd));
  const reading: Reading = { values: draft, problems: [], lines: [] };
  // 3.2.1 forgets its own save points as soon as it has anything to read.
  if (source.version === '3.2.1' && (file !== undefined || options !== undefined)) draft.save = [];
  const state: State = {
    ...source,
    draft,
    reading,
    saveSeen: false,
    fileEnd: 0,
    depth: 0,
    loads: 0,
    read: new Set(),
    seen: new Set(),
  };
  if (file !== undefined || options !== undefined) load(state, file, options);
  return reading;
}

/** Files that include themselves: the program goes on until its stack is full. */
const DEEPEST = 16;
const MOST_FILES = 64;

function load(state: State, file: string | undefined, options: string | undefined, at?: Place): void {
  const name = (file ?? '').replace(/^(\.\/)+/, '');
  const text = file === undefined ? '' : textOfFiles(state, file, at);
  if (text === undefined) return;
  const all = asLoaded(text) + (options === undefined ? '' : `\n${options}`);
  const again = state.read.has(name);
  state.read.add(name);
  for (const line of linesOf(all)) {
    state.fileEnd = file === undefined ? 0 : text.length;
    if (!again) state.reading.lines.push({ file: name, line });
    readLine(state, name, line);
  }
  endOfFile(state, name);
}

type Place = { file: string; line: Line };

function textOfFiles(state: State, file: string, at: Place | undefined): string | undefined {
  const { version, disk, draft } = state;
  const absolute = at === undefined && version !== '3.2.1' ? absolutePath(draft.dir, file) : file;
  if (version !== '3.2.1' && /[*?[]/.test(absolute)) {
    const opened = filesLike(state, absolute).map((path) => disk.files[path] as string);
    return opened.join('');
  }
  // `-` is what comes through a pipe: in the lab, nothing.
  if (version === '3.2.1' && file === '-') return '';
  const opened = openFile(disk, draft.dir, absolute);
  if ('text' in opened) return opened.text;
  const why = version === '3.2.1' ? '' : `: ${opened.error}`;
  const place = at ? placeOf(at.file, at.line) : { file, line: 1, from: 0, to: 0 };
  const log = `Fatal error, can't open config file '${absolute}'${why}`;
  refuse(state, { log, filed: isFiled(state) }, 'redis.cannot-open', {
    ...place,
    values: { file: absolute, why: opened.error, message: log, name: 'include' },
  });
  return undefined;
}

/** As the program makes a path absolute: `../` is worked out, `./` stays (util.c, `getAbsolutePath`). */
function absolutePath(cwd: string, path: string): string {
  if (path.startsWith('/')) return path;
  let [folder, rest] = [cwd, path];
  while (rest.startsWith('../')) [folder, rest] = [parentOf(folder), rest.slice(3)];
  return `${folder === '/' ? '' : folder}/${rest}`;
}

/** `glob`: what fits, in order; a hidden file only where the pattern says the dot. */
function filesLike({ disk, draft }: State, pattern: string): string[] {
  const absolute = resolvePath(draft.dir, pattern);
  const folder = parentOf(absolute);
  const wanted = absolute.slice(absolute.lastIndexOf('/') + 1);
  return Object.keys(disk.files)
    .filter((path) => parentOf(path) === folder)
    .filter((path) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return matches(wanted, name) && (wanted.startsWith('.') || !name.startsWith('.'));
    })
    .sort();
}

function readLine(state: State, file: string, line: Line): void {
  if (!line.words) return refuseLine(state, file, line, { error: 'Unbalanced quotes in configuration line' });
  const [first, ...rest] = line.words;
  if (first === undefined) return;
  const name = lower(first);
  if (name === 'include' && rest.length === 1) {
    if (state.loads >= MOST_FILES) return;
    if (state.depth >= DEEPEST)
      return refuse(state, { signal: 11 }, 'redis.endless-include', {
        ...placeOf(file, line),
        values: { message: 'Segmentation fault', name },
      });
    state.depth++;
    state.loads++;
    load(state, textOf(rest[0] as string), undefined, { file, line });
    state.depth--;
    return;
  }
  if (state.version !== '3.2.1' && name === 'save' && !state.saveSeen) {
    const before = state.draft.save;
    state.draft.save = [];
    const refusal = set(state, [name, ...rest]);
    if (refusal) state.draft.save = before;
    else state.saveSeen = true;
    return accepted(state, file, line, refusal);
  }
  accepted(state, file, line, set(state, [name, ...rest]));
}

/** Options of the command line are no lines of the file. */
function accepted(state: State, file: string, line: Line, refusal: Refusal | undefined): void {
  if (refusal) return refuseLine(state, file, line, refusal);
  const [name, place] = placeOfLine(file, line);
  if (line.from < state.fileEnd) state.draft.places.set(name, place);
  else state.draft.places.delete(name);
}

const set = ({ version, draft, disk }: State, words: readonly string[]): Refusal | undefined =>
  version === '3.2.1' ? setFromFile321(draft, words, disk) : setFromFile7015(draft, words, disk);

/** What is looked at when a file has been read to its end; for an included one too. */
function endOfFile(state: State, file: string): void {
  const { version, draft, disk } = state;
  const logfile = draft.texts.get('logfile') ?? '';
  if (version !== '3.2.1' && logfile !== '') {
    const error = appendError(disk, draft.dir, textOf(logfile));
    if (error) refuseAtEnd(state, file, `Can't open the log file: ${error}`);
  }
  if (draft.texts.get('cluster-enabled') === 'yes' && draft.master) {
    const word = version === '3.2.1' ? 'slaveof' : 'replicaof';
    refuseAtEnd(state, file, `${word} directive not allowed in cluster mode`);
  }
  if (version !== '3.2.1') {
    const hz = Number(draft.texts.get('hz'));
    draft.texts.set('hz', String(Math.min(Math.max(hz, 1), 500)));
  }
}

const isFiled = ({ draft }: State) => draft.texts.get('logfile') !== '';

const headerOf = (version: Version) =>
  version === '3.2.1'
    ? '\n*** FATAL CONFIG FILE ERROR ***\n'
    : `\n*** FATAL CONFIG FILE ERROR (Redis ${version}) ***\n`;

function refuseLine(state: State, file: string, line: Line, refusal: Refusal): void {
  const place = placeOf(file, line);
  const [code, message] =
    'log' in refusal ? ['redis.cannot-enter', refusal.log] : [codeOf(refusal.error), refusal.error];
  const told = state.reading.refusal ?? toldAt(state, line, refusal);
  refuse(state, told, code, {
    ...place,
    ...rangeOf(line, code, state.version),
    values: { message: textOf(message), name: place.name, text: line.text },
  });
}

const codeOf = (error: string): string => {
  if (error === 'Unbalanced quotes in configuration line') return 'redis.unbalanced-quotes';
  if (error === 'Bad directive or wrong number of arguments') return 'redis.bad-directive';
  return error === 'wrong number of arguments' ? 'redis.wrong-arguments' : 'redis.bad-value';
};

/** The four lines on stderr; what cannot be entered is a line of the log. */
function toldAt(state: State, line: Line, refusal: Refusal): Told {
  if ('log' in refusal) return { log: textOf(refusal.log), filed: isFiled(state) };
  const where = `Reading the configuration file, at line ${line.number}\n>>> '${line.text}'\n`;
  return { stderr: `${headerOf(state.version)}${where}${textOf(refusal.error)}\n` };
}

/** What of the line is wrong: its name, what follows the name, or all of it. */
function rangeOf({ from, text, places, words }: Line, code: string, version: Version): Range {
  const [first] = places;
  const last = places.at(-1);
  const whole = { from, to: from + text.length };
  if (!first || !last) return whole;
  if (code === 'redis.bad-directive') {
    const known = findDirective(version, lower(words?.[0] ?? '')) !== undefined;
    return known ? whole : { from: from + first.from, to: from + first.to };
  }
  const second = places[1];
  return second && code !== 'redis.wrong-arguments' ? { from: from + second.from, to: from + last.to } : whole;
}

function refuseAtEnd(state: State, file: string, message: string): void {
  const last = state.reading.lines.at(-1);
  const place = last ? placeOf(file, last.line) : { file, line: 1, from: 0, to: 0, name: '' };
  // 3.2.1 names the line of slaveof; 7.0.15, which has read all lines, names none.
  const old = `Reading the configuration file, at line ${place.line}\n>>> '${last?.line.text ?? ''}'\n`;
  const stderr = `${headerOf(state.version)}${state.version === '3.2.1' ? old : ''}${message}\n`;
  refuse(state, { stderr }, 'redis.bad-value', { ...place, values: { message, name: '' } });
}

function placeOf(file: string, line: Line): { file: string; line: number; name: string } & Range {
  const name = lower(line.words?.[0] ?? '');
  return { file, line: line.number, from: line.from, to: line.from + line.text.length, name: textOf(name) };
}

function refuse(
  { reading, seen }: State,
  told: Told,
  code: string,
  { file, line, from, to, values }: Omit<Problem, 'code' | 'severity'>,
): void {
  reading.refusal ??= told;
  // A file that is included twice has its problems once.
  const key = `${file}:${from}:${code}`;
  if (seen.has(key)) return;
  seen.add(key);
  reading.problems.push({ code, severity: 'error', file, line, from, to, values });
}
