import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainLog } from '../conformance/redis-normal.ts';
import { Machine, pathOf } from './sandbox.ts';

let version: string | undefined;

/** E.g. `7.0.15`. The program is asked once. */
export function redisVersion(): string {
  version ??= askVersion();
  return version;
}

function askVersion(): string {
  const { stdout } = spawnSync(pathOf('redis-server') ?? 'redis-server', ['--version'], { encoding: 'utf8' });
  return /v=(\S+)/.exec(stdout)?.[1] ?? 'unknown';
}

/** A machine of its own for one Redis after the other. */
export function redisMachine(): Machine {
  return new Machine(['redis-server', 'sh']);
}

/** A Redis in `/opt/redis-VERSION/src`, started from the folder above, which has `files`. */
export class RedisServer {
  readonly machine: Machine;
  readonly folder: string;
  #child: ChildProcess | undefined;
  /** Its exit code, minus the signal that ended it; `null`: it runs. */
  exit: number | null = null;

  constructor(machine: Machine, version: string, files: Record<string, string | Uint8Array>) {
    this.machine = machine;
    this.folder = `/opt/redis-${version}`;
    for (const left of ['/opt', '/tmp']) machine.remove(left);
    machine.write('/tmp/.stdout', '');
    mkdirSync(join(machine.path, this.folder, 'src'), { recursive: true });
    symlinkSync(pathOf('redis-server') ?? '', join(machine.path, this.folder, 'src/redis-server'));
    for (const [name, content] of Object.entries(files)) this.machine.write(`${this.folder}/${name}`, content);
  }

  /**
   * Starts it, and waits until it serves or has ended. Where it is not told to say so (its log is elsewhere), it serves
   * two seconds after it listens; 20 seconds are the most it gets.
   */
  async start(args: readonly string[]): Promise<void> {
    const files = ['stdout', 'stderr'].map((name) => openSync(join(this.machine.path, 'tmp', `.${name}`), 'w'));
    const line = `cd ${this.folder} && exec ./src/redis-server "$@"`;
    const [command, ...words] = this.machine.words(pathOf('sh') ?? 'sh', '-c', line, 'sh', ...args);
    const child = spawn(command, words, { stdio: ['ignore', ...files] });
    for (const file of files) closeSync(file);
    this.#child = child;
    const ended = new Promise<void>((done) =>
      child.on('exit', (code, signal) => {
        this.exit = code ?? -(signal === 'SIGSEGV' ? 11 : signal === 'SIGABRT' ? 6 : 9);
        done();
      }),
    );
    for (
      let waited = 0, silent = 0;
      waited < 20_000 && silent < 2000 && this.exit === null && !this.serves();
      waited += 10
    ) {
      await Promise.race([ended, sleep(10)]);
      if (Object.keys(this.listening()).length > 0) silent += 10;
    }
  }

  serves(): boolean {
    return /Ready to accept connections/.test(this.machine.read('/tmp/.stdout'));
  }

  /** What it printed, as recordings have it. */
  get stdout(): string {
    const text = this.machine.read('/tmp/.stdout');
    return text === '' ? '' : plainLog(text.replace(/\n$/, '').split('\n'));
  }

  get stderr(): string {
    return this.machine.read('/tmp/.stderr');
  }

  /** The addresses on which something listens here, sorted, by port. */
  listening(): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const [table, address] of [
      ['tcp', ipv4],
      ['tcp6', ipv6],
    ] as const)
      for (const line of readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1)) {
        const [, local = '', , state] = line.trim().split(/\s+/);
        if (state !== '0A') continue;
        const [ip = '', port = ''] = local.split(':');
        (found[Number.parseInt(port, 16)] ??= []).push(address(ip));
      }
    for (const addresses of Object.values(found)) addresses.sort();
    return found;
  }

  /** Ends every program of the machine. */
  end(): void {
    this.#child?.kill('SIGKILL');
    this.machine.endPrograms();
  }
}

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const ipv4 = (hex: string) => [...bytes(hex)].reverse().join('.');
const ipv6 = (hex: string) => {
  const words = bytes(hex).swap32();
  if (words.every((byte, i) => byte === (i === 15 ? 1 : 0))) return '::1';
  return words.every((byte) => byte === 0) ? '::' : words.toString('hex').replace(/(....)(?!$)/g, '$1:');
};
