import { type EditedFiles, type Exercise, type FailingRun, linkFields, withFiles } from '../../../simulator/index.ts';
import { packed } from '../../../site/lab/share/pack.ts';

/** On a page packets take their time: what ends a run comes later there, in virtual ms. */
const LATER = 10_000;

/** A link to a run on somebody's files, as the page's "Share" makes them: what stands behind the `#`. */
export function linkTo(
  { plan, until }: FailingRun,
  { id, lab, graded }: Exercise,
  start: EditedFiles,
  files: EditedFiles,
): Promise<string> {
  const played = withFiles({ ...lab, ...graded }, files);
  const end = until + LATER;
  const run = { actions: plan, end, at: end };
  return packed(linkFields({ base: id, lab: played, files: {}, run }, withFiles(lab, start)));
}
