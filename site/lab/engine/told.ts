import { actOf } from '../../../simulator/index.ts';
import type { Questions, ToldRun } from '../questions.ts';
import type { Evidence } from './answers.ts';
import { hashOf } from './links.ts';

/** The run as others can follow it. */
export function toldOf(evidence: Evidence, { known, hashed }: Questions['told']['ask']): ToldRun {
  const { branches, recording, moment, run, start } = evidence;
  const branch = branches.current.number;
  const from = known.run === run && known.branch === branch ? known.acts : 0;
  const acts = recording.actions.slice(from).map(({ at, action }) => actOf({ at: at - start, action }));
  const hash = hashed ? hashOf(evidence) : undefined;
  return { run, branch, from, acts, end: recording.now - start, at: moment.at - start, hash };
}
