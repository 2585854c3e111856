import { LabSession } from '../lab/engine/session.ts';
import { presets } from './presets/presets.ts';

/** The lab that the page comes with, and its first moment, without what happened before: the engine tells that again. */
export async function firstRun() {
  const lab = presets['round-robin']();
  const session = new LabSession();
  await session.load(lab);
  return { lab, first: { ...session.snapshot(), notes: [], lines: [] } };
}
