import type { Note } from '../../../simulator/index.ts';
import { shortId } from './shapes.ts';

type Reply = NonNullable<Extract<Note, { kind: 'redis-command' }>['reply']>;

/** A session id by its tail, any other key whole. */
export const shortKey = (key: string): string =>
  /^[0-9A-F]{32}(\.|$)/.test(key) ? `…${shortId(key)}` : printable(key);

/** A command on one line: names whole, ids by their tail, long values by their size. */
export const shortCommand = ([name = '', ...words]: readonly string[]): string =>
  [name.toUpperCase(), ...words.map((word) => (isPlain(word) ? shortKey(word) : `<${word.length} B>`))].join(' ');

/** An answer on one line, as redis-cli would begin it. */
export function shortReply(reply: Reply): string {
  switch (reply.type) {
    case 'status':
      return reply.text;
    case 'error':
      return `(error) ${reply.text}`;
    case 'integer':
      return `(integer) ${reply.text}`;
    case 'bulk':
      if (reply.text === null) return '(nil)';
      return isPlain(reply.text) ? `"${shortKey(reply.text)}"` : `<${reply.text.length} B>`;
    case 'array':
      return reply.items === null ? '(nil)' : `[${reply.items.length}]`;
  }
}

const LONGEST_WORD = 40;
const isPlain = (word: string) => word.length <= LONGEST_WORD && /^[\x20-\x7e]*$/.test(word);

/** Bytes as redis-cli shows them. */
export const printable = (bytes: string): string =>
  bytes.replace(/[^\x20-\x7e]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
