import type { Planned, Recording } from '../../../simulator/index.ts';

/** What happens without anybody's doing: what is planned, by time. */
export type Ahead = readonly Planned[];

/** Lets time pass, with all that is ahead on the way. Returns what is ahead from then on. */
export function passWith(recording: Recording, ahead: Ahead, until: number): Ahead {
  let done = 0;
  for (const { at, action } of ahead) {
    if (at > until) break;
    recording.advanceTo(Math.max(at, recording.now));
    recording.act(action);
    done++;
  }
  recording.advanceTo(until);
  return ahead.slice(done);
}

/** Until when nothing is ahead. */
export const quietUntil = (ahead: Ahead): number => ahead[0]?.at ?? Number.POSITIVE_INFINITY;
