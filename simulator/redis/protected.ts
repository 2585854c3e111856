import type { RedisVersion } from './commands/table.ts';

/** What a server in protected mode tells those who come from elsewhere (networking.c of each version). */
export const deniedText = (version: RedisVersion): string =>
  `DENIED Redis is running in protected mode because protected mode is enabled${reasons[version].why}. ` +
  'In this mode connections are only accepted from the loopback interface. ' +
  'If you want to connect from external computers to Redis you may adopt one of the following solutions: ' +
  "1) Just disable protected mode sending the command 'CONFIG SET protected-mode no' from the loopback interface by " +
  'connecting to Redis from the same host the server is running, however MAKE SURE Redis is not publicly accessible ' +
  'from internet if you do so. Use CONFIG REWRITE to make this change permanent. ' +
  '2) Alternatively you can just disable the protected mode by editing the Redis configuration file, and setting the ' +
  "protected mode option to 'no', and then restarting the server. " +
  "3) If you started the server manually just for testing, restart it with the '--protected-mode no' option. " +
  `4) Setup ${reasons[version].setup}. ` +
  'NOTE: You only need to do one of the above things in order for the server to start accepting connections from the ' +
  'outside.';

const reasons: Record<RedisVersion, { why: string; setup: string }> = {
  '3.2.1': {
    why: ', no bind address was specified, no authentication password is requested to clients',
    setup: 'a bind address or an authentication password',
  },
  '7.0.15': {
    why: ' and no password is set for the default user',
    setup: 'a an authentication password for the default user',
  },
};
