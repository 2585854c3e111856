import type { Files } from '../../simulator/core/language.ts';
import { type Answer, type Diagnosis, diagnose, type Question } from './diagnosis.ts';
import { languageOf, loadLanguage } from './language.ts';

/** A diagnosis and the text it holds for: one of an older text is not shown on a newer one. */
export interface Reading extends Diagnosis {
  host: string;
  name: string;
  text: string;
}

const DEBOUNCE_MS = 20;
/** Up to here reading takes a few milliseconds, less than a trip to a worker and back. */
const MAIN_THREAD_CHARS = 40_000;

/**
 * Reads the files again whenever asked: soon after the last key press, on this thread for files of
 * usual size, in a worker for large ones. Only the newest question is answered.
 */
export function diagnoser(report: (reading: Reading) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;
  let worker: Worker | undefined;
  let inWorker: Question | undefined;
  let waiting: Question | undefined;

  async function read(question: Question) {
    if (isLarge(question.files)) return askWorker(question);
    const language = await loadLanguage(languageOf(question.name));
    if (question.id === newest) answer(question, diagnose(language, question.files, question.name));
  }

  function answer({ host, files, name }: Question, { problems, total }: Diagnosis) {
    report({ problems, total, host, name, text: files[name] ?? '' });
  }

  function askWorker(question: Question) {
    if (inWorker) {
      waiting = question;
      return;
    }
    worker ??= startWorker();
    inWorker = question;
    worker.postMessage(question);
  }

  function startWorker(): Worker {
    const started = new Worker(new URL('./diagnose.worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      const [question, next] = [inWorker, waiting];
      inWorker = waiting = undefined;
      if (question && data.id === newest) answer(question, data);
      if (next) askWorker(next);
    };
    return started;
  }

  return {
    ask(host: string, files: Files, name: string) {
      clearTimeout(timer);
      const question = { id: ++newest, host, files: { ...files }, name };
      timer = setTimeout(() => read(question), DEBOUNCE_MS);
    },
    stop() {
      clearTimeout(timer);
      newest++;
      worker?.terminate();
    },
  };
}

/** Whether reading these files is work for a worker. */
export function isLarge(files: Files): boolean {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0) > MAIN_THREAD_CHARS;
}
