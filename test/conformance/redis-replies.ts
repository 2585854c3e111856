import { filesOf } from '../../simulator/redis/persistence/files.ts';
import type { RedisVersion } from '../../simulator/redis/redis.ts';
import { RedisLab } from '../support/redis-lab.ts';
import { comparable, type Flags, plainLog, type Reading } from './redis-normal.ts';
import { dialFrom, run } from './redis-shell.ts';
import { RedisTerminal } from './redis-terminal.ts';
import { type Case, type Comparison, type Difference, differencesOf, type Suite } from './suite.ts';

/** What was done to a real Redis, step by step, and what came back. */
interface Recorded extends Case {
  version: RedisVersion;
  /** redis.conf; null: none. */
  conf: string | null;
  args: string[];
  steps: Step[];
  start_failed?: boolean;
  log?: string;
}

interface Step extends Reading, Flags {
  conn?: number;
  line?: string;
  from?: string;
  opened?: boolean;
  cli_start_text?: string;
  cli_exited?: number;
  racy?: string;
  unstable?: boolean;
  seen_in_a_second_run?: Step;
  wait_ms?: number;
  read_ms?: number;
  restart?: string;
  stop?: string;
  start?: boolean;
  started?: boolean;
  still_running?: boolean;
  conf?: string;
  exit_code?: number | null;
  clients?: string;
  log_on_stop?: string;
  log_since_start?: string;
  edit?: string;
  file?: string;
  content?: string;
  ls?: string[];
  shell?: string;
  stdout?: string;
  stderr?: string;
  exit?: number;
  rawconn?: string;
  send?: string;
  closed?: boolean;
}

/** Between two lines that are typed by a program, a few milliseconds pass. */
const TYPING_MS = 3;

class Stage {
  readonly #recorded: Recorded;
  readonly #lab: RedisLab;
  readonly #terminals = new Map<number, RedisTerminal>();
  readonly #raw = new Map<string, string>();
  readonly #differences: Difference[] = [];
  #strange: string | undefined;
  /** Where in the log the last start began, and where it was done. */
  #startMark = 0;
  #readyMark = 0;
  #rawCount = 0;

  constructor(recorded: Recorded) {
    this.#recorded = recorded;
    const { version, conf } = recorded;
    this.#lab = new RedisLab(version, conf === null ? {} : { 'redis.conf': conf });
    if (/\bsrc$/.test(recorded.args[0] ?? '')) this.#lab.redis.disk.set('src', { kind: 'folder' });
  }

  async play(): Promise<Comparison> {
    this.#start();
    for (const [index, step] of this.#recorded.steps.entries()) {
      await this.#step(step, `${index} ${step.line ?? step.shell ?? step.send ?? step.restart ?? ''}`);
      if (this.#strange) return { skipped: this.#strange };
    }
    return { differences: this.#differences };
  }

  #start(): void {
    const { version, args } = this.#recorded;
    this.#startMark = this.#lab.log().length;
    this.#lab.execute(['./src/redis-server', ...args], `/opt/redis-${version}`);
    this.#readyMark = this.#lab.log().length;
  }

  async #step(step: Step, at: string): Promise<void> {
    const lab = this.#lab;
    if (step.conn !== undefined) return this.#terminal(step, step.conn, at);
    if (step.wait_ms !== undefined) lab.wait(step.wait_ms);
    if (step.restart !== undefined || step.stop !== undefined) await this.#restart(step, at);
    if (step.start) {
      this.#start();
      this.#check(at, 'started', step, lab.redis.server !== null);
    }
    if (step.edit !== undefined) lab.save(step.edit, step.text ?? '');
    if (step.file !== undefined) this.#check(at, 'content', step, lab.redis.files[step.file]);
    if (step.ls) this.#check(at, 'ls', step, filesOf(lab.redis));
    if (step.log_since_start !== undefined) this.#checkLog(at, 'log_since_start', step);
    if (step.rawconn !== undefined) this.#bytes(step, step.rawconn, at);
    if (step.shell !== undefined) await this.#shell(step, step.shell, at);
  }

  async #terminal(step: Step, number: number, at: string): Promise<void> {
    const lab = this.#lab;
    lab.wait(TYPING_MS);
    let terminal = this.#terminals.get(number);
    if (step.read_ms !== undefined) {
      lab.wait(step.read_ms);
      const { text = '', replies = [] } = (await terminal?.read()) ?? {};
      this.#compareText(at, 'text', step, unixTime(text));
      return this.#compareText(at, 'resp', step, unixTime(replies.join('')));
    }
    if (!terminal || terminal.exit !== undefined) {
      terminal = await this.#open(step, number, at);
      if (!terminal) return;
    }
    const { text, sent, replies } = await terminal.type(step.line ?? '');
    if (step.cli_exited !== undefined) return this.#check(at, 'cli_exited', step, terminal.exit);
    if (step.racy) return;
    this.#compareText(at, 'text', step, text);
    this.#compareText(at, 'resp', step, replies.at(-1) ?? '', replies.join(''));
    if (step.resp_all) this.#check(at, 'resp_all', step, replies);
    if (step.sent) this.#check(at, 'sent', step, sent);
    else if (step.cmd !== undefined) this.#check(at, 'cmd', step, sent.at(-1) ?? null);
    if ('prompt' in step) this.#check(at, 'prompt', step, terminal.prompt);
  }

  async #open(step: Step, number: number, at: string): Promise<RedisTerminal | undefined> {
    const { version } = this.#recorded;
    const own = step.from ?? '192.168.25.128';
    const argv = step.from === undefined ? [] : ['-h', '192.168.25.128'];
    const started = await RedisTerminal.start(this.#lab, argv, { version, terminal: true }, dialFrom(own));
    if (!(started instanceof RedisTerminal)) throw new Error('redis-cli without arguments starts');
    this.#terminals.set(number, started);
    const { text } = started.take();
    if (step.cli_start_text !== undefined || text !== '') this.#compareText(at, 'cli_start_text', step, text);
    return started;
  }

  /** Ends the server in one of its ways; then, for `restart`, starts it anew. */
  async #restart(step: Step, at: string): Promise<void> {
    const lab = this.#lab;
    const how = step.restart ?? step.stop ?? '';
    if (how.startsWith('SIG')) lab.signal(how);
    else {
      const terminal = this.#terminals.get(1) ?? (await this.#open({}, 1, at));
      const { text = '', replies = [] } = (await terminal?.type(how)) ?? {};
      this.#compareText(at, 'text', step, text);
      this.#compareText(at, 'resp', step, replies.join(''));
      if ('prompt' in step) this.#check(at, 'prompt', step, terminal?.prompt);
    }
    for (const terminal of this.#terminals.values()) await terminal.read();
    if (step.still_running) return this.#check(at, 'still_running', step, lab.redis.server !== null);
    if (step.log_on_stop !== undefined) this.#checkLog(at, 'log_on_stop', step);
    const { exitCode } = lab.redis;
    this.#check(at, 'exit_code', step, exitCode !== null && exitCode > 128 ? 128 - exitCode : exitCode);
    if (step.clients !== undefined) this.#terminals.clear();
    if (step.conf !== undefined) lab.save('redis.conf', step.conf);
    if (step.restart === undefined) return;
    this.#start();
    this.#check(at, 'started', step, lab.redis.server !== null);
  }

  #bytes(step: Step, name: string, at: string): void {
    const lab = this.#lab;
    lab.wait(TYPING_MS);
    const before = this.#raw.get(name);
    const connection = before ?? `raw/${++this.#rawCount}`;
    this.#raw.set(name, connection);
    if (lab.ended(connection) === undefined) lab.writeBytes(connection, sendOf(step.send ?? ''));
    for (let waited = 0; waited < 2000 && lab.isBlocked(connection); waited += 100) lab.wait(100);
    this.#compareText(at, 'resp', step, lab.take(connection));
    this.#check(at, 'closed', { closed: step.closed ?? false }, lab.ended(connection) !== undefined);
  }

  async #shell(step: Step, line: string, at: string): Promise<void> {
    this.#lab.wait(TYPING_MS);
    const ran = await run(this.#lab, this.#recorded.version, line);
    if ('strange' in ran) {
      this.#strange = `a command line of its own: ${ran.strange}`;
      return;
    }
    if (step.racy) return;
    this.#compareText(at, 'stdout', step, ran.stdout);
    if (step.stderr !== undefined || ran.stderr !== '') this.#compareText(at, 'stderr', step, ran.stderr);
    this.#check(at, 'exit', step, ran.exit);
  }

  #checkLog(at: string, field: 'log_on_stop' | 'log_since_start', step: Step): void {
    this.#compareText(
      at,
      field,
      step,
      plainLog(this.#lab.log().slice(field === 'log_on_stop' ? this.#readyMark : this.#startMark)),
    );
  }

  /** A text, as exactly as the flags allow; an unstable one may be that of the second run. `others`: also right. */
  #compareText(at: string, field: keyof Step, step: Step, ...actual: [string, ...string[]]): void {
    const wanted = [step[field], step.seen_in_a_second_run?.[field]].filter((one) => one !== undefined);
    const given = actual.map((one) => JSON.stringify(comparable(one, step)));
    const agrees = wanted.some((one) => given.includes(JSON.stringify(comparable(String(one), step))));
    if (!agrees) this.#differences.push({ at: `${at} ${field}`, expected: step[field], actual: actual[0] });
  }

  #check(at: string, field: keyof Step, step: Step, actual: unknown): void {
    const second = step.seen_in_a_second_run?.[field];
    if (step[field] === undefined && second === undefined) return;
    if (second !== undefined && JSON.stringify(second) === JSON.stringify(actual)) return;
    this.#differences.push(...differencesOf(`${at} ${field}`, step[field], actual));
  }
}

const unixTime = (text: string) =>
  text.replace(/\b\d{10}\.\d{6} \[(\d+) ([\d.]+):\d+\]/g, '<unix_seconds>.<usec> [$1 $2:<port>]');

/** A long request was recorded by its beginning and its length. */
const sendOf = (send: string) => {
  const [, letter = '', size] = /^(.).*\.\.\.\((\d+) bytes\)$/.exec(send) ?? [];
  return size === undefined ? send : `${letter.repeat(Number(size) - 2)}\r\n`;
};

/** Replies of a real Redis on the wire and on the terminal, through restarts, edits and lost connections. */
export const redisReplies: Suite<Recorded> = {
  name: 'redis-replies',
  file: 'redis/replies.jsonl',
  floor: 50,
  group: ({ group = '', version }) => `${version} ${group}`,
  compare(recorded) {
    if (recorded.conf?.startsWith('<the redis.conf shipped')) return { skipped: 'starts from a file that is not here' };
    return new Stage(recorded).play();
  },
  known: {},
};
