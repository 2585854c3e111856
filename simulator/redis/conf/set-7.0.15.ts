import { own } from '../../core/own.ts';
import { textOf } from '../../core/utf8.ts';
import { readScore } from '../commands/scores.ts';
import { splitArguments } from '../split.ts';
import { type Directive, findDirective } from './directive.ts';
import { changeFolder, type Disk } from './disk.ts';
import { memtoull, string2ll, strtoll } from './numbers.ts';
import { type Refusal, rename } from './set-3.2.1.ts';
import { bufferLimits, EVENT_ERROR, eventFlags, isBaseName, MOST_ADDRESSES, savePoints } from './special.ts';
import { expandTitle } from './title.ts';
import { userError } from './user.ts';
import { type Draft, lower } from './values.ts';

/** Directives that take several words (MULTI_ARG_CONFIG). */
const SEVERAL = [
  'bind',
  'save',
  'replicaof',
  'client-output-buffer-limit',
  'oom-score-adj-values',
  'latency-tracking-info-percentiles',
  'shutdown-on-sigint',
  'shutdown-on-sigterm',
];

/** Options of the past that still may stand in a file, and do nothing. */
const FORGOTTEN = ['list-max-ziplist-entries', 'list-max-ziplist-value', 'lua-replicate-commands'];

/** One line of redis.conf as 7.0.15 takes it (config.c, `loadServerConfigFromString`). Names are already small. */
export function setFromFile7015(draft: Draft, words: readonly string[], disk: Disk): Refusal | undefined {
  const [name = '', ...values] = words;
  const directive = findDirective('7.0.15', name);
  if (directive) {
    const error = setValue(draft, directive, values, disk);
    return error === undefined ? undefined : { error };
  }
  if (FORGOTTEN.includes(name) && values.length === 1) return undefined;
  if (name === 'rename-command' && values.length === 2) return rename(draft, values[0] as string, values[1] as string);
  if (name === 'user' && values.length >= 1) {
    const error = userError(values, draft.userNames);
    if (error !== undefined) return { error };
    draft.userNames.add(values[0] as string);
    draft.users.push(values);
    return undefined;
  }
  if (name === 'loadmodule' && values.length >= 1) {
    draft.modules.push(values[0] as string);
    return undefined;
  }
  if (name.includes('.')) {
    if (values.length === 0) return { error: 'Module config specified without value' };
    draft.moduleOptions.push(name);
    return undefined;
  }
  if (name === 'sentinel')
    return values.length === 0 ? undefined : { error: 'sentinel directive while not in sentinel mode' };
  return { error: 'Bad directive or wrong number of arguments' };
}

/** Gives a directive its value, from the file or by CONFIG SET; what is wrong with it, where something is. */
export function setValue(
  draft: Draft,
  directive: Directive,
  values: readonly string[],
  disk: Disk,
): string | undefined {
  if (!SEVERAL.includes(directive.name))
    return values.length === 1 ? setOne(draft, directive, values[0] as string, disk) : 'wrong number of arguments';
  // One word with blanks in it is split again: CONFIG SET save "900 1", --save "900 1".
  const only = values.length === 1 ? (values[0] as string) : '';
  const words = only === '' ? values : splitArguments(only);
  return words ? setSeveral(draft, directive, words) : 'Unbalanced quotes in configuration line';
}

function setSeveral(draft: Draft, directive: Directive, words: readonly string[]): string | undefined {
  const none = words.length === 1 && words[0] === '';
  switch (directive.name) {
    case 'bind':
      if (words.length > MOST_ADDRESSES) return 'Too many bind addresses specified.';
      draft.bind = none ? [] : words;
      return undefined;
    case 'save': {
      const points = savePoints(none ? [] : words);
      if (!points) return 'Invalid save parameters';
      if (none) draft.save = [];
      draft.save.push(...points);
      return undefined;
    }
    case 'replicaof':
      return setMaster(draft, words);
    case 'client-output-buffer-limit': {
      const set = bufferLimits(draft.texts.get(directive.name) ?? '', words, '7.0.15');
      if ('error' in set) return set.error;
      draft.texts.set(directive.name, set.limits);
      return undefined;
    }
    case 'oom-score-adj-values':
      return setScores(draft, words);
    case 'latency-tracking-info-percentiles':
      return setPercentiles(draft, none ? [] : words);
    default:
      return setWords(draft, directive, words);
  }
}

function setMaster(draft: Draft, words: readonly string[]): string | undefined {
  const [host = '', port = ''] = words;
  if (words.length !== 2) return 'wrong number of arguments';
  draft.master = null;
  if (lower(host) === 'no' && lower(port) === 'one') return undefined;
  const number = /^\s*[+-]?\d+$/.test(port) ? Number(strtoll(port)) : -1;
  if (number < 0 || number > 65535) return 'Invalid master port';
  draft.master = { host, port: number };
  return undefined;
}

function setScores(draft: Draft, words: readonly string[]): string | undefined {
  if (words.length !== 3) return 'wrong number of arguments';
  const good = words.every((word) => /^\s*[+-]?\d+$/.test(word) && Math.abs(Number(word)) <= 2000);
  if (!good) return 'Invalid oom-score-adj-values, elements must be between -2000 and 2000.';
  draft.texts.set('oom-score-adj-values', words.map((word) => String(strtoll(word))).join(' '));
  return undefined;
}

function setPercentiles(draft: Draft, words: readonly string[]): string | undefined {
  const shares: string[] = [];
  for (const word of words) {
    const share = readScore('7.0.15', word);
    if (share === null) return 'Invalid latency-tracking-info-percentiles parameters';
    if (share < 0 || share > 100) return 'latency-tracking-info-percentiles parameters should sit between [0.0,100.0]';
    shares.push(String(Number(share.toFixed(6))));
  }
  draft.texts.set('latency-tracking-info-percentiles', shares.join(' '));
  return undefined;
}

const notOneOf = ({ values }: Directive) => `argument(s) must be one of the following: ${values.join(', ')}`;

function setWords(draft: Draft, directive: Directive, words: readonly string[]): string | undefined {
  const given = words.map(lower);
  if (given.length === 0 || given.some((word) => !directive.values.includes(word))) return notOneOf(directive);
  const on = directive.values.filter((value) => value !== 'default' && given.includes(value));
  draft.texts.set(directive.name, on.join(' ') || 'default');
  return undefined;
}

function setOne(draft: Draft, directive: Directive, value: string, disk: Disk): string | undefined {
  switch (directive.kind) {
    case 'bool':
    case 'enum':
      if (!directive.values.includes(lower(value)))
        return directive.kind === 'bool' ? "argument must be 'yes' or 'no'" : notOneOf(directive);
      if (directive.name === 'activedefrag' && lower(value) === 'yes') return NO_DEFRAGMENTATION;
      draft.texts.set(directive.name, lower(value));
      return undefined;
    case 'int':
    case 'memory':
    case 'percent':
    case 'octal':
      return setNumber(draft, directive, value);
    default:
      return setText(draft, directive, value, disk);
  }
}

/** As the packaged program says, which is built with the system's allocator. */
const NO_DEFRAGMENTATION =
  'Active defragmentation cannot be enabled: it requires a Redis server compiled with a modified Jemalloc like the one shipped by default with the Redis source distribution';

function setNumber(draft: Draft, { name, kind, min, max }: Directive, value: string): string | undefined {
  const number = readNumber(kind, value);
  if (number === undefined) return NO_NUMBER[kind] ?? "argument couldn't be parsed into an integer";
  if (kind === 'percent' && number < 0n) {
    if (number < min) return `percentage argument must be less or equal to ${-min}`;
    draft.texts.set(name, `${-number}%`);
    return undefined;
  }
  const least = kind === 'percent' ? 0n : min;
  const base = kind === 'octal' ? 8 : 10;
  if (number < least || number > max)
    return `argument must be between ${least.toString(base)} and ${max.toString(base)} inclusive`;
  draft.texts.set(name, number.toString(base));
  return undefined;
}

const NO_NUMBER: Readonly<Record<string, string>> = {
  memory: 'argument must be a memory value',
  percent: 'argument must be a memory or percent value',
  octal: "argument couldn't be parsed as an octal number",
};

/** A percentage is negative. */
function readNumber(kind: Directive['kind'], value: string): bigint | undefined {
  switch (kind) {
    case 'memory':
      return memtoull(value);
    case 'percent': {
      const bytes = memtoull(value);
      if (bytes !== undefined) return BigInt.asIntN(64, bytes);
      const share = value.endsWith('%') ? string2ll(value.slice(0, -1)) : undefined;
      return share !== undefined && share >= 0n ? -share : undefined;
    }
    case 'octal':
      return /^\s*[+-]?[0-7]*$/.test(value) ? strtoll(value, 8) : undefined;
    default:
      return string2ll(value);
  }
}

function setText(draft: Draft, { name }: Directive, value: string, disk: Disk): string | undefined {
  const error = textError(draft, name, value);
  if (error !== undefined) return error;
  switch (name) {
    case 'requirepass':
      draft.requirepass = value === '' ? null : value;
      return undefined;
    case 'dir': {
      const moved = changeFolder(disk, draft.dir, textOf(value));
      if ('error' in moved) return moved.error;
      draft.dir = moved.cwd;
      return undefined;
    }
    case 'notify-keyspace-events': {
      const flags = eventFlags(value, '7.0.15');
      if (flags === undefined) return EVENT_ERROR['7.0.15'];
      draft.texts.set(name, flags);
      return undefined;
    }
    default:
      draft.texts.set(name, value);
      return undefined;
  }
}

function textError(draft: Draft, name: string, value: string): string | undefined {
  switch (name) {
    case 'dbfilename':
      return isBaseName(value) ? undefined : "dbfilename can't be a path, just a filename";
    case 'appendfilename':
      if (value === '') return "appendfilename can't be empty";
      return isBaseName(value) ? undefined : "appendfilename can't be a path, just a filename";
    case 'appenddirname':
      if (value === '') return "appenddirname can't be empty";
      return isBaseName(value) ? undefined : "appenddirname can't be a path, just a dirname";
    case 'cluster-announce-hostname':
      if (value.length >= 256) return 'Hostnames must be less than 256 characters';
      return /^[\w.-]*$/.test(value) && !value.includes('_')
        ? undefined
        : 'Hostnames may only contain alphanumeric characters, hyphens or dots';
    case 'proc-title-template':
      return isTitleTemplate(value, draft) ? undefined : 'template format is invalid or contains unknown variables';
    default:
      return undefined;
  }
}

/** A title is tried without the program's own name (server.c, `validateProcTitleTemplate`); empty, it is none. */
function isTitleTemplate(value: string, { texts }: Draft): boolean {
  const meanings: Readonly<Record<string, string>> = {
    title: '',
    'listen-addr': 'address',
    'server-mode': texts.get('cluster-enabled') === 'yes' ? '[cluster]' : '',
    'config-file': 'file',
    port: 'port',
    'tls-port': 'port',
    unixsocket: texts.get('unixsocket') ?? '',
  };
  return Boolean(expandTitle(value, (word) => own(meanings, word)));
}
