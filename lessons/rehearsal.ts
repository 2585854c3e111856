import { BOOTED_AT, boot, type Lab, type Note, type Planned, run } from '../simulator/index.ts';

/** What comes of a plan with nobody about: for traffic that is to be there when it hurts. */
export function notesOf(lab: Lab, plan: readonly Planned[], until: number): Note[] {
  const notes: Note[] = [];
  const shifted = plan.map(({ at, action }) => ({ at: at + BOOTED_AT, action }));
  run(boot(lab), shifted, BOOTED_AT + until, (note) => notes.push(note));
  return notes;
}

/** When (ms; the servers are up at 0) what matters happened, each time once. */
export const timesOf = (notes: readonly Note[], matters: (note: Note) => boolean): number[] => [
  ...new Set(notes.filter(matters).map(({ at }) => at - BOOTED_AT)),
];
