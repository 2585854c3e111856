import type { Reply } from '../../core/resp.ts';
import type { Call, Handler } from '../call.ts';
import { arg } from '../call.ts';
import { matches } from '../glob.ts';
import type { RedisClient } from '../host.ts';
import { unknownSubcommand } from '../lookup.ts';
import { publish } from '../publish.ts';
import { array, bulk, bulks, error, integer, NIL, wrongArity } from '../replies.ts';
import { helpOf } from './help.ts';

/** Channels (pubsub.c). */
export const pubsubCommands: Record<string, Handler> = {
  subscribe: (call) => subscribe(call, 'subscribe', 'channels'),
  psubscribe: (call) => subscribe(call, 'psubscribe', 'patterns'),
  unsubscribe: (call) => unsubscribe(call, 'unsubscribe', 'channels'),
  punsubscribe: (call) => unsubscribe(call, 'punsubscribe', 'patterns'),
  publish: (call) => integer(publish(call.server, arg(call, 1), arg(call, 2), call.out)),
  pubsub,
};

type Kind = 'channels' | 'patterns';

function subscribe({ client, argv }: Call, word: string, kind: Kind): Reply[] {
  return argv.slice(1).map((name) => {
    if (!client[kind].includes(name)) client[kind] = [...client[kind], name];
    return confirmation(client, word, name);
  });
}

function unsubscribe({ client, argv }: Call, word: string, kind: Kind): Reply[] {
  const names = argv.length > 1 ? argv.slice(1) : client[kind];
  if (names.length === 0) return [confirmation(client, word, null)];
  return names.map((name) => {
    client[kind] = client[kind].filter((one) => one !== name);
    return confirmation(client, word, name);
  });
}

const confirmation = ({ channels, patterns }: RedisClient, word: string, name: string | null): Reply =>
  array([bulk(word), name === null ? NIL : bulk(name), integer(channels.length + patterns.length)]);

function pubsub(call: Call): Reply {
  const { host, server, argv } = call;
  const word = arg(call, 1).toLowerCase();
  const clients = [...server.clients.values()];
  const channels = [...new Set(clients.flatMap((client) => client.channels))];
  const old = host.version === '3.2.1';
  switch (word) {
    case 'channels':
      if (argv.length > 3) return old ? misused(argv) : wrongArity('pubsub|channels');
      return bulks(channels.filter((channel) => argv.length === 2 || matches(arg(call, 2), channel)));
    case 'numsub':
      return array(
        argv
          .slice(2)
          .flatMap((name) => [bulk(name), integer(clients.filter((client) => client.channels.includes(name)).length)]),
      );
    case 'numpat': {
      const patterns = clients.flatMap((client) => client.patterns);
      return integer(old ? patterns.length : new Set(patterns).size);
    }
    case 'shardchannels':
    case 'shardnumsub':
      return old ? misused(argv) : array(argv.slice(2).flatMap((name) => [bulk(name), integer(0)]));
    case 'help':
      return old ? misused(argv) : helpOf('pubsub');
    default:
      return old ? misused(argv) : unknownSubcommand(argv[0] ?? '', arg(call, 1));
  }
}

const misused = (argv: readonly string[]): Reply =>
  error(`ERR Unknown PUBSUB subcommand or wrong number of arguments for '${argv[1]}'`);
