import { textOf } from '../../core/utf8.ts';
import { type Directive, findDirective } from './directive.ts';
import type { Disk } from './disk.ts';
import { changeFolder } from './disk.ts';
import { memtoll, strtoll } from './numbers.ts';
import { setValue } from './set-7.0.15.ts';
import { bufferLimits, eventFlags, isBaseName, LONGEST_PASSWORD, savePoints } from './special.ts';
import type { Kernel } from './start.ts';
import { type Draft, draftOf, lower, numberValue, type Values } from './values.ts';

/** What CONFIG SET comes to: the new values and the names that were given, or the error (without `ERR `). */
export type Changed = { values: Values; names: string[] } | { error: string };

/** What a running server asks the machine before it takes a value. */
export interface Running {
  disk: Disk;
  kernel: Kernel;
  /** enable-protected-configs lets this client change `dir` and `dbfilename` (7.0.15). */
  unprotected: boolean;
  /** Listens as these values say instead; false: it cannot, and goes on as before. */
  listen(values: Values): boolean;
  /** Turns the append only file on; false: it cannot. */
  appendOnly(values: Values): boolean;
}

/** CONFIG SET name value [name value …]; only 7.0.15 takes several, all of them or none. */
export function configSet(values: Values, words: readonly string[], running: Running): Changed {
  return values.version === '3.2.1' ? setOld(values, words, running) : setNew(values, words, running);
}

/** As 3.2.1 does it (config.c, `configSetCommand`): stricter than in the file, and fewer names. */
function setOld(values: Values, [name = '', value = '']: readonly string[], running: Running): Changed {
  const directive = findDirective('3.2.1', lower(name));
  if (directive?.change !== 'live') return { error: `Unsupported CONFIG parameter: ${name}` };
  const draft = draftOf(values);
  const refused = setOldValue(draft, directive, value, running);
  if (refused === BAD) return { error: `Invalid argument '${value}' for CONFIG SET '${name}'` };
  return refused === undefined ? { values: draft, names: [directive.name] } : { error: refused };
}

const BAD = Symbol('bad format');

function setOldValue(
  draft: Draft,
  directive: Directive,
  value: string,
  running: Running,
): string | typeof BAD | undefined {
  switch (directive.kind) {
    case 'bool':
    case 'enum':
      if (!directive.values.includes(lower(value))) return BAD;
      draft.texts.set(directive.name, lower(value));
      if (directive.name !== 'appendonly' || lower(value) === 'no' || running.appendOnly(draft)) return undefined;
      return 'Unable to turn on AOF. Check server logs.';
    case 'int':
    case 'memory':
      return setOldNumber(draft, directive, value, running);
    default:
      return setOldText(draft, directive.name, value, running);
  }
}

/** Directives that take `100mb` at runtime too; all other numbers of bytes are plain numbers here. */
const BYTES = ['maxmemory', 'repl-backlog-size'];

function setOldNumber(
  draft: Draft,
  { name, min, max }: Directive,
  value: string,
  running: Running,
): string | typeof BAD | undefined {
  const plain = /^([+-]?\d+)?$/.test(value) ? strtoll(value) : undefined;
  const number = BYTES.includes(name) ? memtoll(value) : plain;
  if (number === undefined || number < min || number > max) return BAD;
  if (name === 'timeout' && number < 0n) return BAD;
  const before = numberValue(draft, name);
  const kept = name === 'hz' ? (number < 1n ? 1n : number > 500n ? 500n : number) : number;
  const least = name === 'repl-backlog-size' && kept < 16384n ? 16384n : kept;
  draft.texts.set(name, String(least));
  return name === 'maxclients' ? tooMany(Number(number), before, running) : undefined;
}

/** More clients than files may be opened. */
function tooMany(clients: number, before: number, { kernel: { files } }: Running): string | undefined {
  const most = Math.max(files.soft, files.hard) - 32;
  if (clients <= before || clients <= most) return undefined;
  // It tries with 16 less and 16 less again, so it ends up to 15 below the limit.
  const reachable = clients - Math.ceil((clients - most) / 16) * 16;
  return `The operating system is not able to handle the specified number of clients, try with ${Math.max(reachable, files.soft - 32)}`;
}

function setOldText(draft: Draft, name: string, value: string, { disk }: Running): string | typeof BAD | undefined {
  // Words are what single blanks part: two blanks give an empty word.
  const words = value === '' ? [] : value.split(' ');
  switch (name) {
    case 'requirepass':
      if (value.length > LONGEST_PASSWORD) return BAD;
      draft.requirepass = value === '' ? null : value;
      return undefined;
    case 'dbfilename':
      if (!isBaseName(value)) return "dbfilename can't be a path, just a filename";
      break;
    case 'save': {
      const points = savePoints(words);
      if (!points) return BAD;
      draft.save = points;
      return undefined;
    }
    case 'dir': {
      const moved = changeFolder(disk, draft.dir, textOf(value));
      if ('error' in moved) return `Changing directory: ${moved.error}`;
      draft.dir = moved.cwd;
      return undefined;
    }
    case 'client-output-buffer-limit': {
      const plain = words.every((word, index) => index % 4 === 0 || /^\s*\+?\d+$/.test(word));
      const set = bufferLimits(draft.texts.get(name) ?? '', words, '3.2.1');
      if ('error' in set || !plain) return BAD;
      draft.texts.set(name, set.limits);
      return undefined;
    }
    case 'notify-keyspace-events': {
      const flags = eventFlags(value, '3.2.1');
      if (flags === undefined) return BAD;
      draft.texts.set(name, flags);
      return undefined;
    }
  }
  draft.texts.set(name, value);
  return undefined;
}

/** As 7.0.15 does it: names first, then values, then what must be done for them. */
function setNew(values: Values, words: readonly string[], running: Running): Changed {
  if (words.length % 2 !== 0) return { error: 'syntax error' };
  const pairs = Array.from(
    { length: words.length / 2 },
    (_, i) => [words[2 * i] as string, words[2 * i + 1] as string] as const,
  );
  const checked = checkNames(pairs, running);
  if ('error' in checked) return checked;
  const draft = draftOf(values);
  for (const { directive, value } of checked.given) {
    const error = setRunning(draft, directive, value, running);
    if (error !== undefined) return failed(directive.name, error);
  }
  const names = checked.given.map(({ directive }) => directive.name);
  for (const name of names) {
    const error = apply(values, draft, name, running);
    if (error !== undefined) return failed(name, error);
  }
  return { values: draft, names };
}

const failed = (name: string, error: string) => ({
  error: `CONFIG SET failed (possibly related to argument '${name}') - ${error}`,
});

interface Given {
  directive: Directive;
  value: string;
}

/** The first name that means nothing; else the last that may not be set, or is there twice. */
function checkNames(
  pairs: readonly (readonly [string, string])[],
  running: Running,
): { given: Given[] } | { error: string } {
  const given = new Map<Directive, Given>();
  let refused: { error: string } | undefined;
  for (const [name, value] of pairs) {
    const directive = findDirective('7.0.15', lower(name));
    if (!directive) return refused ?? { error: `Unknown option or number of arguments for CONFIG SET - '${name}'` };
    if (refused) continue;
    if (directive.change === 'immutable') refused = failed(name, "can't set immutable config");
    else if (directive.change === 'protected' && !running.unprotected)
      refused = failed(name, "can't set protected config");
    else if (given.has(directive)) refused = failed(name, 'duplicate parameter');
    given.set(directive, { directive, value });
  }
  return refused ?? { given: [...given.values()] };
}

function setRunning(draft: Draft, directive: Directive, value: string, { disk }: Running): string | undefined {
  if (directive.name === 'save') draft.save = [];
  // Several words are what single blanks part, without quotes.
  const words = value === '' ? [] : value.split(' ');
  const several = directive.kind === 'special' && !['dir', 'notify-keyspace-events'].includes(directive.name);
  return setValue(draft, directive, several || directive.kind === 'flags' ? words : [value], disk);
}

function apply(before: Values, draft: Draft, name: string, running: Running): string | undefined {
  switch (name) {
    case 'bind':
      return running.listen(draft) ? undefined : 'Failed to bind to specified addresses.';
    case 'port':
      return running.listen(draft) ? undefined : 'Unable to listen on this port. Check server logs.';
    case 'maxclients':
      return tooMany(numberValue(draft, name), numberValue(before, name), running);
    case 'appendonly':
      if (draft.texts.get(name) === 'no' || running.appendOnly(draft)) return undefined;
      return 'Unable to turn on AOF. Check server logs.';
    case 'repl-backlog-size':
      // A replication backlog is at least this large (CONFIG_REPL_BACKLOG_MIN_SIZE).
      draft.texts.set(name, String(Math.max(numberValue(draft, name), 16384)));
      return undefined;
    case 'hz': {
      const hz = numberValue(draft, name);
      draft.texts.set(name, String(Math.min(Math.max(hz, 1), 500)));
      return undefined;
    }
    default:
      return undefined;
  }
}
