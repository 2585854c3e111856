import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathOf } from './sandbox.ts';

/** Whether a redis-cli can be given a terminal here: `script` makes one. */
export const canType = (): boolean => pathOf('redis-cli') !== undefined && pathOf('script') !== undefined;

/** How redis-cli asks for a line: the server, the database, a transaction; or that there is no server. */
const PROMPT = /(?:^|\n)((?:127\.0\.0\.1:\d+(?:\[\d+\])?(?:\(\w+\))?|not connected)> )$/;

/** A redis-cli on a terminal that does not repeat what is typed. */
export class RedisCli {
  readonly #child: ChildProcess;
  #unread = '';
  #ended = false;
  /** What it asked with last. */
  #prompt = '';

  constructor(home: string) {
    const line = 'stty -echo -onlcr && exec redis-cli';
    const words = ['--quiet', '--flush', '--command', line, '/dev/null'];
    this.#child = spawn(pathOf('script') ?? 'script', words, {
      env: { PATH: '/usr/bin:/bin', TERM: 'dumb', LANG: 'C.UTF-8', SHELL: '/bin/sh', HOME: home },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#child.stdout?.on('data', (bytes) => {
      this.#unread += bytes.toString('latin1');
    });
    this.#child.on('exit', () => {
      this.#ended = true;
    });
  }

  /** What it prints until it asks for a line; and how it asks, when that is new. */
  async read(): Promise<{ text: string; prompt?: string }> {
    for (let waited = 0; waited < 60_000 && !this.#ended && !PROMPT.test(this.#unread); waited += 2) await sleep(2);
    const all = this.#unread;
    this.#unread = '';
    const prompt = PROMPT.exec(all)?.[1];
    const text = Buffer.from(prompt === undefined ? all : all.slice(0, -prompt.length), 'latin1').toString('utf8');
    if (prompt === undefined || prompt === this.#prompt) return { text };
    this.#prompt = prompt;
    return { text, prompt };
  }

  async type(line: string): Promise<{ text: string; prompt?: string }> {
    this.#child.stdin?.write(`${line}\n`);
    return this.read();
  }

  close(): void {
    this.#child.kill('SIGKILL');
  }
}
