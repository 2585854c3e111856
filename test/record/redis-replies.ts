import { setTimeout as sleep } from 'node:timers/promises';
import { comparable } from '../conformance/redis-normal.ts';
import { type Recorded, redisReplies, type Step } from '../conformance/redis-replies.ts';
import { type Difference, differencesOf } from '../conformance/suite.ts';
import type { Recorder, Recording } from './recorder.ts';
import { canType, RedisCli } from './redis-cli.ts';
import { RedisServer, redisMachine, redisVersion } from './redis-server.ts';
import { Connection } from './resp.ts';

const PORT = 6379;

/**
 * Records a case twice: the bytes of commands and replies on plain connections, and what redis-cli makes of them on a
 * terminal, where there is one.
 */
class ReplyRecording implements Recording<Recorded> {
  readonly #machine = redisMachine();

  async record(given: Recorded): Promise<Recorded> {
    const bytes = await this.#play(given, new Wire());
    if (!canType()) return { ...given, steps: bytes };
    const shown = await this.#play(given, new Screen(this.#machine.path));
    return { ...given, steps: bytes.map((step, i) => ({ ...step, ...(step.conn === undefined ? {} : shown[i]) })) };
  }

  /** What one way of taking the steps gives, on a Redis of its own. */
  async #play(given: Recorded, way: Way): Promise<Step[]> {
    const files = given.conf === null ? {} : { 'redis.conf': given.conf };
    const server = new RedisServer(this.#machine, given.version, files);
    const connections = new Map<string, Connection>();
    try {
      await server.start(given.args);
      const steps: Step[] = [];
      for (const step of given.steps) {
        if (step.wait_ms !== undefined) await sleep(step.wait_ms);
        const raw = step.rawconn;
        if (raw !== undefined) steps.push(await exchange(step, raw, connections));
        else steps.push(step.conn === undefined ? step : await way.take(step, step.conn));
      }
      return steps;
    } finally {
      for (const connection of [...connections.values(), way]) connection.close();
      server.end();
    }
  }

  async close(): Promise<void> {
    this.#machine.close();
  }
}

async function exchange(step: Step, name: string, connections: Map<string, Connection>): Promise<Step> {
  const connection = connections.get(name) ?? (await Connection.open(PORT));
  connections.set(name, connection);
  const resp = await connection.exchange(step.send ?? '');
  const { closed: _, ...rest } = step;
  return { ...rest, resp, ...(connection.closed ? { closed: true } : {}) };
}

/** A way of typing what a step says. */
interface Way {
  take(step: Step, conn: number): Promise<Step>;
  close(): void;
}

/** Commands and replies as bytes. */
export class Wire implements Way {
  readonly #connections = new Map<number, Connection>();

  async take(step: Step, conn: number): Promise<Step> {
    const connection = this.#connections.get(conn) ?? (await Connection.open(PORT));
    this.#connections.set(conn, connection);
    const { text: _, prompt: __, cli_start_text: ___, ...rest } = step;
    return { ...rest, resp: step.cmd ? await connection.command(step.cmd) : '' };
  }

  close(): void {
    for (const connection of this.#connections.values()) connection.close();
  }
}

/** What redis-cli shows. */
class Screen implements Way {
  readonly #home: string;
  readonly #terminals = new Map<number, RedisCli>();

  constructor(home: string) {
    this.#home = home;
  }

  async take(step: Step, conn: number): Promise<Step> {
    const known = this.#terminals.get(conn);
    const terminal = known ?? new RedisCli(this.#home);
    this.#terminals.set(conn, terminal);
    const first = known ? { text: '' } : await terminal.read();
    const { text, prompt } = { ...first, ...(await terminal.type(step.line ?? '')) };
    return {
      text,
      ...(first.text === '' ? {} : { cli_start_text: first.text }),
      ...(prompt === undefined ? {} : { prompt }),
    };
  }

  close(): void {
    for (const terminal of this.#terminals.values()) terminal.close();
  }
}

/** Only commands on lasting connections: what a shell or a restart does, another recorder would have to do. */
function hindranceOf({ version, conf, start_failed, steps }: Recorded): string | undefined {
  if (version !== redisVersion()) return `wants Redis ${version}`;
  if (conf?.startsWith('<')) return 'starts from a shipped file that is not here';
  const plain = (step: Step) =>
    step.wait_ms !== undefined ||
    step.rawconn !== undefined ||
    (step.conn !== undefined && (step.cmd?.length || canType()) && !EXTRA.some((key) => key in step));
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
    (['resp', 'text', 'prompt', 'cli_start_text'] as const).flatMap((field) => {
      const now = anew.steps[i]?.[field];
      const plain = (text: string | null | undefined) => (text == null ? text : comparable(text, step));
      return now === undefined || step[field] === undefined
        ? []
        : differencesOf(`${i} ${step.line ?? step.send} ${field}`, plain(step[field]), plain(now));
    }),
  );
}

/** Commands to a real Redis, its replies as bytes and as redis-cli shows them. */
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
