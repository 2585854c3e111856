/// <reference lib="webworker" />
import { LabSession } from './engine/session.ts';
import type { Command, Report } from './protocol.ts';
import type { Order } from './runs/tasks.ts';
import { Workshop } from './runs/workshop.ts';

// A thread for the lab's engine (commands in, reports out, in order), or for runs that nobody watches.
const session = new LabSession();
let last = Promise.resolve();

/** How long runs go on before the next order is heard, in ms. */
const TURN = 30;
const workshop = new Workshop((word) => postMessage(word), TURN);

addEventListener('message', ({ data }: MessageEvent<Command | Order>) => {
  if (data.type === 'begin' || data.type === 'cancel') return void workshop.take(data);
  last = last.then(async () => {
    let report: Report;
    try {
      report = await session.handle(data);
    } catch (error) {
      report = { type: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
    postMessage(report);
  });
});
