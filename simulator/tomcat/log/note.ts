import type { Outbox } from '../../engine/world.ts';
import type { Forgotten, Tomcat } from '../host.ts';
import type { Throwable } from '../java/value.ts';
import type { TomcatState } from '../lifecycle.ts';
import type { LogEntry, MessageCode, Values } from './messages.ts';

/** Where a session's id came from. */
export type IdSource = 'cookie' | 'url';

/** What a Tomcat tells about itself. Log lines are data here; `log/lines.ts` renders them. */
export type TomcatNote =
  | ({ kind: 'log'; thread: string } & LogEntry)
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
    }
  | { kind: 'session-found'; webapp: string; id: string; source: IdSource; user?: string }
  /** An id came that is in no map. `forgotten`: this very process once knew it. */
  | { kind: 'session-unknown'; webapp: string; id: string; source: IdSource; forgotten?: Forgotten }
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
