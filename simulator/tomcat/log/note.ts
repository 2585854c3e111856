import type { Place } from '../../core/text.ts';
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

/** The session that something happens to, and the `<Manager>` that decides; where none is written, Tomcat's own does. */
interface AboutSession {
  webapp: string;
  id: string;
  place?: Place;
}

/** What a Tomcat tells about itself. Log lines are data here; `log/lines.ts` renders them. */
export type TomcatNote =
  | ({ kind: 'log'; thread: string } & LogEntry)
  /** A line on System.out, which is catalina.out. */
  | { kind: 'printed'; line: string }
  | { kind: 'access'; remote: string; request: string; status: number; bytes: number }
  | { kind: 'state'; state: TomcatState; exitCode?: number }
  /** What bin/startup.sh or bin/shutdown.sh came to. */
  | { kind: 'script'; script: 'startup.sh' | 'shutdown.sh'; outcome: ScriptOutcome; port: number }
  | ({
      kind: 'session-created';
      page: string /** The id that came, and was of no use. */;
      instead?: string;
      store?: SessionStore;
    } & AboutSession)
  | ({ kind: 'session-found'; source: IdSource; user?: string; store?: SessionStore } & AboutSession)
  /** An id came that is in no map. `forgotten`: this very process once knew it. */
  | ({ kind: 'session-unknown'; source: IdSource; forgotten?: Forgotten; store?: SessionStore } & AboutSession)
  /** Whether the answer sets a cookie with a session id, and why; `id`: of the session that the request ended with. */
  | { kind: 'session-cookie'; webapp: string; id?: string; why: CookieReason; place?: Place }
  /** `setAttribute`, or without a value `removeAttribute`. `value`: as Java would write it, of an object its class. */
  | { kind: 'session-attribute'; webapp: string; id: string; name: string; value?: string }
  /** A file of sessions leaves an attribute out, for it is not Serializable. */
  | { kind: 'session-attribute-left-out'; webapp: string; id: string; name: string; class: string }
  /** Redis could not be asked for a session: the request ends there. */
  | ({ kind: 'redis-lookup-failed'; thrown: Throwable } & AboutSession)
  /** Redis had something under that id that is no session here: for Tomcat there is none. */
  | ({ kind: 'redis-session-unreadable'; why: 'placeholder' | 'exception'; thrown?: Throwable } & AboutSession)
  | ({ kind: 'redis-session-saved'; why: SaveReason; bytes: number } & AboutSession)
  /** Nothing changed: only the key's time to live began anew. */
  | ({ kind: 'redis-session-unchanged' } & AboutSession)
  /** Whatever the request changed in the session is lost; the visitor is not told. */
  | ({ kind: 'redis-session-not-saved'; thrown: Throwable } & AboutSession)
  | { kind: 'redis-connected'; webapp: string; address: string; authenticates: boolean }
  /** A pooled connection was used that Redis had closed before. */
  | { kind: 'redis-connection-stale'; webapp: string; address: string }
  /** All connections of the pool are lent: the request waits for one. */
  | { kind: 'redis-pool-exhausted'; webapp: string; connections: number }
  /** `place`: the `<session-timeout>`. */
  | ({ kind: 'session-expired'; idle: number; by: 'request' | 'background' } & AboutSession)
  | { kind: 'session-invalidated'; webapp: string; id: string }
  | { kind: 'session-renamed'; webapp: string; id: string; to: string }
  | ({ kind: 'session-stored'; file: string; why: 'backup' | 'swap' | 'valve' | 'stop' } & AboutSession)
  | ({ kind: 'session-fetched'; file: string } & AboutSession)
  | ({ kind: 'sessions-saved'; file: string } & AboutSessions)
  | ({ kind: 'sessions-loaded'; file: string } & AboutSessions)
  | ({ kind: 'sessions-lost'; why: 'crash' | 'not-saved' | 'unreadable' | 'undeployed' } & AboutSessions)
  | { kind: 'request-waits'; why: TomcatState }
  | { kind: 'request-cut'; page: string; why: 'crash' | 'stop' }
  | { kind: 'served'; page: string; status: number; thread: number };

interface AboutSessions {
  webapp: string;
  count: number;
  ids: readonly string[];
  place?: Place;
}

/**
 * A cookie is set for a `new` id. None is where the browser has it already (`known`), where the request ended without a
 * session (`none`), where `cookies="false"` (`off`), and where the id is `unfit` for a header.
 */
export type CookieReason = 'new' | 'known' | 'none' | 'off' | 'unfit';

/** Why the manager writes a session: it is new, must be saved always, was set, or a hash found a change inside an object. */
export type SaveReason = 'new' | 'forced' | 'dirty' | 'changed-inside';

/** `ignored`: the process is hung and reads the command when it goes on. */
export type ScriptOutcome = 'started' | 'sent' | 'refused' | 'no-port' | 'wrong-word' | 'ignored';

/** A note's place, where there is one. */
export const placed = (place: Place | undefined): { place?: Place } => (place ? { place } : {});

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
