import { setTimeout as sleep } from 'node:timers/promises';
import { comparable } from '../conformance/redis-normal.ts';
import { type Recorded, redisReplies, type Step } from '../conformance/redis-replies.ts';
import { type Difference, differencesOf } from '../conformance/suite.ts';
import type { Recorder, Recording } from './recorder.ts';
import { RedisServer, redisMachine, redisVersion } from './redis-server.ts';
import { Connection } from './resp.ts';

const PORT = 6379;

/** Records the bytes of commands and replies; what redis-cli makes of them for the terminal is left out. */
class ReplyRecording implements Recording<Recorded> {
  readonly #machine = redisMachine();

  async record(given: Recorded): Promise<Recorded> {
    const files = given.conf === null ? {} : { 'redis.conf': given.conf };
    const server = new RedisServer(this.#machine, given.version, files);
    const connections = new Map<string, Connection>();
    try {
      await server.start(given.args);
      const steps: Step[] = [];
      for (const step of given.steps) steps.push(await take(step, connections));
      return { ...given, steps };
    } finally {
      for (const connection of connections.values()) connection.close();
      server.end();
    }
  }

  async close(): Promise<void> {
    this.#machine.close();
  }
}

async function take(step: Step, connections: Map<string, Connection>): Promise<Step> {
  if (step.wait_ms !== undefined) {
    await sleep(step.wait_ms);
    return step;
  }
  const name = step.rawconn ?? `cli/${step.conn}`;
  const connection = connections.get(name) ?? (await Connection.open(PORT));
  connections.set(name, connection);
  if (step.rawconn !== undefined) {
    const resp = await connection.exchange(step.send ?? '');
    const { closed: _, ...rest } = step;
    return { ...rest, resp, ...(connection.closed ? { closed: true } : {}) };
  }
  const { text: _, prompt: __, cli_start_text: ___, ...rest } = step;
  return { ...rest, resp: await connection.command(step.cmd ?? []) };
}

/** Only commands on lasting connections: what a terminal, a shell or a restart does, another recorder would have to do. */
function hindranceOf({ version, conf, start_failed, steps }: Recorded): string | undefined {
  if (version !== redisVersion()) return `wants Redis ${version}`;
  if (conf?.startsWith('<')) return 'starts from a shipped file that is not here';
  const plain = (step: Step) =>
    step.wait_ms !== undefined || step.rawconn !== undefined || (step.cmd?.length && !EXTRA.some((key) => key in step));
  const lasting = (step: Step) => !step.cmd || !/^(monitor|p?subscribe|quit|shutdown|debug)$/i.test(step.cmd[0] ?? '');
  return !start_failed && steps.every((step) => plain(step) && lasting(step))
    ? undefined
    : 'uses more than commands and replies';
}

const EXTRA: readonly (keyof Step)[] = ['sent', 'resp_all', 'cli_exited', 'racy', 'unstable', 'from', 'read_ms'];

/** Commands of which time is a part, or that tell what the machine is like. */
const TIMED =
  /^(p?expire|p?expireat|p?ttl|p?expiretime|setex|psetex|getex|object|wait|b[lrz]\w+|slowlog|latency|info|client|memory|time|lastsave|save|bgsave|bgrewriteaof|role)$/i;

const steady = ({ steps }: Recorded) =>
  steps.every(
    ({ wait_ms, cmd }) =>
      wait_ms === undefined && !cmd?.some((word, i) => (i === 0 ? TIMED : /^(ex|px|exat|pxat)$/i).test(word)),
  );

function repliesDiffer(recorded: Recorded, anew: Recorded): Difference[] {
  return recorded.steps.flatMap((step, i) =>
    (['resp', 'text', 'prompt'] as const).flatMap((field) => {
      const now = anew.steps[i]?.[field];
      const plain = (text: string | null | undefined) => (text == null ? text : comparable(text, step));
      return now === undefined || step[field] === undefined
        ? []
        : differencesOf(`${i} ${step.line ?? step.send} ${field}`, plain(step[field]), plain(now));
    }),
  );
}

/** Commands to a real Redis, and its replies as bytes. */
export const redisRepliesRecorder: Recorder<Recorded> = {
  suite: redisReplies,
  programs: ['redis-server'],
  recordedFrom: 'Redis 7.0.15',
  version: () => `Redis ${redisVersion()}`,
  hindrance: hindranceOf,
  steady,
  differences: repliesDiffer,
  open: () => new ReplyRecording(),
};
