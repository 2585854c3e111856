import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { exerciseOf, filesOf } from '../../../lessons/folders.ts';
import type { Language } from '../../../lessons/texts.ts';
import { words } from '../words/words.ts';
import { submissionOf } from './linked.ts';
import { type Report, reportOn } from './report.ts';

/** One folder to grade, or one link. */
export interface Task {
  exercise: string;
  folder: string;
  language: Language;
}

/**
 * Grades folders, `jobs` at a time, each of those in a thread of its own, and tells how many are done. The reports come
 * in the order of the folders, and are the same however many threads there are.
 */
export async function gradeAll(
  tasks: readonly Task[],
  jobs: number,
  progress: (done: number) => void,
): Promise<Report[]> {
  const threads = Math.min(jobs, tasks.length);
  if (threads > 1) return inThreads(tasks, threads, progress);
  const reports: Report[] = [];
  for (const { exercise: id, folder, language } of tasks) {
    const exercise = await exerciseOf(id);
    reports.push(
      await reportOn(
        exercise,
        { start: filesOf(id, 'start'), solution: filesOf(id, 'solution') },
        await submissionOf(folder, exercise, words[language]),
      ),
    );
    progress(reports.length);
    // Whoever draws the progress wants to be let in.
    await new Promise(setImmediate);
  }
  return reports;
}

async function inThreads(tasks: readonly Task[], threads: number, progress: (done: number) => void): Promise<Report[]> {
  const reports: Report[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    const worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url));
    try {
      for (let at = next++; at < tasks.length; at = next++) {
        reports[at] = await ask(worker, tasks[at] as Task);
        progress(++done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return reports;
}

/** @throws what the thread died of. */
function ask(worker: Worker, task: Task): Promise<Report> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (report: Report) => {
      worker.off('error', reject);
      resolve(report);
    });
    worker.postMessage(task);
  });
}
