import { parentPort } from 'node:worker_threads';
import { exerciseOf, filesOf } from '../../../lessons/folders.ts';
import { words } from '../words/words.ts';
import { submissionOf } from './linked.ts';
import type { Task } from './pool.ts';
import { reportOn } from './report.ts';

// A thread that grades one folder after the other, as it is told.
parentPort?.on('message', async ({ exercise: id, folder, language }: Task) => {
  const exercise = await exerciseOf(id);
  const submission = await submissionOf(folder, exercise, words[language]);
  parentPort?.postMessage(
    await reportOn(exercise, { start: filesOf(id, 'start'), solution: filesOf(id, 'solution') }, submission),
  );
});
