import type { HostName, Message, Outbox } from '../engine/world.ts';
import type { Redis, Server } from './host.ts';
import { type ServerEvent, serverLifecycle } from './lifecycle.ts';
import { listen } from './listen.ts';
import { defaultSettings, type ServerSettings } from './settings.ts';

/** How redis-server was called. */
export interface Launch {
  argv: readonly string[];
  cwd: string;
  /** The shell that waits for it and whose terminal it writes to. */
  terminal: HostName | null;
}

export const usualLaunch = ({ folder }: Redis): Launch => ({
  argv: ['./src/redis-server', './redis.conf'],
  cwd: folder,
  terminal: null,
});

/** Starts the program: settings, ports, data, in this order. */
export function start(host: Redis, launch: Launch, out: Outbox): void {
  if (!serverLifecycle.can(host.mode, 'start')) return;
  const settings = defaultSettings(host.version, launch.cwd);
  if (!listen(settings, out)) return;
  host.server = newServer(settings, launch, out);
  enter(host, 'start', out);
  enter(host, 'loaded', out);
}

const newServer = (settings: ServerSettings, { terminal }: Launch, out: Outbox): Server => ({
  settings,
  databases: Array.from({ length: settings.databases }, () => ({ entries: new Map() })),
  clients: new Map(),
  terminal,
  startedAt: out.now,
  dirty: 0,
  savedAt: out.now,
  wakesAt: 0,
  nextClientId: FIRST_CLIENT,
  stats: { connections: 0, commands: 0, rejected: 0, expired: 0, evicted: 0, hits: 0, misses: 0 },
});

/** The first client's number; the server uses those below for itself. */
const FIRST_CLIENT = 3;

/** SIGTERM, Ctrl-C, SHUTDOWN. */
export function stop(host: Redis, out: Outbox): void {
  if (!serverLifecycle.can(host.mode, 'exit')) return;
  vanish(host, 'exit', out);
}

/** kill -9: no last word. */
export function crash(host: Redis, out: Outbox): void {
  if (serverLifecycle.can(host.mode, 'crash')) vanish(host, 'crash', out);
}

/** The process is gone: the kernel closes its sockets and resets its connections. */
function vanish(host: Redis, event: 'exit' | 'crash', out: Outbox): void {
  out.unbind();
  for (const { connection, peer } of host.server?.clients.values() ?? []) {
    host.broken.add(connection);
    out.send(peer, { type: 'disconnected', chain: '', connection });
  }
  const waiting = host.inbox;
  host.inbox = [];
  host.server = null;
  enter(host, event, out);
  for (const message of waiting) reset(host, message, out);
}

/** Answers a message on a connection that is no more. */
export function reset(host: Redis, { from, body }: Message, out: Outbox): void {
  if (body.type !== 'commands') return;
  host.broken.delete(body.connection);
  out.send(from, { type: 'disconnected', chain: body.chain, connection: body.connection });
}

/** Follows an arrow of the chart, if there is one. */
export function enter(host: Redis, event: ServerEvent, out: Outbox): void {
  const mode = serverLifecycle.next(host.mode, event);
  if (mode === host.mode) return;
  host.mode = mode;
  if (out.noting) out.note({ kind: 'redis-mode', mode });
}
