import type { HttpResponse } from '../../simulator/core/http.ts';
import { encodeReply } from '../../simulator/core/resp.ts';
import { Engine } from '../../simulator/engine/engine.ts';
import { pop, push } from '../../simulator/engine/queue.ts';
import type { Body, DiskFile, Note, PowerEvent, World } from '../../simulator/engine/world.ts';
import { newVisitor } from '../../simulator/lab/build.ts';
import type { Redis } from '../../simulator/redis/redis.ts';
import { tomcatText } from '../../simulator/tomcat/log/lines.ts';
import { newTomcat, type Tomcat } from '../../simulator/tomcat/tomcat.ts';

/** What came back to whoever asked. */
export type Reply = { response: HttpResponse } | { error: 'refused' | 'closed' | 'reset' | 'timeout' };

/** A line of one of a Tomcat's files. */
export interface Line {
  tomcat: string;
  file: string;
  text: string;
}

/** A command that Redis has executed for somebody else than the tester. */
export interface Executed {
  db: number;
  argv: readonly string[];
}

const TESTER = 'tester';
const PATIENCE = 60_000;

/** Real Tomcats on one machine, a clock that goes on by itself, and somebody who sends requests. */
export class TomcatLab {
  readonly world: World;
  /** What was logged since the last `takeLines`. */
  #lines: Line[] = [];
  #replies = new Map<string, Reply>();
  /** Milliseconds that the last `reply` waited. */
  lastTook = 0;
  #sent = 0;
  /** What Redis executed since the last `takeCommands`. */
  #commands: Executed[] = [];
  /** What came on the tester's own connections to Redis. */
  #answers = new Map<string, string>();
  readonly #engine: Engine;

  constructor(tomcats: readonly Tomcat[], seed: number, redis?: Redis) {
    const tester = newVisitor({ name: TESTER, address: '127.0.0.1', cookies: false });
    this.world = {
      now: 0,
      epoch: Date.UTC(2026, 8, 22, 22, 25, 19),
      latency: 1,
      random: new Map([...tomcats.map(({ name }, index): [string, number] => [name, seed + index]), [TESTER, 0]]),
      sent: 0,
      hosts: new Map([...tomcats, ...(redis ? [redis] : []), tester].map((host) => [host.name, host])),
      machines: new Map([['server', ['127.0.0.1', '::1']]]),
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
    this.#engine = new Engine(this.world, (note) => this.#listen(note));
  }

  tomcat(name: string): Tomcat {
    const host = this.world.hosts.get(name);
    if (host?.kind !== 'tomcat') throw new Error(`no Tomcat "${name}"`);
    return host;
  }

  get redis(): Redis {
    const host = this.world.hosts.get('redis');
    if (host?.kind !== 'redis') throw new Error('no Redis');
    return host;
  }

  /** Sends commands on a connection of the tester's own, and waits for what comes back: the bytes on the wire. */
  ask(connection: string, commands: string[][]): string {
    const name = `${TESTER}/${connection}`;
    this.#answers.delete(name);
    this.#put('127.0.0.1:6379', { type: 'commands', chain: '', connection: name, source: '127.0.0.1', commands });
    this.runUntil(() => this.#answers.has(name), 1000);
    return this.#answers.get(name) ?? '';
  }

  takeCommands(): Executed[] {
    const commands = this.#commands;
    this.#commands = [];
    return commands;
  }

  putBackCommands(commands: readonly Executed[]): void {
    this.#commands.unshift(...commands);
  }

  /** What Tomcats wrote: below their own folder, and elsewhere on the machine. */
  writtenBy(name: string): ReadonlyMap<string, DiskFile> {
    return new Map([...this.tomcat(name).disk, ...(this.world.disks.get('server') ?? [])]);
  }

  /** A second process of the same CATALINA_BASE (startup.sh by mistake). */
  secondProcess(name: string): string {
    const { version, files, machine, nativeLibrary } = this.tomcat(name);
    const twin = `${name}'`;
    const known = { name: twin, machine, version, files };
    this.world.hosts.set(twin, newTomcat(nativeLibrary === undefined ? known : { ...known, nativeLibrary }));
    return twin;
  }

  power(host: string, event: PowerEvent): void {
    this.#engine.step({ kind: 'power', host, event });
  }

  /** Saves a file; null deletes it. */
  save(host: string, file: string, text: string | null): void {
    this.#engine.step({ kind: 'edit', host, file, text });
  }

  /** Sends a request and returns its name. */
  send(port: number, method: string, target: string, cookie?: string): string {
    const chain = `r${++this.#sent}`;
    const headers: [string, string][] = [
      ['Host', `localhost:${port}`],
      ['Connection', 'close'],
    ];
    if (cookie !== undefined) headers.push(['Cookie', cookie]);
    const request = { method, target, version: '1.1' as const, headers };
    this.#put(`127.0.0.1:${port}`, { type: 'request', chain, attempt: 1, source: '127.0.0.1', request });
    return chain;
  }

  #put(to: string, body: Body): void {
    const { world } = this;
    const { now } = world;
    push(world.queue, { kind: 'message', serial: world.sent++, at: now, sentAt: now, from: TESTER, to, body });
  }

  /** Waits for the answer. */
  reply(chain: string): Reply {
    const from = this.world.now;
    this.runUntil(() => this.#replies.has(chain), PATIENCE);
    this.lastTook = this.world.now - from;
    return this.#replies.get(chain) ?? { error: 'timeout' };
  }

  /** Lets time pass until something holds, at most so many ms. */
  runUntil(holds: () => boolean, ms: number): void {
    const { world } = this;
    const end = world.now + ms;
    while (!holds()) {
      const next = world.queue[0];
      if (!next || next.at > end) {
        if (!holds() && Number.isFinite(end)) world.now = end;
        return;
      }
      if (next.kind === 'message' && next.to === TESTER) {
        pop(world.queue);
        world.now = next.at;
        this.#take(next.body);
      } else {
        this.#engine.advance(next.at);
      }
    }
  }

  wait(ms: number): void {
    this.runUntil(() => false, ms);
  }

  takeLines(): Line[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  putBack(line: Line): void {
    this.#lines.push(line);
  }

  #take(body: Body): void {
    if (body.type === 'response') this.#replies.set(body.chain, { response: body.response });
    if (body.type === 'refused') this.#replies.set(body.chain, { error: 'refused' });
    if (body.type === 'replies') this.#answers.set(body.connection, body.replies.map(encodeReply).join(''));
    if (body.type === 'closed') this.#replies.set(body.chain, { error: body.how });
  }

  #listen(note: Note): void {
    const host = this.world.hosts.get(note.host);
    if (note.kind === 'redis-command' && !note.refused && !note.connection.startsWith(TESTER))
      this.#commands.push({ db: note.db, argv: note.argv });
    if (host?.kind !== 'tomcat') return;
    const text = tomcatText(note, host.version, this.world.epoch);
    if (!text) return;
    const tomcat = host.name.replace("'", '');
    for (const line of text.lines) this.#lines.push({ tomcat, file: text.file, text: line });
  }
}
