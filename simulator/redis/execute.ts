import type { Reply } from '../core/resp.ts';
import type { Chain, Outbox } from '../engine/world.ts';
import type { Call } from './call.ts';
import { addressOf } from './clients.ts';
import { handlers } from './commands/handlers.ts';
import { type CommandSpec, specOf } from './commands/table.ts';
import type { Redis, RedisClient, Server } from './host.ts';
import type { Refusal } from './notes.ts';
import { error, NO_AUTH, wrongArity } from './replies.ts';

/** Executes what a client has written, and collects the answers. */
export function execute(
  { host, server, client, chain, out }: Omit<Call, 'argv' | 'db'>,
  argv: readonly string[],
  replies: Reply[],
): void {
  const call: Call = { host, server, client, db: client.db, argv, chain, out };
  client.lastAt = out.now;
  server.stats.commands++;
  const { reply, refused } = answer(call);
  if (Array.isArray(reply)) for (const one of reply) replies.push(one);
  else replies.push(reply);
  if (out.noting) note(call, Array.isArray(reply) ? reply.at(-1) : reply, refused);
}

interface Answer {
  reply: Reply | Reply[];
  refused?: Refusal;
}

/** The gate in front of every command, in the order of processCommand (server.c). */
function answer(call: Call): Answer {
  const { host, server, client, argv } = call;
  const spec = specOf(host.version, argv[0] ?? '');
  if (!spec) return { reply: unknownCommand(host, argv), refused: 'unknown' };
  client.lastCommand = spec.name;
  if (!fits(spec, argv)) return { reply: wrongArity(spec.name), refused: 'arity' };
  if (!client.authenticated && server.settings.requirepass !== null && !openToAll.has(spec.name))
    return { reply: NO_AUTH, refused: 'noauth' };
  if (host.mode === 'loading' && !spec.flags.includes('l')) return { reply: LOADING, refused: 'loading' };
  const handler = handlers.get(spec.name);
  if (!handler) return { reply: unknownCommand(host, argv), refused: 'unknown' };
  return { reply: handler(call) };
}

const LOADING = error('LOADING Redis is loading the dataset in memory');
const openToAll: ReadonlySet<string> = new Set(['auth', 'quit', 'hello', 'reset']);

export const fits = ({ arity }: CommandSpec, { length }: readonly string[]): boolean =>
  arity >= 0 ? length === arity || arity === 0 : length >= -arity;

/** 7.0.15 repeats the arguments, as far as 128 characters go. */
function unknownCommand({ version }: Redis, [name = '', ...args]: readonly string[]): Reply {
  if (version === '3.2.1') return error(`ERR unknown command '${name}'`);
  let shown = '';
  for (const word of args) {
    if (shown.length >= 128) break;
    shown += `'${word.slice(0, 128 - shown.length)}' `;
  }
  return error(`ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${shown}`);
}

function note({ client, argv, db, chain, out }: Call, reply: Reply | undefined, refused: Refusal | undefined): void {
  const { connection } = client;
  const told = { kind: 'redis-command', connection, client: addressOf(client), db, argv, reply } as const;
  out.note(refused === undefined ? told : { ...told, refused }, chain);
}

/** Whose turn it is. */
export type Turn = { host: Redis; server: Server; client: RedisClient; chain: Chain; out: Outbox };
