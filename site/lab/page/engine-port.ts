import type { Command, Report } from '../protocol.ts';

/** The way to the engine, wherever it runs. */
export interface EnginePort {
  send(command: Command): void;
  close(): void;
}

/** The engine in a worker; where a page may have none (some embeds, old browsers), the same engine in the page. */
export function openEngine(onreport: (report: Report) => void): EnginePort {
  try {
    return inWorker(onreport);
  } catch {
    return inPage(onreport);
  }
}

function inWorker(onreport: (report: Report) => void): EnginePort {
  const sent: Command[] = [];
  let port: EnginePort | undefined;
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Report>) => {
    sent.length = 0;
    onreport(data);
  };
  // A worker that cannot even be loaded says so only here; what it was told is told again.
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    port ??= inPage(onreport);
    for (const command of sent.splice(0)) port.send(command);
  };
  return {
    send(command) {
      if (port) return port.send(command);
      sent.push(command);
      worker.postMessage(command);
    },
    close() {
      worker.terminate();
      port?.close();
    },
  };
}

function inPage(onreport: (report: Report) => void): EnginePort {
  let open = true;
  let last = import('../engine/session.ts').then(({ LabSession }) => new LabSession());
  return {
    send(command) {
      last = last.then(async (session) => {
        let report: Report;
        try {
          report = await session.handle(command);
        } catch (error) {
          report = { type: 'failed', message: error instanceof Error ? error.message : String(error) };
        }
        if (open) onreport(report);
        return session;
      });
    },
    close() {
      open = false;
    },
  };
}
