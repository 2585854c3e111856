import type { Computed, Task } from '../computing.ts';

/** Runs something while the clock of the machine shows a given time (Unix ms): the caller has the clock. */
export type AtTime = <T>(now: number, work: () => T) => T;

/** Works out commands on hashes and sets. Asynchronous, for the answers of ioredis-mock are promises. */
export type Console = (task: Task) => Promise<Computed>;

/** Fetches ioredis-mock, and opens a console with it. */
export async function openRedisConsole(at: AtTime): Promise<Console> {
  const { openConsole } = await import('./console.ts');
  return openConsole(at);
}
