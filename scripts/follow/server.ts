import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Redis, type Configuration as RedisConfiguration } from '@hocuspocus/extension-redis';
import { type Hocuspocus, Server } from '@hocuspocus/server';
import { Allowance } from '../../site/present/allowance.ts';
import { addressIn, filesOf } from '../files.ts';
import { limits } from './limits.ts';
import { isRoom, newRoom, roomOf } from './rooms.ts';

export interface FollowInput {
  /** The built site. */
  folder: string;
  host: string;
  /** 0: any that is free. */
  port: number;
  /** Where others of these servers are met; `undefined`: this is the only one. */
  redisUrl: string | undefined;
  /** Under which the site is reached from other machines, without a slash at the end. */
  addresses: (port: number) => string[];
}

export interface FollowServer {
  port: number;
  stop(): Promise<void>;
}

/** What is known of a connection once it is let in. */
interface Guest {
  presents: boolean;
  allowance: Allowance;
  written: number;
}

/** How often followers are told that the line is still there, and how many they are (ms). */
const PULSE_MS = 5000;

/**
 * Serves the site, and beside it classes: a room is one Yjs document that only its presenter may write to. Nothing is kept
 * here; whoever comes back after a restart brings his copy along.
 */
export async function startFollow({ folder, host, port, redisUrl, addresses }: FollowInput): Promise<FollowServer> {
  const openings = new Allowance(limits.openings, () => performance.now());
  const sockets = new Set<Duplex>();
  const serveFile = filesOf(folder);
  const server = new Server<Guest>({
    port,
    address: host,
    quiet: true,
    stopOnSignals: false,
    websocketOptions: { maxPayload: limits.message },
    maxUnauthenticatedQueueSize: limits.unknown,
    maxPendingDocuments: 1,
    extensions: redisUrl === undefined ? [] : [new Redis(redisAt(redisUrl))],
    async onRequest({ request, response }) {
      if (!answered(request, response, openings, () => addresses(server.address.port)))
        await serveFile(request, response);
      // Or else the server would answer as well.
      throw undefined;
    },
    async onUpgrade({ request, socket }) {
      if (addressIn(request).pathname.endsWith('/follow')) {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        return;
      }
      socket.destroy();
      throw undefined;
    },
    async onAuthenticate({ documentName, token, connectionConfig, instance }) {
      const presents = token !== '' && roomOf(token) === documentName;
      const refused = refusalOf(documentName, token !== '' && !presents, presents, instance);
      // Without a message, or else each would be logged.
      if (refused !== undefined) throw Object.assign(new Error(), { reason: refused });
      connectionConfig.readOnly = !presents;
      const rate = presents ? limits.presenterRate : limits.followerRate;
      return { presents, allowance: new Allowance(rate, () => performance.now()), written: 0 };
    },
    async beforeHandleMessage({ context, update }) {
      if (context.presents) context.written += update.byteLength;
      if (!context.allowance.take() || context.written > limits.written) throw new Error('too much');
    },
    // Who is there is nobody's business; that somebody says so keeps his line open.
    async beforeHandleAwareness({ states }) {
      states.clear();
    },
    async onStateless({ connection, document, payload }) {
      if (connection.readOnly || payload.length > limits.word) return;
      document.broadcastStateless(payload, (other) => other !== connection);
    },
  });
  await listening(server);
  const pulse = setInterval(() => tell(server.hocuspocus), PULSE_MS);
  return {
    port: server.address.port,
    async stop() {
      clearInterval(pulse);
      await server.destroy();
      for (const socket of sockets) socket.destroy();
      server.httpServer.closeAllConnections();
    },
  };
}

/** `redis://user:password@host:6379/0`, or `rediss://` where it is encrypted. */
function redisAt(address: string): Partial<RedisConfiguration> {
  const { protocol, hostname, port, username, password, pathname } = new URL(address);
  return {
    host: hostname,
    port: Number(port || 6379),
    options: {
      db: Number(pathname.slice(1) || 0),
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  };
}

/** Says what this is, and opens rooms. False: it is about a file. */
function answered(
  request: IncomingMessage,
  response: ServerResponse,
  openings: Allowance,
  addresses: () => string[],
): boolean {
  const { pathname } = addressIn(request);
  const say = (status: number, said: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(said));
    return true;
  };
  if (pathname === '/follow.json') return say(200, { follow: true, addresses: addresses() });
  if (pathname !== '/follow/rooms') return false;
  if (request.method !== 'POST') return say(405, {});
  return openings.take() ? say(201, newRoom()) : say(429, {});
}

function refusalOf(
  room: string,
  wrongToken: boolean,
  presents: boolean,
  { documents }: Pick<Hocuspocus, 'documents'>,
): string | undefined {
  if (!isRoom(room) || wrongToken) return 'no-entry';
  const open = documents.get(room);
  if (!open) return documents.size >= limits.rooms ? 'full' : undefined;
  return !presents && open.getConnectionsCount() >= limits.followers ? 'full' : undefined;
}

/** Everybody hears how many follow, and so that the line is alive. */
function tell({ documents }: Pick<Hocuspocus, 'documents'>): void {
  for (const document of documents.values()) {
    const followers = document.getConnections().filter(({ readOnly }) => readOnly).length;
    document.relayStateless(JSON.stringify({ followers }));
  }
}

function listening(server: Server<Guest>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    server.httpServer.once('error', reject);
    server.listen().then(resolve, reject);
  });
}
