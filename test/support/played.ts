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

/** The plan of the first check that plays one, in the exercise's lab. */
export function playedCheck({ checks }: Exercise, lab: Lab): Recording {
  const check = checks.find(({ kind }) => kind === 'run');
  if (check?.kind !== 'run') throw new Error('an exercise has a check that plays');
  return played(lab, typeof check.plan === 'function' ? check.plan(lab) : check.plan, check.until);
}
