import type { Chain } from '../engine/world.ts';
import type { RequestOutcome } from './outcome.ts';
import { type Totals, totalsOf } from './totals.ts';

/** In what a request's outcome differs between two runs of the same traffic. */
export type Difference = 'status' | 'login' | 'server' | 'session' | 'attempts' | 'latency';

/** One request of both runs that came to something else; a side is `undefined` where it was never sent. */
export interface ChangedRequest {
  chain: Chain;
  a: RequestOutcome | undefined;
  b: RequestOutcome | undefined;
  /** What weighs most comes first; empty where one side is missing. */
  differences: Difference[];
}

/** Two runs of the same traffic, side by side. */
export interface Comparison {
  a: Totals;
  b: Totals;
  /** In the order in which they were sent. */
  changed: ChangedRequest[];
  /** How many requests came to the same. */
  same: number;
}

/** Less than so many ms, or than such a share, is no difference that a visitor would notice. */
const NOTICED = { ms: 50, share: 0.1 };

/** Compares what came of the same traffic in two runs: a request is the same one where visitor and number are. */
export function compare(a: readonly RequestOutcome[], b: readonly RequestOutcome[]): Comparison {
  const ofB = new Map(b.map((request) => [request.chain, request]));
  const changed: ChangedRequest[] = [];
  for (const request of a) {
    const other = ofB.get(request.chain);
    ofB.delete(request.chain);
    const differences = other ? differencesOf(request, other) : [];
    if (!other || differences.length > 0) changed.push({ chain: request.chain, a: request, b: other, differences });
  }
  for (const [chain, request] of ofB) changed.push({ chain, a: undefined, b: request, differences: [] });
  const sentAt = ({ a, b }: ChangedRequest) => a?.at ?? b?.at ?? 0;
  changed.sort((one, other) => sentAt(one) - sentAt(other) || (one.chain < other.chain ? -1 : 1));
  return { a: totalsOf(a), b: totalsOf(b), changed, same: a.length + ofB.size - changed.length };
}

/** In what two outcomes of one request differ. */
function differencesOf(a: RequestOutcome, b: RequestOutcome): Difference[] {
  const found: Difference[] = [];
  if (a.status !== b.status) found.push('status');
  if (a.login !== b.login) found.push('login');
  if (a.server !== b.server) found.push('server');
  if (a.session !== b.session) found.push('session');
  if (a.attempts !== b.attempts) found.push('attempts');
  if (noticeable(a.took, b.took)) found.push('latency');
  return found;
}

function noticeable(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  const apart = Math.abs(a - b);
  return apart >= NOTICED.ms && apart >= NOTICED.share * Math.max(a, b);
}
