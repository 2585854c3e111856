import { nextRandom } from '../core/random.ts';
import { behaviourOf } from './behaviours.ts';
import { type Change, changed } from './change.ts';
import { diskOf, writeFile } from './disk.ts';
import { hasShells, kernelOf } from './kernel.ts';
import { type Keystroke, typed } from './keyboard.ts';
import { carry, dialled, hasBadLinks, hungUp, isImpaired, receiverAt } from './link.ts';
import { writeLog } from './log.ts';
import { pop, push, remove } from './queue.ts';
import { addressesOf, bind, unbind } from './sockets.ts';
import {
  type Action,
  type Address,
  type Body,
  type Chain,
  chainOf,
  type Dialled,
  type DiskFile,
  type Host,
  type HostName,
  type Kernel,
  type Message,
  type Note,
  type NoteBody,
  type Scheduled,
  type ShellOutbox,
  type World,
} from './world.ts';

/**
 * Performs actions on one world, in place; nowhere else does a world change. Drivers (run, explore,
 * record) decide which action comes next. Without a listener for notes, hosts build none,
 * unless there are shells, which read logs.
 */
export class Engine implements ShellOutbox {
  readonly world: World;
  readonly noting: boolean;
  /** Somebody may look at the logs. */
  readonly #shells: boolean;
  readonly #listener: (note: Note) => void;
  /** The host whose turn it is. */
  #host!: Host;
  /** The table of seeds, once it is this engine's own copy. */
  #ownRandom: Map<HostName, number> | undefined;

  constructor(world: World, listener?: (note: Note) => void) {
    this.world = world;
    this.#shells = hasShells(world);
    this.noting = listener !== undefined || this.#shells;
    this.#listener = listener ?? (() => {});
  }

  /** Performs one action. The clock moves only with `fire` and `wait`. */
  step(action: Action): void {
    switch (action.kind) {
      case 'deliver':
      case 'fire': {
        const [item] = remove(this.world.queue, (scheduled) => scheduled.serial === action.serial);
        if (!item) throw new Error(`nothing scheduled has the serial number ${action.serial}`);
        if (item.kind === 'timer') this.world.now = Math.max(this.world.now, item.at);
        return this.perform(item);
      }
      case 'wait':
        this.world.now += action.ms;
        return;
      case 'link':
      case 'netem':
      case 'slow':
      case 'join':
      case 'move':
      case 'leave':
      case 'cookies':
      case 'open':
      case 'traffic':
        return this.#change(action);
      case 'type':
      case 'interrupt':
      case 'redis-cli':
        return this.#type(action);
      default:
        return this.#act(action);
    }
  }

  /** Takes the earliest scheduled item if it is due by `until`; moves the clock to it and performs it. */
  advance(until: number): boolean {
    const next = this.world.queue[0];
    if (!next || next.at > until) return false;
    pop(this.world.queue);
    this.world.now = next.at;
    this.perform(next);
    return true;
  }

  /** Delivers a message or fires a timer that was taken from the queue. */
  perform(item: Scheduled): void {
    if (item.kind === 'message') return this.#deliver(item);
    this.#host = this.#hostNamed(item.host);
    behaviourOf(this.#host).fire(this.#host, item, this);
  }

  #act(action: Extract<Action, { kind: 'power' | 'edit' | 'visit' | 'computed' }>): void {
    const host = this.#hostNamed(action.host);
    const behaviour = behaviourOf(host);
    this.#host = host;
    if (action.kind === 'computed') {
      const { now } = this.world;
      const body = { type: 'computed', computed: action.computed } as const;
      const message = { kind: 'message', serial: this.world.sent++, at: now, sentAt: now } as const;
      behaviour.receive(host, { ...message, from: host.name, to: host.name, body }, this);
    } else if (action.kind === 'power') {
      this.note({ kind: 'power', event: action.event });
      behaviour.power(host, action.event, this);
    } else if (action.kind === 'edit') {
      this.note({ kind: 'edited', file: action.file });
      behaviour.edit(host, action.file, action.text, this);
    } else behaviour.visit(host, action.visit, this);
  }

  /** Links are cut, visitors and windows come and go. */
  #change(change: Change): void {
    for (const { host, note, chain } of changed(this.world, change))
      if (this.noting) this.#tell({ at: this.world.now, host, ...(chain === undefined ? {} : { chain }), ...note });
  }

  #type(action: Keystroke): void {
    this.#host = this.#hostNamed(action.host);
    typed(this.#host, action, this, () => this.world.sent++);
  }

  #deliver(message: Message): void {
    const host = this.#listening(message.to);
    if (!host) return this.#refuse(message);
    this.#host = host;
    const { body } = message;
    if (body.type === 'syn') {
      this.#answer(message, { type: 'connected', ...dialled(body) });
    } else if (body.type === 'save') {
      this.note({ kind: 'edited', file: body.file });
      behaviourOf(host).edit(host, body.file, body.text, this);
    } else if (body.type === 'moved') {
      if ('folder' in host) host.folder = body.folder;
    } else behaviourOf(host).receive(host, message, this);
  }

  /** The kernel's RST in answer to a SYN for a port on which nobody listens. */
  #refuse(message: Message): void {
    const { from, to, body } = message;
    if (body.type !== 'commands' && body.type !== 'request' && body.type !== 'syn') return;
    this.#host = this.#hostNamed(from);
    this.note({ kind: 'nobody-listens', address: to }, body.chain);
    const { chain } = body;
    if ('connection' in body) this.#answer(message, { type: 'unreachable', chain, connection: body.connection });
    else this.#answer(message, { type: 'refused', chain, attempt: body.attempt });
  }

  /** What the kernel at an address answers by itself. */
  #answer({ from, to }: Message, body: Body): void {
    this.#carry(receiverAt(this.world, to), from, { from: to, to: from, body }, this.#latency(from));
  }

  #listening(to: HostName | Address): Host | undefined {
    const { hosts, sockets } = this.world;
    return hosts.get(sockets.get(to) ?? to);
  }

  #hostNamed(name: HostName): Host {
    const host = this.world.hosts.get(name);
    if (!host) throw new Error(`no host "${name}"`);
    return host;
  }

  #schedule(from: HostName | Address, to: HostName | Address, body: Body, delay: number): void {
    const { world } = this;
    push(world.queue, {
      kind: 'message',
      serial: world.sent++,
      at: world.now + delay,
      sentAt: world.now,
      from,
      to,
      body,
    });
  }

  // What a host may do, as `Outbox`.

  get now(): number {
    return this.world.now;
  }

  get wallClock(): number {
    return this.world.epoch + this.world.now;
  }

  connect(to: Address, what: Dialled): boolean {
    const { world } = this;
    if (!hasBadLinks(world)) return true;
    const link = { from: this.#host.name, to: receiverAt(world, to) };
    if (!isImpaired(world, link)) return true;
    this.send(to, { type: 'syn', ...what });
    return false;
  }

  send(to: HostName | Address, body: Body, delay?: number): void {
    const { world } = this;
    const from = this.#host.name;
    if (!hasBadLinks(world)) return this.#schedule(from, to, body, delay ?? this.#latency(to));
    if (hungUp(world, from, body)) return;
    this.#carry(from, receiverAt(world, to), { from, to, body }, delay ?? this.#latency(to));
  }

  #carry(from: HostName, to: HostName, message: Pick<Message, 'from' | 'to' | 'body'>, delay: number): void {
    if (!hasBadLinks(this.world)) return this.#schedule(message.from, message.to, message.body, delay);
    const note = carry(this.world, { from, to }, message, delay);
    if (note) this.note(note, chainOf(message.body));
  }

  /** What a shell's programs say to servers never leaves the machine. */
  #latency(to: HostName | Address): number {
    const { world } = this;
    const inside = this.#shells && (this.#host.kind === 'terminal' || world.hosts.get(to)?.kind === 'terminal');
    return inside ? 0 : world.latency;
  }

  timer(name: string, delay: number): void {
    const { world } = this;
    push(world.queue, { kind: 'timer', serial: world.sent++, at: world.now + delay, host: this.#host.name, name });
  }

  cancel(name: string): void {
    const host = this.#host.name;
    remove(this.world.queue, (item) => item.kind === 'timer' && item.host === host && item.name === name);
  }

  note(note: NoteBody, chain?: Chain): void {
    if (!this.noting) return;
    const where = { at: this.world.now, host: this.#host.name };
    this.#tell(chain === undefined ? { ...where, ...note } : { ...where, chain, ...note });
  }

  /** Log lines go to the disk, and to the shells that follow the file. */
  #tell(note: Note): void {
    this.#listener(note);
    if (!this.#shells) return;
    for (const { host, file, lines } of writeLog(this.world, note))
      this.#schedule(note.host, host, { type: 'appended', file, lines }, 0);
  }

  random(): number {
    const { world } = this;
    const { value, state } = nextRandom(world.random.get(this.#host.name) ?? 0);
    // The table may be shared with the worlds around it in a search, until this engine draws.
    if (this.#ownRandom !== world.random) {
      this.#ownRandom = new Map(world.random);
      world.random = this.#ownRandom;
    }
    this.#ownRandom.set(this.#host.name, state);
    return value;
  }

  resolve(name: string): readonly string[] | undefined {
    return this.world.names.get(name) ?? (isAddress(name) ? [name] : undefined);
  }

  bind(address: Address): boolean {
    return bind(this.world, this.#host, address);
  }

  addresses(): readonly string[] {
    return addressesOf(this.world, this.#host);
  }

  unbind(): void {
    unbind(this.world, this.#host);
  }

  readFile(path: string): DiskFile | undefined {
    return diskOf(this.world, this.#host).get(path);
  }

  writeFile(path: string, file: DiskFile | undefined): void {
    writeFile(this.world, this.#host, path, file);
  }

  filesUnder(folder: string): string[] {
    return [...diskOf(this.world, this.#host).keys()].filter((path) => path.startsWith(`${folder}/`));
  }

  pid(): number {
    return ++this.world.pids;
  }

  get kernel(): Kernel {
    return kernelOf(this.world, this.#host.machine);
  }
}

const isAddress = (name: string) => /^(\d{1,3}\.){3}\d{1,3}$/.test(name) || /^[0-9a-fA-F]*:[0-9a-fA-F:.]+$/.test(name);
