import { setup } from 'xstate';
import { type Lifecycle, lifecycle } from '../core/lifecycle.ts';

export type MasterMode = 'stopped' | 'running' | 'quitting' | 'frozen' | 'frozen-quitting' | 'killed';
export type MasterEvent = 'started' | 'reloaded' | 'quit' | 'drained' | 'stop' | 'crash' | 'hang' | 'resume';

/** What the master process is doing. A start or reload that fails sends no event: nothing changes. */
export const masterChart = setup({
  types: { events: {} as { type: MasterEvent }, tags: {} as 'up' | 'frozen' },
}).createMachine({
  id: 'nginx',
  initial: 'stopped',
  states: {
    stopped: { on: { started: 'running' } },
    running: {
      tags: ['up'],
      on: { reloaded: 'running', quit: 'quitting', stop: 'stopped', crash: 'killed', hang: 'frozen' },
    },
    /** `nginx -s quit`: the sockets are closed, the requests under way are finished. */
    quitting: { tags: ['up'], on: { drained: 'stopped', stop: 'stopped', crash: 'killed', hang: 'frozen-quitting' } },
    /** SIGSTOP: the kernel still accepts connections, nobody answers. */
    frozen: { tags: ['frozen'], on: { resume: 'running', crash: 'killed' } },
    'frozen-quitting': { tags: ['frozen'], on: { resume: 'quitting', crash: 'killed' } },
    /** kill -9: gone, but the pid file is still there. */
    killed: { on: { started: 'running' } },
  },
});

/** The chart of the master process as a table. */
export const masterLifecycle: Lifecycle<MasterMode, MasterEvent> = lifecycle(masterChart);
