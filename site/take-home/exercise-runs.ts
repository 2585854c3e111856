import type { Exercise, Lab } from '../../simulator/index.ts';
import type { HomeRun } from './run.ts';

/** The runs that an exercise's checks play with a lab's files; those of several checks once, under the first one's name. */
export function exerciseRuns({ checks }: Exercise, lab: Lab): HomeRun[] {
  const runs = new Map<string, HomeRun>();
  for (const check of checks) {
    if (check.kind !== 'run') continue;
    const plan = typeof check.plan === 'function' ? check.plan(lab) : check.plan;
    const same = JSON.stringify(plan);
    if (!runs.has(same)) runs.set(same, { id: check.id, plan, until: check.until });
  }
  return [...runs.values()];
}
