import type { HostName } from '../engine/world.ts';
import type { RequestOutcome } from './outcome.ts';

/** What came of many requests, counted. */
export interface Totals {
  requests: number;
  /** Still without an answer when the run ended. */
  waiting: number;
  /** No answer came, or one with a status of 400 or more. */
  errors: number;
  /** How many have each status; 0: no answer came. */
  byStatus: Record<number, number>;
  /** How many pages each Tomcat wrote. */
  byServer: Record<HostName, number>;
  loginsLost: number;
  loginsKept: number;
  sessionsCreated: number;
  /** Servers that nginx chose after the first one of a request. */
  retries: number;
  latency: Latency;
}

/** How long visitors waited for an answer, in virtual ms, by nearest rank; all 0 where none has come. */
export interface Latency {
  median: number;
  p95: number;
  p99: number;
  max: number;
}

/** The totals of the requests that were sent in a part of a run. */
export interface Bucket extends Totals {
  /** When it begins, in virtual ms. */
  from: number;
}

/** Counts what came of the requests. */
export function totalsOf(requests: readonly RequestOutcome[]): Totals {
  const totals = nothing();
  const waits: number[] = [];
  for (const request of requests) count(totals, request, waits);
  return { ...totals, latency: latencyOf(waits) };
}

/** The same over time: `count` parts of equal length, by when a request was sent. A run without requests has none. */
export function bucketsOf(
  requests: readonly RequestOutcome[],
  { from, until, count }: { from: number; until: number; count: number },
): Bucket[] {
  const length = (until - from) / count;
  const parts = Array.from({ length: count }, (): RequestOutcome[] => []);
  for (const request of requests)
    parts[Math.min(count - 1, Math.max(0, Math.floor((request.at - from) / length)))]?.push(request);
  return parts.map((part, index) => ({ from: from + index * length, ...totalsOf(part) }));
}

/** Whether a visitor got no page, or one that says that something is wrong. */
export const isError = ({ status }: Pick<RequestOutcome, 'status'>): boolean => status === 0 || (status ?? 0) >= 400;

const nothing = (): Totals => ({
  requests: 0,
  waiting: 0,
  errors: 0,
  byStatus: {},
  byServer: {},
  loginsLost: 0,
  loginsKept: 0,
  sessionsCreated: 0,
  retries: 0,
  latency: { median: 0, p95: 0, p99: 0, max: 0 },
});

function count(totals: Totals, request: RequestOutcome, waits: number[]): void {
  const { status, server, took, login, session, attempts } = request;
  totals.requests++;
  if (status === undefined) totals.waiting++;
  else totals.byStatus[status] = (totals.byStatus[status] ?? 0) + 1;
  if (isError(request)) totals.errors++;
  if (server !== undefined) totals.byServer[server] = (totals.byServer[server] ?? 0) + 1;
  if (login === 'login-lost') totals.loginsLost++;
  if (login === 'login-kept') totals.loginsKept++;
  if (session === 'created' || session === 'replaced') totals.sessionsCreated++;
  totals.retries += Math.max(0, attempts - 1);
  if (took !== undefined && status !== 0) waits.push(took);
}

function latencyOf(waits: number[]): Latency {
  const sorted = Float64Array.from(waits).sort();
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}
