import type { Reply } from '../core/resp.ts';
import type { Chain, Outbox } from '../engine/world.ts';
import type { Call, Handler } from './call.ts';
import { addressOf } from './clients.ts';
import { handlers } from './commands/handlers.ts';
import type { CommandSpec } from './commands/table.ts';
import { exec } from './exec.ts';
import { deny } from './gate.ts';
import type { Redis, RedisClient, Server } from './host.ts';
import { lookUp } from './lookup.ts';
import { feedMonitors } from './monitor.ts';
import type { Refusal } from './notes.ts';
import { placed, refusedBy } from './places.ts';
import { error, OK, QUEUED } from './replies.ts';
import { leaveTransaction } from './transaction.ts';

/** Whose turn it is. */
export interface Turn {
  host: Redis;
  server: Server;
  client: RedisClient;
  chain: Chain;
  out: Outbox;
}

/** What came of a command: its answer, several answers, or none yet (it blocks, is worked out elsewhere, ends all). */
export type Outcome = Reply | Reply[] | null;

/** Takes one command from a client: refused by the gate, queued, or performed. */
export function execute(turn: Turn, argv: readonly string[]): Outcome {
  const { host, server, client, out } = turn;
  client.lastAt = out.now;
  const call: Call = { host, server, client, db: client.db, argv, chain: turn.chain, out };
  // 3.2.1 does not count QUIT among its commands.
  if (host.version === '3.2.1' && argv[0]?.toLowerCase() === 'quit') return quit(client);
  const spec = lookUp(host, server, argv);
  if ('refusal' in spec) return refused(call, spec.spec, spec.reply, spec.refusal);
  client.lastCommand = spec.name;
  const denial = deny(call, spec);
  if (denial) return refused(call, spec, denial.reply, denial.refusal);
  if (client.queue && !runsInTransaction.has(spec.name)) {
    client.queue = [...client.queue, argv];
    client.queueFlags += spec.flags;
    note(call, QUEUED, 'queued');
    return QUEUED;
  }
  return perform(call, spec);
}

/** The connection is closed once the answer is written. */
function quit(client: RedisClient): Outcome {
  client.leaving = true;
  return OK;
}

const runsInTransaction: ReadonlySet<string> = new Set(['exec', 'discard', 'multi', 'watch', 'quit', 'reset']);

/** Does a command that the gate has let through, in or outside a transaction. */
export function perform(call: Call, spec: CommandSpec): Outcome {
  const { server, out } = call;
  const handler = handlerOf(spec);
  if (!handler) return refused(call, spec, notModelled(call), 'unmodelled');
  if (server.monitors > 0 && call.host.version === '3.2.1') feedMonitors(call, spec);
  const outcome = handler(call);
  if (server.monitors > 0 && call.host.version === '7.0.15') feedMonitors(call, spec);
  count(server, spec.name, outcome);
  if (out.noting && outcome) note(call, Array.isArray(outcome) ? outcome.at(-1) : outcome);
  return outcome;
}

/** Subcommands are done by their container. */
function handlerOf(spec: CommandSpec): Handler | undefined {
  let handler = found.get(spec);
  if (handler) return handler;
  const [container = spec.name] = spec.name.split('|', 1);
  handler = container === 'exec' ? exec : handlers.get(container);
  if (handler) found.set(spec, handler);
  return handler;
}

const found = new Map<CommandSpec, Handler>();

/** A command of the program that the lab does not have: a code, for which the page has words. */
const notModelled = ({ argv }: Call): Reply => error(`UNMODELLED ${argv[0]}`);

function refused(call: Call, spec: CommandSpec | undefined, reply: Reply, refusal: Refusal): Outcome {
  const { host, server, client } = call;
  const inVain = spec?.name === 'exec' && host.version === '7.0.15';
  if (inVain) leaveTransaction(client);
  else if (client.queue) client.queueBroken = true;
  const answer = inVain && reply.type === 'error' ? execAborted(reply.text) : reply;
  if (spec) callsOf(server, spec.name).rejected++;
  countError(server, answer);
  note(call, answer, refusal);
  return answer;
}

const execAborted = (reason: string): Reply =>
  error(`EXECABORT Transaction discarded because of: ${reason.replace(/^ERR /, '')}`);

function count(server: Server, name: string, outcome: Outcome): void {
  server.stats.commands++;
  const calls = callsOf(server, name);
  calls.calls++;
  if (outcome && !Array.isArray(outcome) && outcome.type === 'error') {
    calls.failed++;
    countError(server, outcome);
  }
}

function callsOf({ stats }: Server, name: string) {
  let calls = stats.calls.get(name);
  if (!calls) stats.calls.set(name, (calls = { calls: 0, rejected: 0, failed: 0 }));
  return calls;
}

function countError({ stats }: Server, reply: Reply): void {
  if (reply.type !== 'error') return;
  const [code = 'ERR'] = reply.text.split(' ', 1);
  stats.errors++;
  stats.errorsByCode.set(code, (stats.errorsByCode.get(code) ?? 0) + 1);
}

function note({ host, server, client, argv, db, chain, out }: Call, reply: Reply | undefined, refused?: Refusal): void {
  if (!out.noting) return;
  const { connection } = client;
  const told = { kind: 'redis-command', connection, client: addressOf(client), db, argv, reply } as const;
  if (refused === undefined) return out.note(told, chain);
  out.note({ ...told, refused, ...placed(host, server, ...refusedBy(refused, argv)) }, chain);
}
