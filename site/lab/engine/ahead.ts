import type { Planned, Recording } from '../../../simulator/index.ts';
import { advanceWith, type Traffic } from './traffic.ts';

/** What happens without anybody's doing: what is planned, by time, and the traffic. */
export interface Ahead {
  plan: readonly Planned[];
  traffic: Traffic | undefined;
}

/** Lets time pass, with all that is ahead on the way. Returns what is ahead from then on. */
export function passWith(recording: Recording, { plan, traffic }: Ahead, until: number): Ahead {
  let next = traffic;
  let done = 0;
  for (const { at, action } of plan) {
    if (at > until) break;
    next = advanceWith(recording, next, Math.max(at, recording.now));
    recording.act(action);
    done++;
  }
  return { plan: plan.slice(done), traffic: advanceWith(recording, next, until) };
}

/** Until when nothing is ahead. */
export const quietUntil = ({ plan, traffic }: Ahead): number =>
  Math.min(plan[0]?.at ?? Number.POSITIVE_INFINITY, traffic?.next ?? Number.POSITIVE_INFINITY);
