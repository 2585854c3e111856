import { parentPort } from 'node:worker_threads';
import { refusedBy, type Task } from './trial.ts';

// A thread that tries one edit after the other, as it is told.
parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await refusedBy(task)));
