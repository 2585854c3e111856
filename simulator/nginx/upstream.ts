import type { HttpResponse } from '../core/http.ts';
import type { Message, Outbox } from '../engine/world.ts';
import { currentPeers, type Peer, type PeerSet, release, selection } from './balance/peer.ts';
import { choose, secondOf, setOf } from './choose.ts';
import { type Attempt, currentAttempt, type Exchange, type Proxying } from './exchange.ts';
import { noteFailure, noteVerdict } from './failure-notes.ts';
import { noteError } from './logs.ts';
import { isCounted, mayRetry, statusOf, statusReason } from './next-upstream.ts';
import type { FailureReason } from './notes.ts';
import { proxiedRequest } from './proxy-request.ts';
import type { Outcome, Turn } from './turn.ts';
import { headerSize, invalidHeader, isPartial } from './upstream-header.ts';
import { type Target, targetOf } from './upstream-target.ts';
import { dropIdle, keepIdle, type Nginx } from './worker.ts';

const connecting = 'connecting to upstream';
const waiting = 'reading response header from upstream';
const reading = 'reading upstream';

/** Begins to proxy (`ngx_http_upstream_init_request`). */
export function startProxying(exchange: Exchange, turn: Turn): Outcome {
  const proxyPass = exchange.conf.proxyPass as Proxying['proxyPass'];
  const target = targetOf(exchange, proxyPass, turn);
  if (typeof target === 'number') return target;
  const proxying = proxyingTo(target, exchange, proxyPass, turn);
  exchange.proxying = proxying;
  proxying.request = proxiedRequest(exchange, proxying, turn.out);
  return connect(exchange, proxying, turn);
}

function proxyingTo(
  target: Target,
  exchange: Exchange,
  proxyPass: Proxying['proxyPass'],
  { worker, out }: Turn,
): Proxying {
  const set = target.own ?? (worker.sets[target.upstream] as PeerSet);
  const before = exchange.attempts.at(-1);
  return {
    proxyPass,
    upstream: target.upstream,
    own: target.own,
    name: set.upstream.name,
    host: target.host,
    port: target.port,
    uri: target.uri,
    group: before ? before.group + 1 : 0,
    selection: selection(set, exchange.conf.proxy.nextUpstreamTries.limit),
    request: exchange.request,
    startedAt: out.now,
    attempt: exchange.attempts.length,
    sent: false,
    reused: false,
    served: 0,
    state: 'connecting',
    partial: undefined,
  };
}

/** Chooses a server and sends it the request (`ngx_http_upstream_connect`). */
function connect(exchange: Exchange, proxying: Proxying, turn: Turn): Outcome {
  const { out } = turn;
  const set = setOf(proxying, turn);
  const attempt: Attempt = {
    address: proxying.name,
    status: undefined,
    startedAt: out.now,
    connectTime: undefined,
    headerTime: undefined,
    responseTime: undefined,
    group: proxying.group,
  };
  exchange.attempts = exchange.attempts.length === 0 ? [attempt] : [...exchange.attempts, attempt];
  if (!choose(exchange, proxying, set, turn)) {
    noteError(exchange, out, 'error', 'no live upstreams', connecting);
    return next(exchange, proxying, 'no-live-upstreams', turn);
  }
  send(exchange, proxying, currentPeers(set, proxying.selection)[proxying.selection.current] as Peer, turn);
  return undefined;
}

/** Over a kept connection there is no handshake to miss: a lost request looks like a slow answer. */
function send(exchange: Exchange, proxying: Proxying, peer: Peer, turn: Turn): void {
  const { nginx, out } = turn;
  currentAttempt(exchange).address = peer.name;
  const attempt = ++proxying.attempt;
  if (proxying.reused || out.connect(peer.name, { chain: exchange.chain, attempt }))
    return connected(exchange, proxying, turn);
  proxying.sent = false;
  proxying.state = 'connecting';
  wakeBy(nginx, exchange, out, exchange.conf.proxy.connectTimeout);
}

/** The connection stands: the request is sent (`ngx_http_upstream_send_request`). */
export function connected(exchange: Exchange, proxying: Proxying, { nginx, out }: Turn): void {
  const running = currentAttempt(exchange);
  const { address } = running;
  const source = address.startsWith('[::1]') ? '::1' : address.startsWith('127.') ? '127.0.0.1' : exchange.address;
  const { attempt, request } = proxying;
  out.send(address, { type: 'request', chain: exchange.chain, attempt, request, source });
  proxying.sent = true;
  proxying.state = 'waiting';
  running.connectTime = out.now - running.startedAt;
  wakeBy(nginx, exchange, out, exchange.conf.proxy.readTimeout);
}

/** One alarm clock per nginx, set for the earliest deadline: a request costs none of its own. */
function wakeBy(nginx: Nginx, exchange: Exchange, out: Outbox, timeout: number): void {
  exchange.deadline = out.now + timeout;
  if (nginx.wakesAt !== 0 && nginx.wakesAt <= exchange.deadline) return;
  nginx.wakesAt = exchange.deadline;
  out.timer('deadline', timeout);
}

/** Nobody listens there. */
export function refused(exchange: Exchange, proxying: Proxying, turn: Turn): Outcome {
  const { address } = currentAttempt(exchange);
  // Its kept connections died with it; nginx saw them close before it connected anew.
  proxying.reused = false;
  dropIdle(turn.worker, (one) => one.address === address);
  proxying.sent = false;
  proxying.state = 'connecting';
  currentAttempt(exchange).connectTime = undefined;
  noteError(exchange, turn.out, 'error', 'connect() failed (111: Connection refused)', connecting);
  return next(exchange, proxying, 'refused', turn);
}

/** The connection ended before the answer was complete. */
export function closed(exchange: Exchange, proxying: Proxying, how: 'closed' | 'reset', turn: Turn): Outcome {
  const message =
    how === 'reset' ? 'recv() failed (104: Connection reset by peer)' : 'upstream prematurely closed connection';
  noteError(exchange, turn.out, 'error', message, proxying.state === 'reading' ? reading : waiting);
  if (proxying.state === 'reading') return complete(exchange, proxying, proxying.partial as HttpResponse, turn);
  return next(exchange, proxying, how, turn);
}

export function timedOut(exchange: Exchange, proxying: Proxying, turn: Turn): Outcome {
  if (proxying.state !== 'reading')
    return next(exchange, proxying, proxying.state === 'connecting' ? 'connect-timeout' : 'read-timeout', turn);
  noteError(exchange, turn.out, 'error', 'upstream timed out (110: Connection timed out)', reading);
  return complete(exchange, proxying, proxying.partial as HttpResponse, turn);
}

/** A header has come (`ngx_http_upstream_process_header`). */
export function answered(exchange: Exchange, proxying: Proxying, message: Message, turn: Turn): Outcome {
  if (message.body.type !== 'response') return undefined;
  const { response, keepAlive } = message.body;
  const { out } = turn;
  const { proxy } = exchange.conf;
  if (response.status === 9) {
    noteError(exchange, out, 'error', 'upstream sent no valid HTTP/1.0 header', waiting);
    return complete(exchange, proxying, response, turn);
  }
  if (headerSize(response) > proxy.bufferSize) {
    noteError(exchange, out, 'error', 'upstream sent too big header', waiting);
    return next(exchange, proxying, 'too-big-header', turn);
  }
  const invalid = invalidHeader(response);
  if (invalid !== undefined) {
    noteError(exchange, out, 'error', `upstream sent invalid header: "${invalid}"`, waiting);
    return next(exchange, proxying, 'invalid-header', turn);
  }
  const attempt = currentAttempt(exchange);
  attempt.status = response.status;
  attempt.headerTime = out.now - attempt.startedAt;
  if (response.status >= 300) {
    const reason = statusReason(response.status);
    if (reason && proxying.selection.triesLeft > 1 && mayRetry(exchange, proxying, reason, false, out.now).retry)
      return next(exchange, proxying, reason, turn);
    if (proxy.interceptErrors && exchange.conf.errorPages.some(({ statuses }) => statuses.includes(response.status))) {
      leave(exchange, proxying, false, turn);
      return response.status;
    }
  }
  proxying.partial = response;
  if (isPartial(response, exchange.method)) {
    proxying.state = 'reading';
    wakeBy(turn.nginx, exchange, out, proxy.readTimeout);
    return undefined;
  }
  if (keepAlive === true && proxying.upstream >= 0)
    keepIdle(turn.worker, proxying.upstream, {
      address: attempt.address,
      host: message.from,
      since: out.now,
      served: proxying.served + 1,
    });
  return complete(exchange, proxying, response, turn);
}

function complete(exchange: Exchange, proxying: Proxying, response: HttpResponse, turn: Turn): HttpResponse {
  const attempt = currentAttempt(exchange);
  attempt.status = response.status === 9 ? 200 : response.status;
  leave(exchange, proxying, false, turn);
  return response;
}

/** The request leaves its server. Returns true when a failure disabled it. */
export function leave(exchange: Exchange, proxying: Proxying, failed: boolean, turn: Turn): boolean {
  const { out } = turn;
  const set = setOf(proxying, turn);
  const attempt = currentAttempt(exchange);
  attempt.responseTime = out.now - attempt.startedAt;
  exchange.deadline = 0;
  if (proxying.selection.current < 0) return false;
  const peer = currentPeers(set, proxying.selection)[proxying.selection.current] as Peer;
  const { mode } = peer;
  const disabled = release(set, proxying.selection, failed, secondOf(out));
  if (out.noting && mode !== 'up' && peer.mode === 'up')
    out.note(
      { kind: 'upstream-recovered', upstream: set.upstream.name, peer: peer.name, place: peer.place },
      exchange.chain,
    );
  return disabled;
}

/** An attempt failed: another server, or the end (`ngx_http_upstream_next`). */
function next(exchange: Exchange, proxying: Proxying, reason: FailureReason, turn: Turn): Outcome {
  const { out } = turn;
  const set = setOf(proxying, turn);
  const { current } = proxying.selection;
  const peer = current < 0 ? undefined : (currentPeers(set, proxying.selection)[current] as Peer);
  const action = reason === 'refused' || reason === 'connect-timeout' ? connecting : waiting;
  const disabled = leave(exchange, proxying, isCounted(reason), turn);
  if (peer && reason === 'connect-timeout')
    out.send(peer.name, { type: 'abort', chain: exchange.chain, attempt: proxying.attempt });
  if (peer && out.noting) noteFailure(exchange, set, peer, reason, disabled, out);
  if (disabled) noteError(exchange, out, 'warn', 'upstream server temporarily disabled', action);
  if (reason === 'connect-timeout' || reason === 'read-timeout')
    noteError(exchange, out, 'error', 'upstream timed out (110: Connection timed out)', action);
  const extra = proxying.reused && (reason === 'closed' || reason === 'reset');
  if (extra) proxying.selection.triesLeft++;
  const status = statusOf(reason);
  currentAttempt(exchange).status = status;
  const verdict = mayRetry(exchange, proxying, reason, set.single, out.now);
  if (peer && out.noting)
    noteVerdict(
      exchange,
      peer,
      reason,
      extra && verdict.retry ? { ...verdict, rule: 'kept-connection' } : verdict,
      out,
    );
  return verdict.retry ? connect(exchange, proxying, turn) : status;
}
