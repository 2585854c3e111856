import type { RequestRecord } from '../page/requests.ts';
import type { ShopPage } from '../page/shop.ts';
import type { VisitorView } from '../protocol.ts';
import type { Texts } from './texts.ts';

/** So many things. */
export const s = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
/** A duration. */
export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** The balancing methods by name. */
export const methods: Record<string, string> = {
  round_robin: 'round robin',
  ip_hash: 'ip_hash',
  least_conn: 'least_conn',
  hash: 'hash',
  random: 'random',
};

function headline(page: ShopPage, login: VisitorView['login']): string {
  switch (page.kind) {
    case 'welcome':
      return `Welcome, ${page.user}!`;
    case 'known':
      return `Hello, ${page.user}`;
    case 'stranger':
      return login === 'lost' ? 'You are logged out. Who are you?' : 'Hello, stranger. Please log in.';
    case 'goodbye':
      return 'You are logged out. Goodbye!';
    case 'plain':
      return 'Here is your page.';
    case 'error':
      return page.title;
    case 'unreachable':
      return 'This site cannot be reached';
  }
}

function outcome({ status, login }: RequestRecord): string {
  if (status === undefined) return 'under way';
  if (status === 0) return 'no answer';
  return login === 'lost'
    ? `${status} · login lost`
    : login === 'kept'
      ? `${status} · known`
      : login === 'in'
        ? `${status} · logged in`
        : String(status);
}

/** The lab in English. */
export const en: Texts = {
  lab: 'Session lab: visitors, nginx and two Tomcats',
  stage: 'Visitors, nginx and Tomcats, and the requests between them',
  chartsOf: (host) => `What ${host} can be doing`,
  stageViews: { label: 'How the run is shown', topology: 'Topology', 'space-time': 'Space-time' },
  restart: 'Start over',
  restartHint: 'All servers start anew with the files as you have them; visitors forget their cookies',
  failed: {
    sentence: 'The lab has stopped because of a mistake of ours. Your files are kept.',
    restart: 'Start it again',
  },
  lazy: { waiting: 'Loading …', failed: 'This part could not be loaded. Are you online?', again: 'Try again' },
  tools: { label: 'What to do to the lab', traffic: 'Traffic', faults: 'Faults', share: 'Share' },
  later: 'after the moment shown',
  noscript:
    'The picture above is the lab as it starts. To send requests and stop servers, please allow JavaScript for this page.',
  time: {
    label: 'Time and traffic',
    before: 'The run will show here as a line: what happened when, and the way back to any moment.',
    play: 'Play',
    pause: 'Pause',
    hop: 'Step',
    hopHint: 'Until the next packet arrives',
    request: 'Request',
    requestHint: 'Until a visitor has an answer',
    clock: 'Time in the lab',
    speed: 'Speed',
    times: (speed) => `${speed} times real time`,
    join: 'Visitor',
    joinHint: 'Another visitor comes',
    help: 'Keys and signs',
  },
  visitor: {
    name: (name) => `Visitor ${name}`,
    address: (name) => `Address of visitor ${name}`,
    changeAddress: (name, ip) => `${ip}: change the address of visitor ${name}`,
    setAddress: 'Use this address',
    webapp: 'Webapp',
    cookiePath: (path) => `Sent back only below ${path}`,
    leave: (name) => `Visitor ${name} leaves`,
    noCookie: 'no cookie yet',
    refusesCookies: 'refuses cookies',
    brokenCookie: 'no longer known:',
    buttons: (name) => `What visitor ${name} does`,
    login: 'Log in',
    who: 'Who am I',
    home: 'Home',
    cart: 'Cart +1',
    again: 'The last page again',
    twoTabs: 'Two tabs at once',
    logout: 'Log out',
  },
  shop: {
    address: (name) => `Address bar of ${name}: type a path and press Enter`,
    empty: 'No page yet. Log in, or open one.',
    loading: (count) => (count === 1 ? 'waiting for an answer' : `waiting for ${count} answers`),
    headline,
    items: (count) => `${s(count, 'item')} in the cart`,
    byNginx: "nginx's own error page",
    byTomcat: "Tomcat's error page",
  },
  nginx: {
    states: {
      stopped: 'stopped',
      running: 'running',
      quitting: 'finishing',
      frozen: 'frozen',
      'frozen-quitting': 'frozen',
      killed: 'killed',
    },
    methods,
    server: 'server',
    weight: 'weight',
    fails: 'fails',
    backup: ' backup',
    skippedFor: (left) => `left out, ${left} s more`,
    down: 'down',
    noUpstream: 'This nginx.conf passes requests to no server.',
    notRunning: 'nginx is not running.',
    buttons: 'What one does to nginx',
    reload: 'reload',
    reloadHint: 'nginx -s reload: reads nginx.conf and uses it, if it is in order',
    testHint: 'nginx -t: only checks nginx.conf',
    start: 'start',
    stop: 'stop',
    unread: 'nginx.conf was changed and not reloaded.',
    terminal: 'Terminal of nginx',
  },
  tomcat: {
    states: {
      stopped: 'stopped',
      starting: 'starting',
      running: 'running',
      stopping: 'stopping',
      crashed: 'killed',
      hung: 'hanging',
    },
    busy: (count) => `busy with ${s(count, 'request')}`,
    heap: (name) => `Sessions in the memory of ${name}`,
    noProcess: 'No process, no memory: no sessions.',
    noSessions: 'No sessions in memory yet.',
    session: 'session',
    user: 'user',
    count: 'cart',
    idle: 'idle',
    nobodys: "in nobody's cookie jar",
    more: (count) => `and ${count} more`,
    buttons: (name) => `What one does to ${name}`,
    start: 'start',
    startHint: 'bin/startup.sh',
    stop: 'stop',
    stopHint: 'bin/shutdown.sh: ends in good order',
    kill: 'kill -9',
    killHint: 'The process ends at once and saves nothing',
    hang: 'hang',
    hangHint: 'SIGSTOP: the port stays open, nobody answers',
    resume: 'resume',
    resumeHint: 'SIGCONT: it goes on where it stopped',
    cannot: (state) => `Not possible: it is ${state}`,
    unread: 'A file was changed; it counts after the next start.',
  },
  redis: {
    states: {
      stopped: 'not running',
      loading: 'loading',
      running: 'running',
      computing: 'busy',
      suspended: 'suspended',
      'suspended-computing': 'suspended',
    },
    password: 'password needed',
    noPassword: 'no password',
    clients: (count) => s(count, 'connection'),
    keys: (name) => `Keys in ${name}`,
    noProcess: 'No process: nobody listens.',
    noKeys: 'No keys yet.',
    key: 'key',
    open: (key) => `Open ${key}`,
    ttl: 'TTL',
    size: 'size',
    more: (count) => `and ${count} more`,
    buttons: (name) => `What one does to ${name}`,
    start: 'start',
    startHint: './src/redis-server ./redis.conf',
    stop: 'stop',
    stopHint: 'SIGTERM: saves, if save points are set, and ends',
    killHint: 'The process ends at once; what was not on disk is gone',
    unread: 'redis.conf was changed; it counts after the next start.',
  },
  jump: { label: 'Parts of the lab', stage: 'Servers' },
  panes: {
    label: 'What happened',
    requests: 'Requests: why this server?',
    transcript: 'Transcript',
    logs: 'Logs',
    keys: 'Redis keys',
    xray: 'Session X-ray',
    compare: 'Compare files',
    states: 'States',
  },
  requests: {
    empty: 'No request yet. Let a visitor log in; then see here which server answered, and why.',
    list: 'Requests, the newest first',
    ask: (request) => `${request.chain} ${request.method} ${request.path}: ${outcome(request)}. Why this server?`,
    outcome,
  },
  hops: {
    types: {
      syn: 'asks for a connection',
      connected: 'connection accepted',
      request: 'request',
      response: 'answer',
      command: 'to Redis',
      reply: 'from Redis',
      refused: 'refused',
      closed: 'closed',
      abort: 'gave up',
    },
  },
  files: {
    label: 'Files',
    hosts: 'Whose files',
    inUse: 'This is the file in use.',
    savedNotReloaded: '◆ Changed, not reloaded: nginx still works with the old file.',
    savedNotRestarted: (host) => `◆ Changed: ${host} reads it at its next start.`,
    reset: 'Reset',
    undo: 'Undo reset',
  },
  goals: { title: 'Goals', check: 'Check', running: 'Checking…', untried: 'not tried yet' },
  sentences: () => import('./sentences/en.ts').then((module) => module.sentences),
};
