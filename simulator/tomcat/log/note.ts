import type { Outbox } from '../../engine/world.ts';
import type { Forgotten, Tomcat } from '../host.ts';
import type { Throwable } from '../java/value.ts';
import type { TomcatState } from '../lifecycle.ts';
import type { Values } from './message.ts';
import type { LogEntry, MessageCode } from './messages.ts';

/** Where a session's id came from. */
export type IdSource = 'cookie' | 'url';

/** Where a webapp's sessions are, if not in the memory of its Tomcat. */
export type SessionStore = 'redis';

/** What a Tomcat tells about itself. Log lines are data here; `log/lines.ts` renders them. */
export type TomcatNote =
  | ({ kind: 'log'; thread: string } & LogEntry)
  /** A line on System.out, which is catalina.out. */
  | { kind: 'printed'; line: string }
  | { kind: 'access'; remote: string; request: string; status: number; bytes: number }
  | { kind: 'state'; state: TomcatState; exitCode?: number }
  /** What bin/startup.sh or bin/shutdown.sh came to. */
  | { kind: 'script'; script: 'startup.sh' | 'shutdown.sh'; outcome: ScriptOutcome; port: number }
  | {
      kind: 'session-created';
      webapp: string;
      id: string;
      page: string /** The id that came, and was of no use. */;
      instead?: string;
      store?: SessionStore;
    }
  | { kind: 'session-found'; webapp: string; id: string; source: IdSource; user?: string; store?: SessionStore }
  /** An id came that is in no map. `forgotten`: this very process once knew it. */
  | {
      kind: 'session-unknown';
      webapp: string;
      id: string;
      source: IdSource;
      forgotten?: Forgotten;
      store?: SessionStore;
    }
  /** Redis could not be asked for a session: the request ends there. */
  | { kind: 'redis-lookup-failed'; webapp: string; id: string; thrown: Throwable }
  /** Redis had something under that id that is no session here: for Tomcat there is none. */
  | {
      kind: 'redis-session-unreadable';
      webapp: string;
      id: string;
      why: 'placeholder' | 'exception';
      thrown?: Throwable;
    }
  | { kind: 'redis-session-saved'; webapp: string; id: string; why: SaveReason; bytes: number }
  /** Nothing changed: only the key's time to live began anew. */
  | { kind: 'redis-session-unchanged'; webapp: string; id: string }
  /** Whatever the request changed in the session is lost; the visitor is not told. */
  | { kind: 'redis-session-not-saved'; webapp: string; id: string; thrown: Throwable }
  | { kind: 'redis-connected'; webapp: string; address: string; authenticates: boolean }
  /** A pooled connection was used that Redis had closed before. */
  | { kind: 'redis-connection-stale'; webapp: string; address: string }
  /** All connections of the pool are lent: the request waits for one. */
  | { kind: 'redis-pool-exhausted'; webapp: string; connections: number }
  | { kind: 'session-expired'; webapp: string; id: string; idle: number; by: 'request' | 'background' }
  | { kind: 'session-invalidated'; webapp: string; id: string }
  | { kind: 'session-renamed'; webapp: string; id: string; to: string }
  | { kind: 'session-stored'; webapp: string; id: string; file: string; why: 'backup' | 'swap' | 'valve' | 'stop' }
  | { kind: 'session-fetched'; webapp: string; id: string; file: string }
  | { kind: 'sessions-saved'; webapp: string; file: string; count: number }
  | { kind: 'sessions-loaded'; webapp: string; file: string; count: number }
  | { kind: 'sessions-lost'; webapp: string; count: number; why: 'crash' | 'not-saved' | 'unreadable' | 'undeployed' }
  | { kind: 'request-waits'; why: TomcatState }
  | { kind: 'request-cut'; page: string; why: 'crash' | 'stop' }
  | { kind: 'served'; page: string; status: number; thread: number };

/** Why the manager writes a session: it is new, must be saved always, was set, or a hash found a change inside an object. */
export type SaveReason = 'new' | 'forced' | 'dirty' | 'changed-inside';

/** `ignored`: the process is hung and reads the command when it goes on. */
export type ScriptOutcome = 'started' | 'sent' | 'refused' | 'no-port' | 'wrong-word' | 'ignored';

/** Notes one log line, when anybody reads notes. */
export function log(
  out: Outbox,
  thread: string,
  message: MessageCode,
  values: Values = {},
  exception?: Throwable,
): void {
  if (out.noting)
    out.note(
      exception ? { kind: 'log', thread, message, values, exception } : { kind: 'log', thread, message, values },
    );
}

/** As `log`, for lines collected while reading files. */
export function logAll(out: Outbox, thread: string, entries: readonly LogEntry[]): void {
  if (out.noting) for (const entry of entries) out.note({ kind: 'log', thread, ...entry });
}

/** The name of the thread that works on the nth request. */
export function workerThread({ server, traits }: Tomcat, nth: number): string {
  const port = server?.services[0]?.connectors.find(({ kind }) => kind === 'http')?.port ?? 0;
  return `http-${traits.endpoint}-${port}-exec-${((nth - 1) % 10) + 1}`;
}
