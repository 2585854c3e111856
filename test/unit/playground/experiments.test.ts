import { expect, test } from 'vitest';
import { BOOTED_AT, boot, type Note, run } from '../../../simulator/index.ts';
import { type ExperimentId, experimentIds, experiments } from '../../../site/playground/experiments/experiments.ts';

/** As slow as on a page, so that what is under way at a time is under way there too. */
const LATENCY = 400;

function played(id: ExperimentId) {
  const { lab, plan, until, promise } = experiments[id]();
  const world = boot(lab);
  world.latency = LATENCY;
  const notes: Note[] = [];
  const moved = plan.map(({ at, action }) => ({ at: at + BOOTED_AT, action }));
  run(world, moved, BOOTED_AT + until, (note) => notes.push(note));
  return { notes, promise };
}

test.each(experimentIds)('%s: what its card says comes true', (id) => {
  const { notes, promise } = played(id);
  expect(promise(notes)).toBe(true);
});

test.each(experimentIds)('%s: and does not when nothing is done', (id) => {
  const { lab, promise } = experiments[id]();
  const notes: Note[] = [];
  run(boot(lab), [], BOOTED_AT + 1000, (note) => notes.push(note));
  expect(promise(notes)).toBe(false);
});
