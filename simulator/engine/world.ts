import type { Client, ClientNote } from '../client/client.ts';
import type { HttpRequest, HttpResponse } from '../core/http.ts';
import type { Reply } from '../core/resp.ts';
import type { Nginx, NginxNote } from '../nginx/nginx.ts';
import type { Computed, Redis, RedisNote } from '../redis/redis.ts';
import type { Terminal, TerminalNote } from '../shell/state.ts';
import type { SessionFile, Tomcat, TomcatNote } from '../tomcat/tomcat.ts';

/** A host's name in the lab, e.g. `nginx`, `tomcat1`, `A` (a visitor). */
export type HostName = string;
/** Where a program listens, e.g. `127.0.0.1:8080` or `[::1]:8080`. */
export type Address = string;
/** Names one request of one visitor from end to end, e.g. `A3`: the third request of visitor A. */
export type Chain = string;

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
  /** Pairs of hosts, `a>b`, between which packets are lost. */
  cuts: Set<string>;
  /** The newest process id. */
  pids: number;
  /** Messages and timers to come, a binary heap by (`at`, `serial`) (`engine/queue.ts`). */
  queue: Scheduled[];
}

/** A text, or sessions that a Tomcat wrote, or what a shell sees beside those. Immutable. */
export type DiskFile = string | SessionFile | ShellFile;

export type ShellFile =
  | { kind: 'folder' }
  /** A file whose bytes the lab does without. `is`: what it does when it is run or unpacked, e.g. `redis-cli`; else empty. */
  | { kind: 'opaque'; size: number; is: string }
  /** The newest lines that a program logged. */
  | { kind: 'log'; lines: readonly string[] };

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

/** What travels. TCP's handshake is folded into the first message: when nobody listens, a refusal comes back; when the link is cut, nothing ever does. */
export type Body = HttpBody | RedisBody | ProcessBody | WorkBody;

export type HttpBody =
  | { type: 'request'; chain: Chain; attempt: number; request: HttpRequest /** The sender's own IP. */; source: string }
  | {
      type: 'response';
      chain: Chain;
      attempt: number;
      response: HttpResponse /** The connection stays open. */;
      keepAlive?: boolean;
    }
  /** RST in answer to SYN: nobody listens. */
  | { type: 'refused'; chain: Chain; attempt: number }
  /** The connection ended before the answer was complete; with an empty chain: idle kept connections ended. */
  | { type: 'closed'; chain: Chain; attempt: number; how: 'closed' | 'reset' }
  /** The one who asked went away. */
  | { type: 'abort'; chain: Chain; attempt: number };

/** Between a Redis server and its clients. `chain`: for whose request, where it is for one; else empty. */
export type RedisBody =
  /**
   * Commands in the order they are written; none: only connect. The first message of a connection opens it.
   * Strings are bytes, one character each. `source` is the sender's own IP.
   */
  | { type: 'commands'; chain: Chain; connection: Connection; source: string; commands: string[][] }
  /** The same, written by something that does not speak the protocol: a person at a bare socket, a browser. */
  | { type: 'bytes'; chain: Chain; connection: Connection; source: string; bytes: string }
  /** What the server writes, asked or unasked (`-DENIED`, MONITOR). */
  | { type: 'replies'; chain: Chain; connection: Connection; replies: Reply[] }
  /** The other end closed the connection, or the kernel did for a process that died. */
  | { type: 'disconnected'; chain: Chain; connection: Connection }
  /** RST in answer to SYN: nobody listens. */
  | { type: 'unreachable'; chain: Chain; connection: Connection };

/** Between a shell and the programs that it starts: what they print and how they end comes back. */
export type ProcessBody =
  /** `pid`: of the new process. `redirected`: its output goes to a file. */
  | { type: 'execute'; argv: string[]; cwd: string; pid?: number; redirected?: boolean }
  /** `pid`: the process it is for, where the host has several. */
  | { type: 'signal'; signal: Signal; pid?: number }
  | { type: 'output'; lines: string[] }
  | { type: 'exited'; code: number }
  /** Writes one of a host's files; `null` deletes it. As `edit`, by a command. */
  | { type: 'save'; file: string; text: string | null }
  /** The folder with the host's files is now this one. */
  | { type: 'moved'; folder: string }
  /** A log file that the shell follows has grown. */
  | { type: 'appended'; file: string; lines: string[] };

/** A host's own work is done (Tomcat's thread comes back, a visitor has read the page). */
export type WorkBody =
  | { type: 'work'; chain: Chain; what: string }
  /** A command that a Redis could not do by itself. */
  | { type: 'computed'; computed: Computed };

/** Whose request a message is about; empty: nobody's. */
export const chainOf = (body: Body): Chain => ('chain' in body ? body.chain : '');

/** One TCP connection between two programs, named by the one who opened it, e.g. `tomcat1/3`. No name is used twice. */
export type Connection = string;

/** Of all signals, those that a learner sends: Ctrl-C, Ctrl-\, kill, kill -9, a closed terminal, Ctrl-Z, fg. */
export type Signal = 'SIGINT' | 'SIGTERM' | 'SIGKILL' | 'SIGHUP' | 'SIGQUIT' | 'SIGTSTP' | 'SIGSTOP' | 'SIGCONT';

/** What a learner may do to a process. nginx alone knows `reload`; `crash` is kill -9, `hang` is SIGSTOP. */
export type PowerEvent = 'start' | 'stop' | 'crash' | 'hang' | 'resume' | 'reload' | 'quit';

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
  /** A visitor comes, changes his address (a phone leaves the Wi-Fi: the same browser and cookies), goes for good. */
  | { kind: 'join'; visitor: Client }
  | { kind: 'move'; host: HostName; ip: string }
  | { kind: 'leave'; host: HostName }
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
  | { kind: 'joined'; ip: string }
  | { kind: 'moved'; from: string; to: string }
  | { kind: 'left' }
  /** A packet met a cut link. */
  | { kind: 'dropped'; to: HostName | Address; type: Body['type'] }
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
   * Times are relative to `now` and capped where nothing depends on more; no serial numbers.
   */
  key(host: H, now: number): string;
}

/** A host's only way to touch the world. */
export interface Outbox {
  readonly now: number;
  /** Unix time in ms, for log lines and dates. */
  readonly wallClock: number;
  /** False when nobody reads notes: then build none (it is most of the cost of a request). */
  readonly noting: boolean;
  /**
   * Sends to a host or to whoever listens at an address. Returns false when the link is cut: the packet
   * is lost and nothing will come back (the sender may use it only to know, when its own clock runs
   * out, whether the connection was ever made).
   */
  send(to: HostName | Address, body: Body, delay?: number): boolean;
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
