import type { RedisVersion } from './commands/table.ts';
import { splitArguments } from './split.ts';

/** What could be read of what a client wrote. */
export interface Requests {
  requests: string[][];
  /** The beginning of the next request. */
  unread: string;
  /** Words for a client that does not speak the protocol; then it is closed. */
  fault?: string;
  /** Closed without a word: 7.0.15 takes HTTP for an attack. */
  hangUp?: true;
}

const MAX_INLINE = 64 * 1024;

/** Reads requests as the server does (networking.c): `*2\r\n$3\r\nGET\r\n…`, or a line of words. Never throws. */
export function readRequests(version: RedisVersion, bytes: string): Requests {
  const requests: string[][] = [];
  let at = 0;
  while (at < bytes.length) {
    const step = bytes[at] === '*' ? readMultibulk(bytes, at) : readInline(version, bytes, at);
    if (step === undefined) break;
    if ('fault' in step) return { requests, unread: '', fault: `ERR Protocol error: ${step.fault}` };
    at = step.to;
    if (isHttp(version, step.words)) return { requests, unread: '', hangUp: true };
    if (step.words.length > 0) requests.push(step.words);
  }
  return { requests, unread: bytes.slice(at) };
}

/** `POST` and `Host:` as commands end the connection since 3.2.7. */
const isHttp = (version: RedisVersion, [word = '']: readonly string[]) =>
  version !== '3.2.1' && /^(post|host:)$/i.test(word);

type Step = { words: string[]; to: number } | { fault: string };

function readInline(version: RedisVersion, bytes: string, from: number): Step | undefined {
  const end = bytes.indexOf('\n', from);
  if (end < 0) return bytes.length - from > MAX_INLINE ? { fault: 'too big inline request' } : undefined;
  const line = bytes.slice(from, bytes[end - 1] === '\r' ? end - 1 : end);
  const words = splitArguments(line);
  if (!words) return { fault: 'unbalanced quotes in request' };
  // 3.2.1 forgets empty words.
  return { words: version === '3.2.1' ? words.filter((word) => word !== '') : words, to: end + 1 };
}

function readMultibulk(bytes: string, from: number): Step | undefined {
  const end = bytes.indexOf('\r\n', from);
  if (end < 0) return undefined;
  const count = lengthIn(bytes.slice(from + 1, end));
  if (count === undefined || count > 1024 * 1024) return { fault: 'invalid multibulk length' };
  const words: string[] = [];
  let at = end + 2;
  for (let left = count; left > 0; left--) {
    const head = bytes.indexOf('\r\n', at);
    if (head < 0) return undefined;
    if (bytes[at] !== '$') return { fault: `expected '$', got '${bytes[at]}'` };
    const length = lengthIn(bytes.slice(at + 1, head));
    if (length === undefined || length < 0 || length > 512 * 1024 * 1024) return { fault: 'invalid bulk length' };
    if (bytes.length < head + 2 + length + 2) return undefined;
    words.push(bytes.slice(head + 2, head + 2 + length));
    at = head + 2 + length + 2;
  }
  return { words, to: at };
}

const lengthIn = (text: string): number | undefined => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined);
