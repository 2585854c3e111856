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
export const totalsOf = (requests: readonly RequestOutcome[]): Totals => new Tally().with(requests);

/** What came of requests that nobody will ask for one by one any more. However many they are, it stays small. */
export class Tally {
  readonly #totals = nothing();
  /** How many waited about so long, to half a hundredth. */
  readonly #waits = new Map<number, number>();

  add(request: RequestOutcome): void {
    const waits: number[] = [];
    count(this.#totals, request, waits);
    for (const wait of waits) {
      const step = wait > 0 ? STEP ** Math.round(Math.log(wait) / Math.log(STEP)) : 0;
      this.#waits.set(step, (this.#waits.get(step) ?? 0) + 1);
      this.#totals.latency.max = Math.max(this.#totals.latency.max, wait);
    }
  }

  copy(): Tally {
    const copy = new Tally();
    Object.assign(copy.#totals, structuredClone(this.#totals));
    for (const [step, count] of this.#waits) copy.#waits.set(step, count);
    return copy;
  }

  /** The totals of its requests and of some more; to the ms where there are only those. */
  with(requests: readonly RequestOutcome[]): Totals {
    const totals = structuredClone(this.#totals);
    const waits: number[] = [];
    for (const request of requests) count(totals, request, waits);
    return { ...totals, latency: latencyOf(waits, this.#waits, totals.latency.max) };
  }
}

/** Waiting times of a tally differ by this factor. */
const STEP = 1.01;

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

/** `tallied`: how many more waited how long, and the longest of them. */
function latencyOf(waits: number[], tallied: ReadonlyMap<number, number>, longest: number): Latency {
  const sorted = Float64Array.from(waits).sort();
  const steps = [...tallied].sort(([a], [b]) => a - b);
  const all = steps.reduce((sum, [, count]) => sum + count, sorted.length);
  const rank = (share: number): number => {
    let [own, left] = [0, Math.max(1, Math.ceil(share * all))];
    for (const [wait, count] of steps) {
      const before = own;
      while (own < sorted.length && (sorted[own] as number) < wait) own++;
      if (left <= own - before) return sorted[before + left - 1] ?? 0;
      left -= own - before;
      if (left <= count) return wait;
      left -= count;
    }
    return sorted[own + left - 1] ?? 0;
  };
  return { median: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: Math.max(longest, sorted.at(-1) ?? 0) };
}
