import type { Reply } from '../core/resp.ts';
import type { Place } from '../core/text.ts';
import type { Connection } from '../engine/world.ts';
import type { ServerMode } from './lifecycle.ts';

/** Why the gate answered a command instead of the command itself. */
export type Refusal =
  | 'unknown'
  | 'arity'
  | 'noauth'
  | 'noperm'
  | 'oom'
  | 'misconf'
  | 'readonly'
  | 'subscriber'
  | 'loading'
  | 'transaction'
  | 'queued'
  /** The program has this command, the lab does not. */
  | 'unmodelled';

/** What a Redis tells whoever watches the lab. */
export type RedisNote =
  | { kind: 'redis-mode'; mode: ServerMode }
  /** A line of its log; `file` empty: on the terminal it was started from. */
  | { kind: 'redis-log'; file: string; line: string }
  /** A connection was accepted, from which address. */
  | { kind: 'redis-accepted'; connection: Connection; client: string }
  /** A connection was closed at once. */
  | {
      kind: 'redis-rejected';
      connection: Connection;
      client: string;
      why: 'maxclients' | 'protected-mode';
      place?: Place;
    }
  | {
      kind: 'redis-closed';
      connection: Connection;
      client: string;
      why: 'client' | 'quit' | 'killed' | 'idle';
      place?: Place;
    }
  /** One command with its answer; `refused`: the gate answered, by the line at `place`. */
  | {
      kind: 'redis-command';
      connection: Connection;
      client: string;
      db: number;
      argv: readonly string[];
      reply: Reply | undefined;
      refused?: Refusal;
      place?: Place;
    }
  /** A key's time was over; found when somebody asked for it, or by the periodic work. */
  | { kind: 'redis-expired'; db: number; key: string; found: 'access' | 'cycle' }
  /** A key had to go because memory was full. */
  | { kind: 'redis-evicted'; db: number; key: string; policy: string; place?: Place }
  /** The databases were written to disk. */
  | { kind: 'redis-saved'; file: string; keys: number; why: 'command' | 'changes' | 'shutdown'; place?: Place }
  /** The process ended: what of its memory is on no disk, and of what the disk has a value from before. */
  | { kind: 'redis-memory-lost'; lost: readonly string[]; older: readonly string[] }
  /** CONFIG REWRITE has changed the file. */
  | { kind: 'redis-rewrote'; file: string }
  /** The databases were read from disk; `expired`: keys whose time was over. */
  | { kind: 'redis-loaded'; file: string; keys: number; expired: number };
