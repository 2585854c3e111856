import { encodeReply, type Reply } from '../../simulator/core/resp.ts';
import { Engine } from '../../simulator/engine/engine.ts';
import { pop, push } from '../../simulator/engine/queue.ts';
import type { Action, Body, Note, PowerEvent, Signal, World } from '../../simulator/engine/world.ts';
import { newVisitor } from '../../simulator/lab/build.ts';
import { newRedis, type Redis, type RedisVersion } from '../../simulator/redis/redis.ts';
import { recordedKernel } from './recorded-kernel.ts';

const TESTER = 'tester';
/** All of 127.0.0.0/8 is the machine itself. */
const MACHINE = ['127.0.0.1', '::1', '192.168.25.128', '127.0.0.2'];

/** How a program connects: to which of the server's addresses, from which of its own. */
export interface Route {
  from: string;
  to: string;
}

const loopback: Route = { from: '127.0.0.1', to: '127.0.0.1:6379' };

/** A real Redis on its machine, and somebody who connects, writes and reads. */
export class RedisLab {
  readonly world: World;
  readonly notes: Note[] = [];
  /** What came on each connection and was not taken yet. */
  readonly #replies = new Map<string, Reply[]>();
  readonly #ended = new Map<string, 'disconnected' | 'unreachable'>();
  readonly #engine: Engine;
  /** Until when time has passed. */
  #end = 0;
  /** How the processes that the tester started ended, and what they printed. */
  readonly output: string[] = [];
  readonly exits: number[] = [];

  constructor(version: RedisVersion, files: Record<string, string> = { 'redis.conf': '' }) {
    const host = newRedis({ name: 'redis', machine: 'server', version, files, kernel: recordedKernel });
    const tester = newVisitor({ name: TESTER, address: '127.0.0.1', cookies: false });
    this.world = {
      now: 0,
      epoch: Date.UTC(2026, 8, 22, 22, 25, 19),
      latency: 0,
      random: new Map([['redis', 1]]),
      sent: 0,
      hosts: new Map([host, tester].map((one) => [one.name, one])),
      machines: new Map([['server', MACHINE]]),
      names: new Map([['localhost', ['127.0.0.1']]]),
      sockets: new Map(),
      disks: new Map(),
      pids: 1000,
      cuts: new Set(),
      netem: new Map(),
      lost: [],
      former: new Map(),
      queue: [],
    };
    this.#engine = new Engine(this.world, (note) => this.notes.push(note));
  }

  get redis(): Redis {
    const host = this.world.hosts.get('redis');
    if (host?.kind !== 'redis') throw new Error('no Redis');
    return host;
  }

  step(action: Action): void {
    this.#engine.step(action);
    this.#run(this.world.now);
  }

  power(event: PowerEvent): this {
    this.step({ kind: 'power', host: 'redis', event });
    return this;
  }

  /** Saves a file; null deletes it. */
  save(file: string, text: string | null): void {
    this.#engine.step({ kind: 'edit', host: 'redis', file, text });
  }

  /** Starts redis-server with arguments, its output going to a file. */
  execute(argv: string[], cwd: string): void {
    this.put('redis', { type: 'execute', argv, cwd, redirected: true });
    this.#run(this.world.now);
  }

  signal(signal: string): void {
    this.put('redis', { type: 'signal', signal: signal as Signal });
    this.#run(this.world.now);
  }

  /** All that the servers have written to their logs. */
  log(): string[] {
    return this.notes.flatMap((note) => (note.kind === 'redis-log' ? [note.line] : []));
  }

  /** Whether somebody waits on a connection for something to come into a list. */
  isBlocked(connection: string): boolean {
    return Boolean(this.redis.server?.clients.get(connection)?.blocked);
  }

  /** Lets time pass. */
  wait(ms: number): void {
    this.#run(this.world.now + ms);
    this.world.now = this.#end;
  }

  /** Writes commands to a connection and gives what comes back at once, as the bytes on the wire. */
  send(connection: string, commands: string[][], route: Route = loopback): string {
    this.write(connection, commands, route);
    return this.take(connection);
  }

  write(connection: string, commands: string[][], { from, to }: Route = loopback): void {
    this.put(to, { type: 'commands', chain: connection, connection, source: from, commands });
    this.#run(this.world.now);
  }

  /** The same for a program that waits for what comes; what the server has to work out elsewhere is worked out. */
  async writeFrom(connection: string, commands: string[][], route: Route): Promise<void> {
    this.write(connection, commands, route);
    await this.compute?.(this);
  }

  /** Works out what the server cannot by itself, where there is somebody to do it. */
  compute: ((lab: RedisLab) => Promise<void>) | undefined;

  /** Writes bytes to a connection. */
  writeBytes(connection: string, bytes: string, { from, to }: Route = loopback): void {
    this.put(to, { type: 'bytes', chain: '', connection, source: from, bytes });
    this.#run(this.world.now);
  }

  /** Takes one reply, if there is one. */
  takeOne(connection: string): Reply | undefined {
    return this.#replies.get(connection)?.shift();
  }

  /** Takes what came on a connection: `''` for nothing. */
  take(connection: string): string {
    const replies = this.#replies.get(connection) ?? [];
    this.#replies.delete(connection);
    return replies.map(encodeReply).join('');
  }

  /** How a connection ended, if it did. */
  ended(connection: string): 'disconnected' | 'unreachable' | undefined {
    return this.#ended.get(connection);
  }

  /** Sends any message to a host or address. */
  put(to: string, body: Body): void {
    const { world } = this;
    const { now } = world;
    push(world.queue, { kind: 'message', serial: world.sent++, at: now, sentAt: now, from: TESTER, to, body });
  }

  #run(until: number): void {
    const { queue } = this.world;
    this.#end = until;
    for (let next = queue[0]; next && next.at <= until; next = queue[0]) {
      if (next.kind === 'message' && next.to === TESTER) {
        pop(queue);
        this.world.now = next.at;
        this.#receive(next.body);
      } else this.#engine.advance(until);
    }
  }

  #receive(body: Body): void {
    if (body.type === 'replies') {
      const { connection, replies } = body;
      this.#replies.set(connection, [...(this.#replies.get(connection) ?? []), ...replies]);
    } else if (body.type === 'disconnected' || body.type === 'unreachable') this.#ended.set(body.connection, body.type);
    else if (body.type === 'output') this.output.push(...body.lines);
    else if (body.type === 'exited') this.exits.push(body.code);
  }
}
