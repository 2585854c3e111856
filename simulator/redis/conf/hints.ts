import type { Problem } from '../../core/text.ts';
import { textOf } from '../../core/utf8.ts';
import type { Version } from '../version.ts';
import { findDirective } from './directive.ts';
import { EFFECTIVE } from './effects.ts';
import type { Line } from './lines.ts';
import { atoi, memtoll } from './numbers.ts';
import type { Reading } from './read.ts';
import { lower } from './values.ts';

/** What the program reads without a word, and what is yet not what was meant. */
export function hintsOf({ lines, values }: Reading): Problem[] {
  const found = lines.flatMap(({ file, line }) => [
    ...(values.version === '3.2.1' ? sloppy(file, line) : []),
    ...addresses(file, line, values.version),
    ...withoutEffect(file, line, values.version),
  ]);
  return [...found, ...openDoor(lines, values)];
}

type Place = { file: string; line: Line };

function problem(
  { file, line }: Place,
  word: number,
  code: string,
  severity: Problem['severity'],
  values: Problem['values'] = {},
): Problem {
  const place = line.places[word];
  const from = line.from + (place?.from ?? 0);
  const to = line.from + (place?.to ?? line.text.length);
  return { code: `redis.${code}`, severity, file, line: line.number, from, to, values };
}

/** 3.2.1 makes a number of anything, saves nothing where it does not understand, and takes an empty password. */
function sloppy(file: string, line: Line): Problem[] {
  const [first = '', ...rest] = line.words ?? [];
  const [name, value = ''] = [lower(first), rest[0] ?? ''];
  const at = { file, line };
  if (name === 'save' && rest.length !== 2 && !(rest.length === 1 && value === ''))
    return [problem(at, 0, 'save-ignored', 'warning')];
  if (name === 'requirepass' && rest.length === 1 && value === '') return [problem(at, 1, 'empty-password', 'warning')];
  const directive = findDirective('3.2.1', name);
  if (!directive || rest.length !== 1) return [];
  const shown = { name, value: textOf(value) };
  if (directive.kind === 'memory' && memtoll(value) === undefined)
    return [problem(at, 1, 'unknown-unit', 'warning', shown)];
  if (directive.kind === 'int' && !/^-?\d+$/.test(value))
    return [problem(at, 1, 'sloppy-number', 'warning', { ...shown, number: atoi(value) })];
  return [];
}

/** A word of `bind` that is no address and can be no name: the server will not start. */
function addresses(file: string, line: Line, version: Version): Problem[] {
  const [first = '', ...rest] = line.words ?? [];
  if (lower(first) !== 'bind') return [];
  return rest.flatMap((word, index) => {
    const name = version === '3.2.1' || !word.startsWith('-') ? word : word.slice(1);
    if (/^([\w.-]+|[0-9a-f:.]+|\*|::\*)$/i.test(name) && !name.startsWith('-') && !isNoAddress(name)) return [];
    if (version !== '3.2.1' && rest.length === 1 && word === '') return [];
    return [problem({ file, line }, index + 1, 'bad-address', 'error', { value: textOf(word), version })];
  });
}

/** Four numbers of which one is too large, or an address with a port. */
const isNoAddress = (name: string) =>
  (/^[\d.]+$/.test(name) && name.split('.').some((part) => Number(part) > 255)) || /^[\d.]+:\d+$/.test(name);

function withoutEffect(file: string, line: Line, version: Version): Problem[] {
  const name = lower(line.words?.[0] ?? '');
  const directive = findDirective(version, name);
  if (!directive || EFFECTIVE.has(directive.name)) return [];
  return [problem({ file, line }, 0, 'no-effect', 'hint', { name })];
}

/** No password, no protection, and it listens beyond its own machine: told at the line that took the protection away. */
function openDoor(lines: readonly Place[], values: Reading['values']): Problem[] {
  const local = values.bind.length > 0 && values.bind.every((word) => /^-?(127\.|::1$|localhost$)/.test(word));
  if (local || values.requirepass !== null || values.texts.get('protected-mode') !== 'no') return [];
  const at = lines.findLast(({ line }) => lower(line.words?.[0] ?? '') === 'protected-mode');
  return at ? [problem(at, 0, 'open-door', 'warning')] : [];
}
