import type { ChartWords } from './words.ts';

/** The charts in English. */
export const words: ChartWords = {
  about:
    'What a program can be doing, and what leads from one to another. The lit box is where it is now; the heavy arrows are what may happen next.',
  hosts: 'Whose states',
  titles: {
    tomcat: 'A Tomcat process',
    redis: 'The Redis server process',
    nginx: 'The nginx master process',
    peer: 'A server of an upstream, as nginx sees it',
  },
  states: {
    tomcat: {
      stopped: 'No process, no port, no sessions in memory.',
      starting: 'The port is open already; requests wait.',
      running: 'Requests are answered.',
      stopping: 'Running requests may finish, new ones wait and are cut.',
      crashed: 'Killed: what was in memory is gone, nothing was saved.',
      hung: 'SIGSTOP: the port is open, nobody answers.',
    },
    redis: {
      stopped: 'No process, nobody listens.',
      loading: 'The data is read from disk; most commands get -LOADING.',
      running: 'Commands are answered, one after the other.',
      computing: 'One thread is in a long command: everybody else waits.',
      suspended: 'Stopped by a signal: connections are accepted, nothing is answered.',
      'suspended-computing': 'Stopped in the middle of a long command.',
    },
    nginx: {
      stopped: 'No process.',
      running: 'Master and workers run.',
      quitting: 'No new connections; the requests under way are finished.',
      frozen: 'SIGSTOP: the kernel accepts connections, nobody answers.',
      'frozen-quitting': 'Frozen while it was about to quit.',
      killed: 'kill -9: gone, but its pid file is still there.',
    },
    peer: {
      up: 'Takes part in every selection.',
      failed: 'max_fails was reached: left out until fail_timeout has passed.',
      probing: 'One real request is trying it; all others do not see it.',
    },
  },
  names: {
    up: 'up',
    failed: 'failed',
    probing: 'probing',
    'frozen-quitting': 'frozen, finishing',
    'suspended-computing': 'suspended, busy',
  },
  isIn: (name, state, events) => `${name} is in “${state}”.${events === '' ? '' : ` May happen: ${events}.`}`,
  nobody: 'nginx balances between no servers now.',
};
