import type { Place } from '../core/text.ts';
import type { Exchange, Proxying } from './exchange.ts';
import type { FailureReason, NoRetryRule, RetryRule } from './notes.ts';

/** What `proxy_next_upstream` calls each failure; nothing names having nobody left. */
const conditions: Readonly<Record<FailureReason, string | undefined>> = {
  refused: 'error',
  closed: 'error',
  reset: 'error',
  'connect-timeout': 'timeout',
  'read-timeout': 'timeout',
  'invalid-header': 'invalid_header',
  'too-big-header': 'invalid_header',
  'no-live-upstreams': undefined,
  http_500: 'http_500',
  http_502: 'http_502',
  http_503: 'http_503',
  http_504: 'http_504',
  http_403: 'http_403',
  http_404: 'http_404',
  http_429: 'http_429',
};

/** The status of an attempt that failed so (`ngx_http_upstream_next`). */
export function statusOf(reason: FailureReason): number {
  if (reason === 'connect-timeout' || reason === 'read-timeout') return 504;
  return reason.startsWith('http_') ? Number(reason.slice(5)) : 502;
}

const reasonsByStatus: Readonly<Record<number, FailureReason>> = {
  500: 'http_500',
  502: 'http_502',
  503: 'http_503',
  504: 'http_504',
  403: 'http_403',
  404: 'http_404',
  429: 'http_429',
};

/** The failure that an answer of that status may count as. */
export const statusReason = (status: number): FailureReason | undefined => reasonsByStatus[status];

/** Failures that pass a request on without counting against the server. */
export const isCounted = (reason: FailureReason): boolean => reason !== 'http_403' && reason !== 'http_404';

export type Verdict =
  | { retry: true; rule: RetryRule; place?: Place }
  | { retry: false; rule: NoRetryRule; place?: Place };

/** Whether the request may go to the next server after this failure, and the line that says so. */
export function mayRetry(
  exchange: Exchange,
  { selection, sent, startedAt }: Proxying,
  reason: FailureReason,
  single: boolean,
  now: number,
): Verdict {
  const { nextUpstream, nextUpstreamTimeout, nextUpstreamTries } = exchange.conf.proxy;
  const verdict = (retry: boolean, rule: RetryRule | NoRetryRule, place: Place | undefined) =>
    ({ retry, rule, ...(place ? { place } : {}) }) as Verdict;
  const condition = conditions[reason];
  if (selection.triesLeft === 0) {
    if (single) return verdict(false, 'single-peer', undefined);
    return nextUpstreamTries.limit > 0
      ? verdict(false, 'tries-limit', nextUpstreamTries.place)
      : verdict(false, 'no-tries-left', undefined);
  }
  if (condition === undefined || !nextUpstream.conditions.includes(condition))
    return verdict(false, 'not-listed', nextUpstream.place);
  if (sent && isUnsafe(exchange.method) && !nextUpstream.conditions.includes('non_idempotent'))
    return verdict(false, 'non-idempotent', nextUpstream.place);
  if (nextUpstreamTimeout.limit > 0 && now - startedAt >= nextUpstreamTimeout.limit)
    return verdict(false, 'time-limit', nextUpstreamTimeout.place);
  return verdict(true, 'listed', nextUpstream.place);
}

/** Methods that nginx does not send twice. */
const isUnsafe = (method: string) => method === 'POST' || method === 'LOCK' || method === 'PATCH';
