import { setTimeout as sleep } from 'node:timers/promises';
import type { Recorded, Step } from '../conformance/redis-replies.ts';
import type { Recording } from '../record/recorder.ts';
import { Wire } from '../record/redis-replies.ts';
import { RedisServer, redisMachine } from '../record/redis-server.ts';

/**
 * Records cases that all start alike, faster: bytes only, and a server that a case has left as it was serves the next
 * one too, emptied.
 */
export class RedisBytes implements Recording<Recorded> {
  readonly #machine = redisMachine();
  #server: RedisServer | undefined;

  async record(given: Recorded): Promise<Recorded> {
    this.#server ??= await this.#start(given);
    const wire = new Wire();
    const steps: Step[] = [];
    for (const step of given.steps) steps.push(await wire.take(step, step.conn ?? 1));
    wire.close();
    const leftAlone = given.steps.every(({ cmd }) => cmd && !/^(config|reset)$/i.test(cmd[0] ?? ''));
    if (!leftAlone || !(await answers(['FLUSHALL'], '+OK\r\n'))) this.#end();
    return { ...given, steps };
  }

  /** On a busy machine a start takes its time: it is waited for up to 20 seconds. */
  async #start({ version, conf, args }: Recorded): Promise<RedisServer> {
    const server = new RedisServer(this.#machine, version, { 'redis.conf': conf ?? '' });
    await server.start(args);
    for (let waited = 0; waited < 20_000 && server.exit === null && !server.serves(); waited += 50) await sleep(50);
    return server;
  }

  #end(): void {
    this.#server?.end();
    this.#server = undefined;
  }

  async close(): Promise<void> {
    this.#end();
    this.#machine.close();
  }
}

async function answers(cmd: string[], expected: string): Promise<boolean> {
  const wire = new Wire();
  const { resp } = await wire.take({ cmd }, 1);
  wire.close();
  return resp === expected;
}
