import type { Order, Task, Tasks, TaskType, Word } from './tasks.ts';

/** How somebody waits for the outcome of a task. */
export interface Waiting {
  /** Ends the task: its promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Hears how far it is, from 0 to 1, where it takes a while. */
  onprogress?(share: number): void;
}

/**
 * Runs beside the lab: in a thread of their own, so that the lab on the page stays as quick as it was. The thread is
 * begun with the first task; where a page may have none (some embeds, old browsers), the page does the work in between.
 */
export class Runs {
  #port: Port | undefined;
  #orders = 0;
  readonly #waiting = new Map<number, Waiting & { resolve(outcome: unknown): void; reject(reason: unknown): void }>();

  /** Works on a task. Rejected when it is given up, or by a mistake of ours. */
  do<T extends TaskType>(type: T, asks: Tasks[T]['asks'], waiting: Waiting = {}): Promise<Tasks[T]['outcome']> {
    const id = this.#orders++;
    return new Promise((resolve, reject) => {
      if (waiting.signal?.aborted) return reject(waiting.signal.reason);
      this.#waiting.set(id, { ...waiting, resolve: resolve as (outcome: unknown) => void, reject });
      this.#port ??= openPort((word) => this.#hear(word));
      this.#port.send({ type: 'begin', id, task: { type, ...asks } as unknown as Task });
      waiting.signal?.addEventListener('abort', () => this.#giveUp(id));
    });
  }

  close(): void {
    for (const id of [...this.#waiting.keys()]) this.#giveUp(id);
    this.#port?.close();
    this.#port = undefined;
  }

  #giveUp(id: number): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    this.#port?.send({ type: 'cancel', id });
    waiting.reject(waiting.signal?.reason ?? new DOMException('given up', 'AbortError'));
  }

  #hear(word: Word): void {
    const waiting = this.#waiting.get(word.id);
    if (word.type === 'progress') return waiting?.onprogress?.(word.share);
    this.#waiting.delete(word.id);
    if (word.type === 'done') waiting?.resolve(word.outcome);
    else waiting?.reject(new Error(word.message));
  }
}

interface Port {
  send(order: Order): void;
  close(): void;
}

function openPort(hear: (word: Word) => void): Port {
  try {
    return inWorker(hear);
  } catch {
    return inPage(hear);
  }
}

/** The engine's own script, which the browser has by now, in a thread of its own. */
function inWorker(hear: (word: Word) => void): Port {
  let instead: Port | undefined;
  const unanswered = new Map<number, Order>();
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Word>) => {
    unanswered.clear();
    hear(data);
  };
  // A worker that cannot even be loaded says so only here; what it was told is told again.
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    instead ??= inPage(hear);
    for (const order of unanswered.values()) instead.send(order);
    unanswered.clear();
  };
  return {
    send(order) {
      if (instead) return instead.send(order);
      if (order.type === 'begin') unanswered.set(order.id, order);
      else unanswered.delete(order.id);
      worker.postMessage(order);
    },
    close() {
      worker.terminate();
      instead?.close();
    },
  };
}

/** How long the page may work at a time, in ms: less than half a frame. */
const TURN_IN_PAGE = 6;

function inPage(hear: (word: Word) => void): Port {
  let open = true;
  const workshop = import('./workshop.ts').then(
    ({ Workshop }) => new Workshop((word) => open && hear(word), TURN_IN_PAGE),
  );
  return {
    send: (order) => void workshop.then((shop) => shop.take(order)),
    close() {
      open = false;
    },
  };
}
