import type { HttpRequest, HttpResponse } from '../core/http.ts';
import type { Reply } from '../core/resp.ts';
import type { Computed } from '../redis/redis.ts';

/** Names one request of one visitor from end to end, e.g. `A3`: the third request of visitor A; `s12.3`: of visitor s12. */
export type Chain = string;

/**
 * What travels. On a sound link TCP's handshake is folded into the first message: when nobody listens, a refusal comes
 * back. Where packets are lost or late it is sent on its own (`SynBody`).
 */
export type Body = SynBody | HttpBody | RedisBody | ProcessBody | WorkBody;

/** SYN on a link that is cut, slow or loses packets, and the SYN and ACK that a listening kernel answers with. */
export type SynBody = { type: 'syn' | 'connected' } & Dialled;

/** For what a connection is opened: for one attempt of a request, or a connection to Redis. */
export type Dialled = { chain: Chain; attempt: number } | { chain: Chain; connection: Connection };

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
