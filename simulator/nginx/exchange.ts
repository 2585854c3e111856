import type { HttpRequest, HttpResponse } from '../core/http.ts';
import type { Chain, HostName } from '../engine/world.ts';
import type { PeerSet, Selection } from './balance/peer.ts';
import type { Conf, Location, NginxSettings, ProxyPass, Server } from './settings/settings.ts';

/** One request of a client while a worker deals with it (`ngx_http_request_t`). */
export interface Exchange {
  chain: Chain;
  client: HostName;
  clientAttempt: number;
  request: HttpRequest;
  /** The `Host` header. */
  host: string | undefined;
  settings: NginxSettings;
  server: Server;
  location: Location | undefined;
  /** What holds here: of the location, of the `if` in it, or of the server. */
  conf: Conf;
  /** Number of the connection, `*N` in the error log. */
  connection: number;
  pid: number;
  /** The client's address: the real one, or what realip made of it. */
  ip: string;
  /** The real one. */
  peerIp: string;
  /** The port the client came to, and the address it belongs to. */
  port: number;
  address: string;
  startedAt: number;
  method: string;
  /** The decoded, normalised path; rewritten by `rewrite`. */
  uri: string;
  args: string;
  /** The request line's own URI may be sent on as it is. */
  uriUntouched: boolean;
  /** The path had escapes or spaces: sent on, it is escaped anew. */
  uriQuoted: boolean;
  /** Another location is to be looked for: `rewrite … last`. */
  uriChanged: boolean;
  /** How many more times the URI may change. */
  changesLeft: number;
  /** The prefix of the location may be replaced by that of `proxy_pass`. */
  locationValid: boolean;
  internal: boolean;
  variables: Record<string, string> | undefined;
  captures: readonly (string | undefined)[] | undefined;
  /** An `error_page` is answering; the answer's status is then this one, unless 0. */
  errorStatus: number | undefined;
  /** What went to backends, in order. */
  attempts: readonly Attempt[];
  proxying: Proxying | undefined;
  /** When the running attempt times out, in virtual ms; 0: never. */
  deadline: number;
  /** What the client was told; set when the exchange ends. */
  answer: { status: number; bodyBytes: number; headers: HttpResponse['headers'] } | undefined;
}

/** One entry of `$upstream_addr` (`ngx_http_upstream_state_t`). */
export interface Attempt {
  address: string;
  status: number | undefined;
  startedAt: number;
  /** ms from the start; `undefined` when it never came so far. */
  connectTime: number | undefined;
  headerTime: number | undefined;
  responseTime: number | undefined;
  /** Counts the proxied groups of one request: `error_page` may lead to a second one. */
  group: number;
}

/** A request on its way to an upstream (`ngx_http_upstream_t`). */
export interface Proxying {
  proxyPass: ProxyPass;
  /** Index of the worker's peer set; -1 where the request brought its own (`proxy_pass http://$variable`). */
  upstream: number;
  own: PeerSet | undefined;
  /** The upstream's name: in the error log when nobody is left. */
  name: string;
  /** `$proxy_host` and `$proxy_port`. */
  host: string;
  port: string;
  /** The URI of the request line sent to the backend. */
  uri: string;
  selection: Selection;
  /** Counts the proxied groups of the request. */
  group: number;
  /** What the backends are sent. */
  request: HttpRequest;
  startedAt: number;
  /** Numbers the messages of this exchange; answers to earlier ones are out of date. */
  attempt: number;
  /** The request has left: a retry would send it twice. */
  sent: boolean;
  /** A kept connection is in use. */
  reused: boolean;
  /** Requests that the connection has served. */
  served: number;
  state: 'connecting' | 'waiting' | 'reading';
  /** The answer whose body is still coming, and whether it comes over a connection that will be kept. */
  partial: HttpResponse | undefined;
}

export const currentAttempt = (exchange: Exchange): Attempt =>
  exchange.attempts[exchange.attempts.length - 1] as Attempt;

/** Copies all that a step may change; requests, answers and settings are never changed. */
export function forkExchange(exchange: Exchange): Exchange {
  const { attempts, proxying, variables } = exchange;
  return {
    ...exchange,
    attempts: attempts.map((attempt) => ({ ...attempt })),
    variables: variables && { ...variables },
    proxying: proxying && {
      ...proxying,
      own: proxying.own && forkPeerSet(proxying.own),
      selection: { ...proxying.selection, tried: [...proxying.selection.tried] },
    },
  };
}

export const forkPeerSet = (set: PeerSet): PeerSet => ({
  ...set,
  peers: set.peers.map((peer) => ({ ...peer })),
  backups: set.backups.map((peer) => ({ ...peer })),
});
