import { atoi, memtoll, memtoull, strtoll } from './numbers.ts';
import type { SavePoint } from './values.ts';

/** Most addresses that one `bind` may name (CONFIG_BINDADDR_MAX). */
export const MOST_ADDRESSES = 16;
/** Longest password of 3.2.1 (CONFIG_AUTHPASS_MAX_LEN). */
export const LONGEST_PASSWORD = 512;

/** The letters of notify-keyspace-events in the order in which they are shown; `A` is all of the first list. */
const EVENTS = { '3.2.1': ['g$lshzxe', '', 'KE'], '7.0.15': ['g$lshzxetd', 'n', 'KEm'] } as const;

/** `KEA` as it is shown: `AKE` (notify.c). Nothing when a letter means nothing. */
export function eventFlags(text: string, version: '3.2.1' | '7.0.15'): string | undefined {
  const [all, unsaid, others] = EVENTS[version];
  const on = new Set(text);
  if ([...on].some((letter) => !`A${all}${unsaid}${others}`.includes(letter))) return undefined;
  const every = on.has('A') || [...all].every((letter) => on.has(letter));
  const shown = (letters: string) => [...letters].filter((letter) => on.has(letter)).join('');
  // What `A` does not mean (`n`) is not shown beside it.
  return (every ? 'A' : shown(all + unsaid)) + shown(others);
}

export const EVENT_ERROR = {
  '3.2.1': "Invalid event class character. Use 'g$lshzxeA'.",
  '7.0.15': "Invalid event class character. Use 'Ag$lshzxeKEtmdn'.",
} as const;

/** One class's limits in client-output-buffer-limit, as CONFIG GET shows them. */
const CLASSES = ['normal', 'slave', 'pubsub'];

/** The limits with those of `words` (class, hard, soft, seconds, again …) put in; or what is wrong with them. */
export function bufferLimits(
  now: string,
  words: readonly string[],
  version: '3.2.1' | '7.0.15',
): { limits: string } | { error: string } {
  const modern = version !== '3.2.1';
  if (words.length % 4 !== 0) return { error: 'Wrong number of arguments in buffer limit configuration.' };
  const limits = now.split(' ');
  for (let at = 0; at < words.length; at += 4) {
    const [name = '', hard = '', soft = '', seconds = ''] = words.slice(at, at + 4);
    const spelled = name.toLowerCase();
    const index = CLASSES.indexOf(modern && spelled === 'replica' ? 'slave' : spelled);
    if (index < 0)
      return {
        error: modern
          ? 'Invalid client class specified in buffer limit configuration.'
          : 'Unrecognized client limit class',
      };
    const read = modern ? readLimits(hard, soft, seconds) : readOldLimits(hard, soft, seconds);
    if ('error' in read) return read;
    limits.splice(index * 4 + 1, 3, ...read.limits);
  }
  return { limits: limits.join(' ') };
}

function readLimits(hard: string, soft: string, seconds: string): { limits: string[] } | { error: string } {
  const [most, much] = [memtoull(hard), memtoull(soft)];
  const good = most !== undefined && much !== undefined && /^\s*\+?\d+$/.test(seconds);
  if (!good) return { error: 'Error in hard, soft or soft_seconds setting in buffer limit configuration.' };
  return { limits: [String(most), String(much), String(atoi(seconds))] };
}

function readOldLimits(hard: string, soft: string, seconds: string): { limits: string[] } | { error: string } {
  if (atoi(seconds) < 0) return { error: 'Negative number of seconds in soft limit is invalid' };
  const limits = [memtoll(hard) ?? 0n, memtoll(soft) ?? 0n].map((bytes) => String(BigInt.asUintN(64, bytes)));
  return { limits: [...limits, String(atoi(seconds))] };
}

/** Pairs of seconds and changes, strictly read; nothing when one is no such number. */
export function savePoints(words: readonly string[]): SavePoint[] | undefined {
  if (words.length % 2 !== 0) return undefined;
  const numbers = words.map((word) => (/^\s*[+-]?\d+$/.test(word) ? Number(strtoll(word)) : Number.NaN));
  const points: SavePoint[] = [];
  for (let at = 0; at < numbers.length; at += 2) {
    const [seconds = Number.NaN, changes = Number.NaN] = numbers.slice(at, at + 2);
    if (!(seconds >= 1 && changes >= 0)) return undefined;
    points.push({ seconds, changes });
  }
  return points;
}

export const isBaseName = (path: string): boolean => !/[/\\]/.test(path);
