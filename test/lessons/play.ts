import { exerciseOf, filesOf } from '../../lessons/folders.ts';
import {
  BOOTED_AT,
  boot,
  compiled,
  type Lab,
  logTextOf,
  type Note,
  type Planned,
  run,
  type VisitStory,
  visitsOf,
  type World,
  withFiles,
} from '../../simulator/index.ts';

/** The lab of a lesson with the files of `start`, `solution`, …, its Java sources compiled. */
export const labOf = async (lesson: string, variant = 'start'): Promise<Lab> =>
  compiled(withFiles((await exerciseOf(lesson)).lab, filesOf(lesson, variant)));

/**
 * Plays a plan in a lab whose servers have come up, and `after` ms more: what came of each visit, every note, and the
 * world in the end. `latency`: how long a packet is on the line (ms), where it is not as short as in a check.
 */
export function play(
  lab: Lab,
  plan: readonly Planned[],
  after = 5000,
  latency?: number,
): { visits: VisitStory[]; notes: Note[]; world: World } {
  const world = boot(lab);
  if (latency !== undefined) world.latency = latency;
  const notes: Note[] = [];
  const last = Math.max(...plan.map(({ at }) => at));
  run(
    world,
    plan.map(({ at, action }) => ({ at: at + BOOTED_AT, action })),
    BOOTED_AT + last + after,
    (note) => notes.push(note),
  );
  return { visits: visitsOf(notes), notes, world };
}

/** The lines that a run left in the logs of its Tomcats, access logs left out. */
export const tomcatLines = (notes: readonly Note[], world: World): string[] =>
  notes.flatMap((note) => (note.kind === 'log' ? (logTextOf(note, world)?.lines ?? []) : []));
