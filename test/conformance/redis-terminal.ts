import { encodeReply } from '../../simulator/core/resp.ts';
import { bytesOf } from '../../simulator/core/utf8.ts';
import { understand } from '../../simulator/redis/cli/arguments.ts';
import { answered, disconnected, open, promptOf, refused, typed } from '../../simulator/redis/cli/cli.ts';
import type { Cli, Outcome } from '../../simulator/redis/cli/state.ts';
import type { RedisVersion } from '../../simulator/redis/redis.ts';
import { splitArguments } from '../../simulator/redis/split.ts';
import type { RedisLab } from '../support/redis-lab.ts';

/** What a redis-cli did while something was typed. */
export interface Doing {
  text: string;
  stderr: string;
  sent: string[][];
  replies: string[];
}

/** How a program connects: its own address, and the machine's under a name. */
export type Dial = (host: string, port: number) => { from: string; to: string } | undefined;

let named = 0;

/** What redis-cli does by itself. */
const ownWords: ReadonlySet<string> = new Set(['', 'help', '?', 'quit', 'exit', 'clear', 'connect']);

/** One running redis-cli, with its connection in a lab. */
export class RedisTerminal {
  readonly #lab: RedisLab;
  readonly #dial: Dial;
  #cli: Cli;
  #connection: string | undefined;
  #route = { from: '', to: '' };
  #doing: Doing = { text: '', stderr: '', sent: [], replies: [] };
  exit: number | undefined;

  private constructor(lab: RedisLab, cli: Cli, dial: Dial) {
    this.#lab = lab;
    this.#cli = cli;
    this.#dial = dial;
  }

  /** Starts `redis-cli` with arguments. An option that the lab's redis-cli does not have: its name. */
  static async start(
    lab: RedisLab,
    argv: readonly string[],
    around: { version: RedisVersion; terminal: boolean; stdin?: string; environment?: Record<string, string> },
    dial: Dial,
  ): Promise<RedisTerminal | { unmodelled: string } | { exit: number; stdout: string; stderr: string }> {
    const understood = understand(argv, around);
    if (!('options' in understood)) return understood;
    const outcome = open(understood.options, lab.world.now);
    const terminal = new RedisTerminal(lab, outcome.cli, dial);
    await terminal.#follow(outcome);
    return terminal;
  }

  get prompt(): string | null {
    return this.#cli.todo.length > 0 ? null : promptOf(this.#cli);
  }

  /** What it did since the last time. */
  take(): Doing {
    const doing = this.#doing;
    this.#doing = { text: '', stderr: '', sent: [], replies: [] };
    return doing;
  }

  async type(line: string): Promise<Doing> {
    await this.add(line);
    return this.take();
  }

  /** Types a line; what it does is taken later. */
  async add(line: string): Promise<void> {
    // On a connection that the server has closed it writes in vain, and only then notices.
    if (this.#connection !== undefined && this.#lab.ended(this.#connection)) await this.#receive();
    const words = splitArguments(bytesOf(line)) ?? [];
    const { connection, turnedAway } = this.#cli;
    if (connection === 'closed' && !turnedAway && !ownWords.has(words[0]?.toLowerCase() ?? ''))
      this.#doing.sent.push(words);
    await this.#follow(typed(this.#cli, line, this.#lab.world.now));
  }

  /** Reads what has come unasked. */
  async read(): Promise<Doing> {
    await this.#receive();
    return this.take();
  }

  hangUp(): void {
    if (this.#connection !== undefined && this.#lab.ended(this.#connection) === undefined)
      this.#lab.put(this.#route.to, { type: 'disconnected', chain: '', connection: this.#connection });
  }

  async #follow({ cli, print, connect, send, pause, exit }: Outcome): Promise<void> {
    this.#cli = cli;
    for (const { text, to } of print) {
      this.#doing.text += text;
      if (to === 'stderr') this.#doing.stderr += text;
    }
    if (exit !== undefined) {
      this.exit = exit;
      return this.hangUp();
    }
    if (pause > 0) this.#lab.wait(pause);
    if (connect) {
      const route = this.#dial(cli.host, cli.port);
      this.#connection = `cli/${++named}`;
      if (!route) return this.#follow(refused(this.#cli, this.#lab.world.now, 'Name or service not known'));
      this.#route = route;
    }
    if ((connect || send.length > 0) && this.#connection !== undefined) {
      await this.#lab.writeFrom(this.#connection, send, this.#route);
      if (this.#lab.ended(this.#connection) !== 'unreachable') this.#doing.sent.push(...send);
      await this.#receive();
    }
  }

  /** Hears what has come; while it waits for an answer, time goes on. */
  async #receive(): Promise<void> {
    const lab = this.#lab;
    for (let waited = 0; ; ) {
      const connection = this.#connection;
      if (connection === undefined || this.exit !== undefined) return;
      const reply = lab.takeOne(connection);
      const ended = lab.ended(connection);
      if (reply) {
        this.#doing.replies.push(encodeReply(reply));
        await this.#follow(answered(this.#cli, reply, lab.world.now));
      } else if (ended) {
        this.#connection = undefined;
        await this.#follow((ended === 'unreachable' ? refused : disconnected)(this.#cli, lab.world.now));
      } else if (this.#cli.todo.length > 0 && !this.#cli.reading && waited < 20_000) {
        lab.wait(10);
        waited += 10;
      } else return;
    }
  }
}
