import type { Recording } from '../../../simulator/index.ts';

/** Everybody visits a page every so many virtual ms; the next time at `next`. */
export interface Traffic {
  every: number;
  next: number;
}

/** Lets time pass, with the visits that are due on the way. Returns the traffic from then on. */
export function advanceWith(recording: Recording, traffic: Traffic | undefined, until: number): Traffic | undefined {
  let next = traffic ? nextVisit(traffic, recording.now) : Infinity;
  for (; traffic && next <= until; next += traffic.every) {
    recording.advanceTo(next);
    for (const host of recording.world.hosts.values())
      if (host.kind === 'client') recording.act({ kind: 'visit', host: host.name, visit: { path: '/whoami' } });
  }
  recording.advanceTo(until);
  return traffic && { ...traffic, next };
}

/** In another branch it is another time than where the traffic began. */
const nextVisit = ({ every, next }: Traffic, now: number) => (next < now || next > now + every ? now : next);
