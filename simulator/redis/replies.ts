import type { Reply } from '../core/resp.ts';

export const OK: Reply = { type: 'status', text: 'OK' };
export const QUEUED: Reply = { type: 'status', text: 'QUEUED' };
export const NIL: Reply = { type: 'bulk', text: null };
export const NIL_ARRAY: Reply = { type: 'array', items: null };
export const EMPTY_ARRAY: Reply = { type: 'array', items: [] };
export const ZERO: Reply = { type: 'integer', text: '0' };
export const ONE: Reply = { type: 'integer', text: '1' };

export const status = (text: string): Reply => ({ type: 'status', text });
export const bulk = (text: string): Reply => ({ type: 'bulk', text });
export const bulks = (texts: readonly string[]): Reply => ({ type: 'array', items: texts.map(bulk) });
export const array = (items: Reply[]): Reply => ({ type: 'array', items });
export const integer = (value: number | bigint): Reply => ({ type: 'integer', text: String(value) });

/** An error with its code, e.g. `ERR no such key`. Line ends would break the protocol: Redis makes them blanks. */
export const error = (text: string): Reply => ({ type: 'error', text: text.replace(/[\r\n]/g, ' ') });

export const WRONG_TYPE: Reply = error('WRONGTYPE Operation against a key holding the wrong kind of value');
export const SYNTAX_ERROR: Reply = error('ERR syntax error');
export const NOT_AN_INTEGER: Reply = error('ERR value is not an integer or out of range');
export const NOT_AN_INT32: Reply = error('ERR value is out of range, value must between -2147483648 and 2147483647');
export const NO_SUCH_KEY: Reply = error('ERR no such key');
export const NO_AUTH: Reply = error('NOAUTH Authentication required.');

/** The number of words does not fit the command; `name` as the version's table writes it, e.g. `config|get`. */
export const wrongArity = (name: string): Reply => error(`ERR wrong number of arguments for '${name}' command`);
