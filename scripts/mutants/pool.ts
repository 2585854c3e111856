import { Worker } from 'node:worker_threads';
import type { Task } from './trial.ts';

/** Tries edits, `jobs` at a time. The answers come in the order of the tasks. */
export async function tryAll(tasks: readonly Task[], jobs: number): Promise<(string | undefined)[]> {
  const answers: (string | undefined)[] = [];
  let next = 0;
  const thread = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url));
      let mine = 0;
      const hand = () => {
        const task = tasks[(mine = next++)];
        if (task) worker.postMessage(task);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', (answer: string | undefined) => {
        answers[mine] = answer;
        hand();
      });
      worker.on('error', reject);
      hand();
    });
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, thread));
  return answers;
}
