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
  out: Outbox;
}

/** What a command does and answers; several answers: one for each channel of SUBSCRIBE. */
export type Handler = (call: Call) => Reply | Reply[];

/** An argument; the gate has checked that it is there. */
export const arg = ({ argv }: Call, index: number): string => argv[index] ?? '';
