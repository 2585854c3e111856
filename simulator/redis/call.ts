import type { Reply } from '../core/resp.ts';
import type { Chain, Outbox } from '../engine/world.ts';
import type { Redis, RedisClient, Server } from './host.ts';

/** One command of one client while it is executed. */
export interface Call {
  host: Redis;
  server: Server;
  client: RedisClient;
  /** The client's database. */
  db: number;
  argv: readonly string[];
  chain: Chain;
  /** It is one of those that EXEC does. */
  inTransaction?: true;
  out: Outbox;
}

/** What a command does and answers; several answers: one for each channel of SUBSCRIBE; null: none, or not yet. */
export type Handler = (call: Call) => Reply | Reply[] | null;

/** An argument; the gate has checked that it is there. */
export const arg = ({ argv }: Call, index: number): string => argv[index] ?? '';
