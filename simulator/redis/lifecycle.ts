import { setup } from 'xstate';
import { type Lifecycle, lifecycle } from '../core/lifecycle.ts';

export type ServerMode = 'stopped' | 'loading' | 'running' | 'computing' | 'suspended' | 'suspended-computing';
export type ServerEvent = 'start' | 'loaded' | 'compute' | 'computed' | 'exit' | 'crash' | 'hang' | 'resume';

/** What the server process is doing. A start that fails sends no event: nothing changes. */
export const serverChart = setup({
  types: { events: {} as { type: ServerEvent }, tags: {} as 'up' | 'reading' },
}).createMachine({
  id: 'redis',
  initial: 'stopped',
  states: {
    stopped: { on: { start: 'loading' } },
    /** The port is open; most commands answer -LOADING while the data is read from disk. */
    loading: { tags: ['up', 'reading'], on: { loaded: 'running', exit: 'stopped', crash: 'stopped' } },
    running: {
      tags: ['up', 'reading'],
      on: { compute: 'computing', exit: 'stopped', crash: 'stopped', hang: 'suspended' },
    },
    /** One thread: while it is in a long command, everybody else waits. */
    computing: {
      tags: ['up'],
      on: { computed: 'running', exit: 'stopped', crash: 'stopped', hang: 'suspended-computing' },
    },
    /** SIGSTOP, Ctrl-Z: the kernel still accepts connections, nobody answers. */
    suspended: { tags: ['up'], on: { resume: 'running', crash: 'stopped' } },
    'suspended-computing': { tags: ['up'], on: { resume: 'computing', computed: 'suspended', crash: 'stopped' } },
  },
});

/** The chart of the server process as a table. */
export const serverLifecycle: Lifecycle<ServerMode, ServerEvent> = lifecycle(serverChart);
