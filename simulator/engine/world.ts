import type { Client, ClientNote } from '../client/client.ts';
import type { Traffic } from '../client/crowd.ts';
import type { Nginx, NginxNote } from '../nginx/nginx.ts';
import type { Computed, Redis, RedisNote } from '../redis/redis.ts';
import type { Terminal, TerminalNote } from '../shell/state.ts';
import type { SessionFile, Tomcat, TomcatNote } from '../tomcat/tomcat.ts';
import type { Body, Chain, Dialled, PowerEvent } from './bodies.ts';

export * from './bodies.ts';

/** A host's name in the lab, e.g. `nginx`, `tomcat1`, `A` (a visitor). */
export type HostName = string;
/** Where a program listens, e.g. `127.0.0.1:8080` or `[::1]:8080`. */
export type Address = string;

/** Whoever can be sent a message. */
export type Host = Client | Nginx | Tomcat | Redis | Terminal;

/** What every host has. */
export interface HostBase {
  name: HostName;
  /** The machine it runs on: whose addresses it can listen on. */
  machine: string;
}

/**
 * Everything there is: hosts, what is on the wires, a clock, a seed. Plain data, with no function,
 * promise or class inside, so that a world can be copied, compared, stored and posted.
 */
export interface World {
  /** Virtual milliseconds since the lab was built. */
  now: number;
  /** Unix time in ms of `now === 0`; only log lines and dates show it. */
  epoch: number;
  /** Milliseconds a packet takes between two hosts. */
  latency: number;
  /** Each host's own seeded numbers (`core/random.ts`), so that hosts draw independently of their order. */
  random: Map<HostName, number>;
  /** How many messages and timers were ever scheduled; orders those of equal time. */
  sent: number;
  hosts: Map<HostName, Host>;
  /** Machines by name: the addresses that a program on them can listen on. */
  machines: Map<string, string[]>;
  /** What a host name resolves to, in getaddrinfo's order (the lab's /etc/hosts). */
  names: Map<string, string[]>;
  /** Who listens where: the kernels' tables of listening sockets. */
  sockets: Map<Address, HostName>;
  /**
   * What each machine's disk holds beside the hosts' own files: by machine, then by absolute path. Shared by all
   * programs of the machine. Both maps are replaced, never changed in place.
   */
  disks: ReadonlyMap<string, ReadonlyMap<string, DiskFile>>;
  /** Pairs of hosts, `a>b`, between which every packet is lost (`engine/link.ts`). Replaced, never changed in place. */
  cuts: ReadonlySet<string>;
  /** Pairs, `a>b`, on which packets are held up or lost by chance. Replaced, never changed in place. */
  netem: ReadonlyMap<string, Netem>;
  /** What met a cut: TCP sends it again and again. Replaced, never changed in place. */
  lost: readonly Lost[];
  /** Who listened last where nobody does now, of those who left while a link was out of order. */
  former: ReadonlyMap<Address, HostName>;
  /** Who came beside the lab's own visitors, and what all of them do by themselves; absent: nobody, nothing. */
  traffic?: Traffic;
  /** The newest process id. */
  pids: number;
  /** Messages and timers to come, a binary heap by (`at`, `serial`) (`engine/queue.ts`). */
  queue: Scheduled[];
}

/** What a link does to packets beside carrying them, as `tc qdisc … netem` does. */
export interface Netem {
  /** Milliseconds more on the way. */
  delay: number;
  /** The share of packets that is lost, 0 to 0.99. */
  loss: number;
}

/** A message in its sender's kernel, unacknowledged; `pair` is the link, `a>b`. */
export interface Lost {
  pair: string;
  message: Message;
}

/** A text, or sessions that a Tomcat wrote, or what a shell sees beside those. Immutable. */
export type DiskFile = string | SessionFile | ShellFile;

export type ShellFile =
  | { kind: 'folder' }
  /** A file whose bytes the lab does without. `is`: what it does when it is run or unpacked, e.g. `redis-cli`; else empty. */
  | { kind: 'opaque'; size: number; is: string }
  /** The newest lines that a program logged. */
  | { kind: 'log'; lines: readonly string[] };

/** What waits for its time: the queue of a world is made of these. */
export type Scheduled = Message | Timer;

/** Something on its way to a host, or a host's own work that takes a moment (`from === to`). */
export interface Message {
  kind: 'message';
  serial: number;
  at: number;
  /** When it was sent; with `at`, where on the line it is now. */
  sentAt: number;
  from: HostName;
  /** A host, or the address of whoever listens there when it arrives. */
  to: HostName | Address;
  body: Body;
}

/** A host's alarm clock. Fires once; a host that no longer cares ignores it. */
export interface Timer {
  kind: 'timer';
  serial: number;
  at: number;
  host: HostName;
  /** What for, e.g. `deadline` or `expire`. */
  name: string;
}

/** What may happen next. A step performs exactly one action, and an action touches exactly one host. */
export type Action =
  /** The message or timer with this serial number is due. */
  | { kind: 'deliver'; serial: number }
  | { kind: 'fire'; serial: number }
  | { kind: 'power'; host: HostName; event: PowerEvent }
  /** Saves a file. It takes effect when the program reads it: on reload or start. `null` deletes it. */
  | { kind: 'edit'; host: HostName; file: string; text: string | null }
  /** A visitor sends a request. */
  | { kind: 'visit'; host: HostName; visit: Visit }
  | { kind: 'link'; from: HostName; to: HostName; event: 'cut' | 'mend' }
  /** Packets that way are held up or lost by chance; both 0: no longer. */
  | { kind: 'netem'; from: HostName; to: HostName; delay: number; loss: number }
  /** A Tomcat's threads get a part of the processor only: what they do takes `factor` times as long. */
  | { kind: 'slow'; host: HostName; factor: number }
  /** A command from redis-cli on the Redis's own machine, by one who knows the password. */
  | { kind: 'redis-cli'; host: HostName; argv: readonly string[] }
  /** A visitor comes, changes his address (a phone leaves the Wi-Fi: the same browser and cookies), goes for good. */
  | { kind: 'join'; visitor: Client }
  | { kind: 'move'; host: HostName; ip: string }
  | { kind: 'leave'; host: HostName }
  /** A visitor's browser is told to accept or to refuse cookies. */
  | { kind: 'cookies'; host: HostName; accepts: boolean }
  /** From now on this is the traffic; whoever is new in it comes to that site, whoever is in it no longer goes. */
  | { kind: 'traffic'; traffic: Traffic; site: { name: string; server: Address } }
  /** A line is typed in a terminal and ended with Enter. */
  | { kind: 'type'; host: HostName; line: string }
  /** Ctrl-C, Ctrl-Z, Ctrl-\, or (SIGHUP) the window is closed. */
  | { kind: 'interrupt'; host: HostName; signal: 'SIGINT' | 'SIGTSTP' | 'SIGQUIT' | 'SIGHUP' }
  /** One more window is opened. */
  | { kind: 'open'; terminal: Terminal }
  /** The command that a Redis is in was worked out outside (`redis/computing.ts`). */
  | { kind: 'computed'; host: HostName; computed: Computed }
  /** Nothing happens until then (only the clock moves). */
  | { kind: 'wait'; ms: number };

/** What a visitor asks for. */
export interface Visit {
  method?: string;
  /** e.g. `/login?user=zhang`. */
  path: string;
  /** The visitor closes the connection after so many ms without an answer. */
  patience?: number;
}

/** An action at its time: the plan of a run. */
export interface Planned {
  at: number;
  action: Exclude<Action, { kind: 'deliver' | 'fire' | 'wait' }>;
}

/** What a learner is shown. Every decision is noted with the reason it was taken. */
export type Note = { at: number; host: HostName; chain?: Chain } & NoteBody;
export type NoteBody = EngineNote | ClientNote | NginxNote | TomcatNote | RedisNote | TerminalNote;
export type EngineNote =
  | { kind: 'power'; event: PowerEvent }
  | { kind: 'edited'; file: string }
  /** A window was opened. */
  | { kind: 'opened' }
  | { kind: 'link'; to: HostName; event: 'cut' | 'mend' }
  | { kind: 'netem'; to: HostName; delay: number; loss: number }
  | { kind: 'slowed'; factor: number }
  | { kind: 'administered'; argv: readonly string[] }
  | { kind: 'joined'; ip: string }
  | { kind: 'moved'; from: string; to: string }
  | { kind: 'left' }
  | { kind: 'cookies'; accepts: boolean }
  | { kind: 'traffic'; traffic: Traffic }
  /** A packet met a cut link. */
  | { kind: 'dropped'; to: HostName | Address; type: Body['type'] }
  /** A packet was lost by chance, or had met a link that is mended now: TCP has it through after so many ms more. */
  | { kind: 'resent'; to: HostName | Address; type: Body['type']; after: number }
  /** Nobody listens at that address. */
  | { kind: 'nobody-listens'; address: Address };

/** How a host answers the world. It may change its own state and speak through `out`; nothing else. */
export interface Behaviour<H extends Host> {
  receive(host: H, message: Message, out: Outbox): void;
  fire(host: H, timer: Timer, out: Outbox): void;
  power(host: H, event: PowerEvent, out: Outbox): void;
  edit(host: H, file: string, text: string | null, out: Outbox): void;
  visit(host: H, visit: Visit, out: Outbox): void;
  /** A copy that shares nothing that a step changes (immutable settings may be shared). */
  fork(host: H): H;
  /**
   * All that can matter to the future, as text: two hosts with one key behave alike for ever.
   * Times are relative to `now` and capped where nothing depends on more; no serial numbers. `anyOrder`: the order in
   * which the host came to what it has at the same time is left out where it matters only when the host `mindsOrder`.
   */
  key(host: H, now: number, anyOrder?: boolean): string;
  /** Whether what it does next, at `now`, may depend on an order that `key` can leave out; absent: never. */
  mindsOrder?(host: H, now: number): boolean;
}

/** A host's only way to touch the world. */
export interface Outbox {
  readonly now: number;
  /** Unix time in ms, for log lines and dates. */
  readonly wallClock: number;
  /** False when nobody reads notes: then build none (it is most of the cost of a request). */
  readonly noting: boolean;
  /**
   * Opens a connection to whoever listens at an address. True: on a sound link it stands at once, and the first message
   * finds out whether anybody listens. False: a SYN is on its way, and `connected` or a refusal comes back, or nothing.
   */
  connect(to: Address, what: Dialled): boolean;
  /** Sends to a host or to whoever listens at an address. What gives a connection up takes back a SYN without answer. */
  send(to: HostName | Address, body: Body, delay?: number): void;
  /** Wakes the host after `delay` ms by `fire`. */
  timer(name: string, delay: number): void;
  /** Drops the host's timers of that name. Costs a walk over the queue: not for every request. */
  cancel(name: string): void;
  note(note: NoteBody, chain?: Chain): void;
  /** A seeded number in [0, 1). */
  random(): number;
  /** Addresses of a name, or `undefined` when it does not resolve. */
  resolve(name: string): readonly string[] | undefined;
  /** Listens on `ip:port`, or on every address of the host's machine for `*:port`. False: address already in use. */
  bind(address: Address): boolean;
  /** The addresses of the host's own machine. */
  addresses(): readonly string[];
  /** Stops listening everywhere. */
  unbind(): void;
  /** A file of the machine's disk, by absolute path. */
  readFile(path: string): DiskFile | undefined;
  /** Writes it; `undefined` deletes it. */
  writeFile(path: string, file: DiskFile | undefined): void;
  /** The paths of all files below a folder of the machine's disk. */
  filesUnder(folder: string): string[];
  /** The id of a new process. */
  pid(): number;
}

/** What a kernel shows to the shells on its machine: to be looked at only. */
export interface Kernel {
  readonly files: ReadonlyMap<string, DiskFile>;
  /** The programs of the machine, running or not. */
  readonly hosts: readonly Host[];
  /** The machine's own addresses. */
  readonly addresses: readonly string[];
  readonly sockets: ReadonlyMap<Address, HostName>;
}

/** A shell's way to touch the world. */
export interface ShellOutbox extends Outbox {
  readonly kernel: Kernel;
}
