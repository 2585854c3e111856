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
  events: {
    tomcat: {
      start: 'Somebody starts it.',
      started: 'The webapps are deployed, the connector takes requests.',
      refused: 'server.xml cannot be read: the process ends with exit status 1.',
      stop: 'catalina.sh stop, or a SIGTERM.',
      exited: 'What was under way is finished or cut, sessions are saved if they are to be; the process ends.',
      crash: 'kill -9.',
      hang: 'kill -STOP: the process is frozen.',
      resume: 'kill -CONT: it goes on where it stood.',
    },
    redis: {
      start: 'Somebody starts redis-server.',
      loaded: 'All data has been read from disk.',
      compute: 'A command on a list, a hash or a set begins; it has the only thread to itself.',
      computed: 'That command is done.',
      exit: 'SHUTDOWN or a SIGTERM: it saves what is to be saved, and ends.',
      crash: 'kill -9: what was not on disk is lost.',
      hang: 'kill -STOP: the process is frozen.',
      resume: 'kill -CONT: it goes on where it stood.',
    },
    nginx: {
      started: 'nginx is started, and its files are accepted.',
      reloaded: 'nginx -s reload: new workers with the new files, the old ones finish what they have.',
      quit: 'nginx -s quit: no new connections.',
      drained: 'The last request under way is answered; the master ends.',
      stop: 'nginx -s stop: at once, requests under way are cut.',
      crash: 'kill -9.',
      hang: 'kill -STOP: the processes are frozen.',
      resume: 'kill -CONT: they go on where they stood.',
    },
    peer: {
      exhausted: 'A request failed there, and the failures have reached max_fails.',
      probe: 'fail_timeout has passed: the next request it is chosen for tries it.',
      recovered: 'The request that tried it was answered: its failures are forgotten.',
    },
  },
  leaves: (state) => `What may happen in “${state}”`,
  names: {
    up: 'up',
    failed: 'failed',
    probing: 'probing',
    'frozen-quitting': 'frozen, finishing',
    'suspended-computing': 'suspended, busy',
  },
  isIn: (names, state) => `${names}: “${state}”.`,
  nobody: 'nginx balances between no servers now.',
};
