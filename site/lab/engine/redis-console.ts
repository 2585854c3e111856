import { openRedisConsole, type RedisConsole } from '../../../simulator/index.ts';

/** Opens what works out the rarer Redis commands. Fetched when one is first typed; it expects two globals of Node. */
export async function openConsole(): Promise<RedisConsole> {
  const scope = globalThis as { Buffer?: unknown; process?: unknown };
  scope.Buffer ??= (await import('buffer')).Buffer;
  scope.process ??= { env: {}, nextTick: queueMicrotask, hrtime: () => [0, 0] };
  return openRedisConsole(atTime);
}

/** Runs something while the clock shows a certain time. */
function atTime<T>(now: number, work: () => T): T {
  const real = Date.now;
  Date.now = () => now;
  try {
    return work();
  } finally {
    Date.now = real;
  }
}
