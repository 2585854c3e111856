import { Engine } from './engine.ts';
import type { Note, Planned, World } from './world.ts';

/**
 * Follows one path of a world, in place: whatever is due first, and each planned action once all that
 * is due by its time has happened. Stops when nothing is left or at `until` (ms), where the clock then stands.
 * @returns how many messages and timers were performed.
 */
export function run(world: World, plan: readonly Planned[], until: number, listener?: (note: Note) => void): number {
  const engine = new Engine(world, listener);
  let performed = 0;
  const advanceTo = (time: number) => {
    while (engine.advance(time)) performed++;
    if (time !== Infinity) world.now = Math.max(world.now, time);
  };
  for (const { at, action } of [...plan].sort((a, b) => a.at - b.at)) {
    if (at > until) break;
    advanceTo(at);
    engine.step(action);
  }
  advanceTo(until);
  return performed;
}
