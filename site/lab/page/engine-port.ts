import type { Command, Report } from '../protocol.ts';

/** The way to the engine, wherever it runs. */
export interface EnginePort {
  send(command: Command): void;
  close(): void;
}

/** An engine that is fetched when it is first wanted: a lab that is only looked at costs nothing more. */
export interface WaitingEngine extends EnginePort {
  /** Fetches it now, e.g. because a pointer comes near. */
  wake(): void;
}

/** The engine of a lab. Commands wait for it in order; all but `load` fetch it. */
export function waitingEngine(onreport: (report: Report) => void, prepare: () => Promise<void>): WaitingEngine {
  let port: EnginePort | undefined;
  const waiting: Command[] = [];
  const wake = () => {
    if (port) return;
    const prepared = prepare().catch(() => {});
    port = openEngine((report) => prepared.then(() => onreport(report)));
    for (const command of waiting.splice(0)) port.send(command);
  };
  return {
    wake,
    send(command) {
      if (port) return port.send(command);
      waiting.push(command);
      if (command.type !== 'load') wake();
    },
    close: () => port?.close(),
  };
}

/** The engine in a worker; where a page may have none (some embeds, old browsers), the same engine in the page. */
function openEngine(onreport: (report: Report) => void): EnginePort {
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
