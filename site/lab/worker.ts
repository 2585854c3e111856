/// <reference lib="webworker" />
import { LabSession } from './engine/session.ts';
import type { Command, Report } from './protocol.ts';

// The engine's own thread: commands in, reports out, in order.
const session = new LabSession();
let last = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<Command>) => {
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
