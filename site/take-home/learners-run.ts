import type { Planned } from '../../simulator/index.ts';
import { redisCliIn } from './counterparts.ts';
import type { HomeRun } from './run.ts';

/**
 * What somebody has done in a lab, as far as it is done again with the files that he has now: what he saved on the way is
 * in them, and so is what he installed in a terminal. `undefined`: nobody has visited the site.
 */
export function learnersRun(actions: readonly Planned[], until: number): HomeRun | undefined {
  const plan = actions.filter(({ action }) => {
    switch (action.kind) {
      case 'edit':
      case 'computed':
      case 'interrupt':
        return false;
      case 'type':
        return redisCliIn(action.line) !== undefined;
      default:
        return true;
    }
  });
  const visited = plan.some(({ action }) => action.kind === 'visit' || action.kind === 'traffic');
  return visited ? { id: 'run', plan, until } : undefined;
}
