import { setup } from 'xstate';
import { lifecycle } from '../core/lifecycle.ts';

export type TomcatState = 'stopped' | 'starting' | 'running' | 'stopping' | 'crashed' | 'hung';

export type TomcatEvent = 'start' | 'refused' | 'started' | 'stop' | 'exited' | 'crash' | 'hang' | 'resume';

/**
 * A Tomcat process. Its port is bound from `starting` on: a request that arrives then waits in the
 * kernel until the connector starts. A hung process (SIGSTOP) still has its port, and answers nothing.
 * The tag `listening` marks the states in which the kernel accepts connections for it.
 */
export const tomcatChart = setup({
  types: { events: {} as { type: TomcatEvent } },
}).createMachine({
  id: 'tomcat',
  initial: 'stopped',
  states: {
    stopped: { on: { start: 'starting' } },
    /** `refused`: server.xml could not be read, the JVM ends with exit status 1. */
    starting: { tags: ['listening'], on: { started: 'running', refused: 'stopped', crash: 'crashed' } },
    running: { tags: ['listening'], on: { stop: 'stopping', crash: 'crashed', hang: 'hung' } },
    /** Paused: running requests may finish for a while, new ones wait and are cut at the end. */
    stopping: { tags: ['listening'], on: { exited: 'stopped', crash: 'crashed' } },
    hung: { tags: ['listening'], on: { resume: 'running', crash: 'crashed' } },
    crashed: { on: { start: 'starting' } },
  },
});

/** The chart of a Tomcat as a table. */
export const tomcatLifecycle = lifecycle<TomcatState, TomcatEvent>(tomcatChart);
