import type { Reply } from '../core/resp.ts';
import type { Behaviour, Message, Outbox } from '../engine/world.ts';
import { accept, close, forget } from './clients.ts';
import { execute } from './execute.ts';
import { forkRedis, type Redis } from './host.ts';
import { redisKey } from './key.ts';
import { serverLifecycle } from './lifecycle.ts';
import { crash, enter, reset, start, stop, usualLaunch } from './process.ts';

export type { RedisVersion } from './commands/table.ts';
export { newRedis, type Redis } from './host.ts';
export type { RedisNote } from './notes.ts';

/**
 * redis-server, as versions 3.2.1 and 7.0.15 behave. Of power, `stop` and `quit` are SIGTERM, `crash` kill -9, `hang`
 * and `resume` SIGSTOP and SIGCONT; `start` is `./src/redis-server ./redis.conf` in the folder where it was unpacked.
 */
export const redis: Behaviour<Redis> = {
  receive(host, message, out) {
    if (serverLifecycle.has(host.mode, 'reading')) read(host, message, out);
    else if (serverLifecycle.has(host.mode, 'up')) host.inbox.push(message);
    else reset(host, message, out);
  },

  fire() {},

  power(host, event, out) {
    switch (event) {
      case 'start':
        return start(host, usualLaunch(host), out);
      case 'stop':
      case 'quit':
        return stop(host, out);
      case 'crash':
        return crash(host, out);
      case 'hang':
        return enter(host, 'hang', out);
      case 'resume':
        enter(host, 'resume', out);
        return readInbox(host, out);
    }
  },

  edit(host, file, text) {
    const { [file]: _, ...others } = host.files;
    host.files = text === null ? others : { ...others, [file]: text };
  },

  visit() {},
  fork: forkRedis,
  key: redisKey,
};

/** What came while nobody read, in its order. */
function readInbox(host: Redis, out: Outbox): void {
  while (host.inbox.length > 0 && serverLifecycle.has(host.mode, 'reading')) {
    const [message] = host.inbox.splice(0, 1);
    if (message) read(host, message, out);
  }
}

function read(host: Redis, message: Message, out: Outbox): void {
  const { body } = message;
  const { server } = host;
  if (!server) return;
  if (body.type === 'disconnected') {
    host.broken.delete(body.connection);
    const client = server.clients.get(body.connection);
    if (client) forget(server, client, 'client', out);
  } else if (body.type === 'commands') {
    if (host.broken.has(body.connection)) return reset(host, message, out);
    const client = server.clients.get(body.connection) ?? accept(host, server, message, out);
    if (!client) return;
    const replies: Reply[] = [];
    for (const argv of body.commands) {
      execute({ host, server, client, chain: body.chain, out }, argv, replies);
      if (argv[0]?.toLowerCase() === 'quit') {
        out.send(client.peer, { type: 'replies', chain: body.chain, connection: client.connection, replies });
        return close(host, server, client, 'quit', out);
      }
    }
    if (replies.length > 0)
      out.send(client.peer, { type: 'replies', chain: body.chain, connection: client.connection, replies });
  }
}
