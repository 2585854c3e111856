import { textOf } from '../../core/utf8.ts';
import { specOf } from '../commands/table.ts';
import { type Directive, findDirective } from './directive.ts';
import { appendError, changeFolder, type Disk } from './disk.ts';
import { atoi, memtoll, strtoll } from './numbers.ts';
import { bufferLimits, EVENT_ERROR, eventFlags, isBaseName, LONGEST_PASSWORD, MOST_ADDRESSES } from './special.ts';
import { type Draft, lower } from './values.ts';

/** What a line does that cannot be done: the file is refused, or the program says something and ends. */
export type Refusal = { error: string } | { log: string };

const REFUSED: Refusal = { error: 'Bad directive or wrong number of arguments' };

/** One line of redis.conf as 3.2.1 takes it (config.c, `loadServerConfigFromString`). Names are already small. */
export function setFromFile321(draft: Draft, words: readonly string[], disk: Disk): Refusal | undefined {
  const [name = '', ...values] = words;
  const [value = ''] = values;
  switch (name) {
    case 'bind':
      if (values.length === 0) return REFUSED;
      if (values.length > MOST_ADDRESSES) return { error: 'Too many bind addresses specified' };
      draft.bind = values;
      return undefined;
    case 'save':
      return setSave(draft, values);
    case 'slaveof':
      if (values.length !== 2) return REFUSED;
      draft.master = { host: value, port: atoi(values[1] as string) };
      return undefined;
    case 'rename-command':
      return values.length === 2 ? rename(draft, value, values[1] as string) : REFUSED;
    case 'client-output-buffer-limit':
      return values.length === 4 ? setLimits(draft, values) : REFUSED;
    case 'sentinel':
      return values.length === 0 ? undefined : { error: 'sentinel directive while not in sentinel mode' };
  }
  const directive = findDirective('3.2.1', name);
  if (!directive || name === 'watchdog-period' || values.length !== 1) return REFUSED;
  return setOne(draft, directive, value, disk);
}

/** Anything but two numbers or one empty word does nothing, without a word. */
function setSave(draft: Draft, values: readonly string[]): Refusal | undefined {
  if (values.length === 1 && values[0] === '') draft.save = [];
  if (values.length !== 2) return undefined;
  const [seconds = 0, changes = 0] = values.map(atoi);
  if (seconds < 1 || changes < 0) return { error: 'Invalid save parameters' };
  draft.save.push({ seconds, changes });
  return undefined;
}

/** The same in both versions: one command less, or under another name. */
export function rename(draft: Draft, from: string, to: string): Refusal | undefined {
  const has = (name: string) => draft.commands.get(name) ?? specOf(draft.version, name) !== undefined;
  const [old, renamed] = [lower(from), lower(to)];
  if (!has(old)) return { error: 'No such command in rename-command' };
  draft.commands.set(old, false);
  if (to !== '' && has(renamed)) return { error: 'Target command name already exists' };
  if (to !== '') draft.commands.set(renamed, true);
  draft.renames.push({ from, to });
  return undefined;
}

function setLimits(draft: Draft, values: readonly string[]): Refusal | undefined {
  const set = bufferLimits(draft.texts.get('client-output-buffer-limit') ?? '', values, '3.2.1');
  if ('error' in set) return set;
  draft.texts.set('client-output-buffer-limit', set.limits);
  return undefined;
}

function setOne(draft: Draft, directive: Directive, value: string, disk: Disk): Refusal | undefined {
  switch (directive.kind) {
    case 'bool':
    case 'enum':
      return setWord(draft, directive, lower(value));
    case 'int':
      return setNumber(draft, directive, value);
    case 'memory':
      return setBytes(draft, directive, value);
    case 'octal': {
      const mode = strtoll(value, 8);
      if (mode < 0n || mode > 0o777n) return { error: 'Invalid socket file permissions' };
      draft.texts.set(directive.name, mode.toString(8));
      return undefined;
    }
    default:
      return setText(draft, directive, value, disk);
  }
}

function setWord(draft: Draft, { name, kind, values, file }: Directive, value: string): Refusal | undefined {
  if (!values.includes(value))
    return { error: kind === 'bool' ? "argument must be 'yes' or 'no'" : (file?.error ?? '') };
  draft.texts.set(name, value);
  return undefined;
}

/** Numbers of 64 bits; all others are `int`. */
const LONG = [
  'lua-time-limit',
  'slowlog-log-slower-than',
  'slowlog-max-len',
  'latency-monitor-threshold',
  'cluster-node-timeout',
];

/** `atoi` takes what it can: `abc` is 0, `10s` is 10. */
function setNumber(draft: Draft, { name, file }: Directive, value: string): Refusal | undefined {
  let number = LONG.includes(name) ? Number(strtoll(value)) : atoi(value);
  if (name === 'maxclients') number >>>= 0;
  if (file && number < file.least) return { error: file.error };
  if (name === 'port' && number > 65535) return { error: 'Invalid port' };
  if (name === 'hz') number = Math.min(Math.max(number, 1), 500);
  if (name === 'lua-time-limit' && number < 0) number = 5000;
  const exact = LONG.includes(name) && name !== 'lua-time-limit' ? String(strtoll(value)) : String(number);
  draft.texts.set(name, exact);
  return undefined;
}

/** A unit that is none makes 0 of the number, without a word. */
function setBytes(draft: Draft, { name, file }: Directive, value: string): Refusal | undefined {
  const bytes = memtoll(value) ?? 0n;
  if (file && bytes < file.least) return { error: file.error };
  // A replication backlog is at least this large (CONFIG_REPL_BACKLOG_MIN_SIZE).
  const least = name === 'repl-backlog-size' && bytes < 16384n ? 16384n : bytes;
  draft.texts.set(name, String(least));
  return undefined;
}

function setText(draft: Draft, { name }: Directive, value: string, disk: Disk): Refusal | undefined {
  switch (name) {
    case 'requirepass':
      if (value.length > LONGEST_PASSWORD) return { error: 'Password is longer than CONFIG_AUTHPASS_MAX_LEN' };
      draft.requirepass = value;
      return undefined;
    case 'dir': {
      const moved = changeFolder(disk, draft.dir, textOf(value));
      if ('error' in moved) return { log: `Can't chdir to '${value}': ${moved.error}` };
      draft.dir = moved.cwd;
      return undefined;
    }
    case 'notify-keyspace-events': {
      const flags = eventFlags(value, '3.2.1');
      if (flags === undefined) return { error: EVENT_ERROR['3.2.1'] };
      draft.texts.set(name, flags);
      return undefined;
    }
    case 'logfile': {
      const error = value === '' ? undefined : appendError(disk, draft.dir, textOf(value));
      if (error) return { error: `Can't open the log file: ${error}` };
      break;
    }
    case 'dbfilename':
    case 'appendfilename':
      if (!isBaseName(value)) return { error: `${name} can't be a path, just a filename` };
  }
  draft.texts.set(name, value);
  return undefined;
}
