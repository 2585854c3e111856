import type { HttpRequest } from '../core/http.ts';
import type { Place } from '../core/text.ts';
import type { Trace, Unusable } from './balance/trace.ts';
import type { LogFormat, LogLevel, Method } from './settings/settings.ts';

/** What nginx decided, and why: each decision with the numbers and the line of the file that made it. */
export type NginxNote =
  /** Which location (none: the server itself) answers. `captures`: of its regular expression. */
  | { kind: 'located'; location: string; place: Place; uri: string }
  /** A balancing method chose a server. */
  | {
      kind: 'picked';
      upstream: string;
      to: string;
      /** The text of its `server` line. */
      server: string;
      by: Method['kind'];
      /** The line that set the method; of the upstream where none is written. */
      place: Place;
      /** The pick is this server's probe after `fail_timeout`. */
      probe: boolean;
      /** The kept connection to it is used again. */
      reused: boolean;
      candidates: Candidate[];
      trace?: Trace;
    }
  | {
      kind: 'no-live-upstreams';
      upstream: string;
      by: Method['kind'];
      place: Place;
      candidates: Candidate[];
      trace?: Trace;
    }
  /** What the backend is sent; `place`: the `proxy_pass`. */
  | { kind: 'forwarded'; to: string; request: HttpRequest; place: Place }
  /** An attempt failed. `counted`: against `max_fails`. */
  | {
      kind: 'upstream-failed';
      upstream: string;
      peer: string;
      reason: FailureReason;
      counted: boolean;
      fails: number;
      maxFails: number;
      /** Whole seconds. */
      failTimeout: number;
      /** Virtual ms from which it may be tried again; only where this failure disabled it. */
      until?: number;
      place: Place;
    }
  /** A server that had been disabled answered: its failures are forgotten. */
  | { kind: 'upstream-recovered'; upstream: string; peer: string; place: Place }
  | { kind: 'retried'; peer: string; reason: FailureReason; rule: RetryRule; place?: Place }
  | { kind: 'not-retried'; peer: string; reason: FailureReason; rule: NoRetryRule; place?: Place }
  /** The answer to the visitor; `by` says whose page it is. */
  | {
      kind: 'responded';
      status: number;
      by: 'upstream' | 'nginx' | 'nobody';
      upstreamAddr: string;
      took: number;
      setCookie?: string;
    }
  | AccessLogNote
  | ErrorLogNote
  /** What a command printed on the terminal. */
  | { kind: 'terminal'; command: string; lines: string[]; exit: number }
  | { kind: 'worker'; event: 'started' | 'draining' | 'exited'; generation: number; pid: number; requests: number };

/** One server as the balancer saw it when it chose. */
export interface Candidate {
  peer: string;
  server: string;
  place: Place;
  weight: number;
  effective: number;
  currentBefore: number;
  currentAfter: number;
  conns: number;
  fails: number;
  maxFails: number;
  backup: boolean;
  state: 'chosen' | 'available' | 'backup' | Unusable;
  /** Virtual ms from which a `failed` one may be tried again. */
  until?: number;
}

export type FailureReason =
  | 'refused'
  | 'connect-timeout'
  | 'read-timeout'
  | 'closed'
  | 'reset'
  | 'invalid-header'
  | 'too-big-header'
  | 'no-live-upstreams'
  | `http_${500 | 502 | 503 | 504 | 403 | 404 | 429}`;

/** `listed`: `proxy_next_upstream` names the failure. `kept-connection`: a kept connection had gone stale. */
export type RetryRule = 'listed' | 'kept-connection';

export type NoRetryRule =
  /** `proxy_next_upstream` does not name it. */
  | 'not-listed'
  /** POST, LOCK or PATCH was already sent, and `non_idempotent` is not named. */
  | 'non-idempotent'
  /** No server is left to try … */
  | 'no-tries-left'
  /** … or no more may be, by `proxy_next_upstream_tries`. */
  | 'tries-limit'
  | 'time-limit'
  | 'single-peer';

export interface AccessLogNote {
  kind: 'access-log';
  file: string;
  format: LogFormat;
  /** Values of the format's variables; one that has none is missing. */
  values: Record<string, string>;
}

export interface ErrorLogNote {
  kind: 'error-log';
  file: string;
  level: LogLevel;
  pid: number;
  message: string;
  /** `while …`: what nginx was doing. */
  action?: string;
  connection?: number;
  client?: string;
  server?: string;
  request?: string;
  upstream?: string;
  /** Of the request's Host header. `host` is who noted this, as in every note. */
  site?: string;
}
