import { fileURLToPath } from 'node:url';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/**
 * What ioredis-mock asks for, and what it gets in a browser: its own files instead of its published bundle (which needs
 * Node), and in place of Lua, of the client library and of documentation as little as its commands can do with.
 */
export const redisSlim = [
  { find: /^ioredis-mock$/, replacement: here('../../node_modules/ioredis-mock/lib/index.js') },
  { find: /^buffer$/, replacement: here('../../node_modules/buffer/index.js') },
  { find: /^events$/, replacement: here('../../node_modules/events/events.js') },
  { find: /^(fengari|fengari-interop|crypto)$/, replacement: here('./missing.ts') },
  { find: /^stream$/, replacement: here('./stream.ts') },
  { find: /^ioredis\/built\/utils\/index$/, replacement: here('./utils.ts') },
  { find: /^ioredis\/built\/Command$/, replacement: here('./command.ts') },
  { find: /^@ioredis\/commands$/, replacement: here('./commands.ts') },
  { find: /^\.\.\/data\/command-(docs|info)\.json$/, replacement: here('./empty.ts') },
];
