import {
  forkWorld,
  type Lab,
  type LinkField,
  linkFields,
  type ReadLink,
  readLink,
  run,
  stateHash,
} from '../../../simulator/index.ts';
import type { EditedFiles } from '../protocol.ts';
import type { LinkBase } from '../questions.ts';
import type { Evidence } from './answers.ts';

/** The link to the run and the moment that is shown, or to the files only. */
export function linkTo(base: LinkBase, files: EditedFiles, withRun: boolean, evidence: Evidence): LinkField[] {
  const { lab, recording, moment, start } = evidence;
  const done = {
    actions: recording.actions.map(({ at, action }) => ({ at: at - start, action })),
    end: recording.now - start,
    at: moment.at - start,
    hash: hashOf(evidence),
  };
  return linkFields({ base: base.id, lab, files, run: withRun ? done : undefined }, base.lab);
}

/** Reads a link to a lab; there is only the one of the page. */
export const linkFrom = (text: string, { id, lab }: { id: string; lab: Lab }): ReadLink =>
  readLink(text, (named) => (named === id ? lab : undefined));

/** A short name for how everything stands at the run's end, when all that is due by then has happened. */
export function hashOf({ recording }: Evidence): string {
  const world = forkWorld(recording.world);
  run(world, [], world.now);
  return stateHash(world);
}
