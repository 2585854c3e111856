import { BOOTED_AT, boot, type Exercise, type Lab, type Planned, Recording } from '../../simulator/index.ts';

/** A recording of a plan in a lab. Its times count from when the servers are up, as in a lesson. */
export function played(lab: Lab, plan: readonly Planned[], until: number): Recording {
  const recording = new Recording(boot(lab));
  for (const { at, action } of [...plan].sort((a, b) => a.at - b.at)) {
    recording.advanceTo(BOOTED_AT + at);
    recording.act(action);
  }
  recording.advanceTo(BOOTED_AT + until);
  return recording;
}

/** The plan of an exercise's first check, played in its lab. */
export function playedCheck({ checks: [check] }: Exercise, lab: Lab): Recording {
  if (!check) throw new Error('an exercise has a check');
  return played(lab, typeof check.plan === 'function' ? check.plan(lab) : check.plan, check.until);
}
