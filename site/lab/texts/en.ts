import type { Note } from '../../../simulator/index.ts';
import { shortCommand, shortKey, shortReply } from '../page/redis-words.ts';
import type { RequestRecord } from '../page/requests.ts';
import { shortId } from '../page/shapes.ts';
import type { ShopPage } from '../page/shop.ts';
import type { VisitorView } from '../protocol.ts';
import type { Sentences, Texts } from './texts.ts';

const s = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const id = (full: string) => `…${shortId(full)}`;
const sidIn = (text: string | undefined) => /JSESSIONID=([^;]*)/.exec(text ?? '')?.[1];

const methods: Record<string, string> = {
  round_robin: 'round robin',
  ip_hash: 'ip_hash',
  least_conn: 'least_conn',
  hash: 'hash',
  random: 'random',
};

const states = {
  chosen: 'chosen',
  available: 'could have been chosen',
  backup: 'backup, only when the others fail',
  tried: 'already tried by this request',
  down: 'marked down in the file',
  failed: 'skipped: max_fails reached',
  max_conns: 'skipped: max_conns reached',
} as const;

const reasons: Record<string, string> = {
  refused: 'the connection was refused: nobody listens there',
  'connect-timeout': 'the connection did not come about in time',
  'read-timeout': 'it did not answer in time',
  closed: 'it closed the connection before the answer was complete',
  reset: 'it broke the connection off',
  'invalid-header': 'its answer is not HTTP',
  'too-big-header': 'the head of its answer is too big',
  'no-live-upstreams': 'no server is left',
};
const reason = (code: string) => reasons[code] ?? `it answered ${code.replace('http_', '')}`;

const refusals: Record<NonNullable<Extract<Note, { kind: 'redis-command' }>['refused']>, string> = {
  unknown: 'There is no command of that name here',
  arity: 'It takes another number of words',
  noauth: 'A password is set, and this connection has not given it',
  noperm: 'This user may not do that',
  oom: 'The memory has reached maxmemory, and nothing may be thrown out for it',
  misconf: 'The last snapshot failed; until one succeeds nothing may be changed',
  readonly: 'This server is a replica',
  subscriber: 'A connection that listens to channels may do little else',
  loading: 'The data is still being read from disk',
  transaction: 'That may not stand in a transaction',
  queued: 'It waits for EXEC',
  unmodelled: 'Real Redis knows it, this lab does not',
};

const sentences: Sentences = {
  power: ({ host, event }) =>
    ({
      start: `Somebody starts ${host}.`,
      stop:
        host === 'nginx'
          ? 'Somebody stops nginx at once (nginx -s stop).'
          : `Somebody stops ${host} gracefully (shutdown.sh).`,
      crash: `Somebody kills ${host} with kill -9: whatever was in its memory is gone.`,
      hang: `Somebody freezes ${host} (SIGSTOP): its port stays open, but nothing answers.`,
      resume: `Somebody lets ${host} go on (SIGCONT).`,
      reload: 'Somebody tells nginx to read its files again (nginx -s reload).',
      quit: 'Somebody stops nginx gracefully (nginx -s quit).',
    })[event],
  typed: ({ line }) => `In a terminal: ${line}`,
  opened: ({ host }) => `A new window is opened: ${host}.`,
  'open-file': () => undefined,
  edited: ({ host, file }) =>
    `${file} of ${host} is saved. It has no effect until ${host === 'nginx' ? 'nginx reloads' : 'a restart'}.`,
  link: ({ host, to, event }) =>
    event === 'cut' ? `The line from ${host} to ${to} is cut.` : `The line from ${host} to ${to} is mended.`,
  netem: ({ host, to, delay, loss }) =>
    delay === 0 && loss === 0
      ? `The line from ${host} to ${to} is as fast and as good as before.`
      : `The line from ${host} to ${to} gets worse: ${[...(delay > 0 ? [`every packet is ${seconds(delay)} late`] : []), ...(loss > 0 ? [`${Math.round(loss * 100)} % of the packets are lost`] : [])].join(', ')}.`,
  slowed: ({ host, factor }) =>
    factor === 1
      ? `${host} has its processor to itself again.`
      : `${host} gets too little of its processor: its own work takes ${factor} times as long.`,
  administered: ({ argv }) => `Somebody types in redis-cli: ${argv.join(' ')}`,
  joined: ({ host, ip }) => `Visitor ${host} comes, from ${ip}.`,
  moved: ({ host, from, to }) =>
    `Visitor ${host} changes his address from ${from} to ${to}; the browser and its cookies stay the same.`,
  left: ({ host }) => `Visitor ${host} leaves.`,
  dropped: ({ host, to }) => `A packet from ${host} to ${to} is lost: the line is cut.`,
  resent: ({ host, to, after }) =>
    `A packet from ${host} to ${to} was lost. TCP sends it again by itself and gets it through ${seconds(after)} later.`,
  'nobody-listens': ({ address }) => `Nobody listens on ${address}: the connection is refused.`,

  requested: ({ host, method, path, cookie, ip }) =>
    `${host} (${ip}) asks: ${method} ${path}, ${sidIn(cookie) ? `with cookie ${id(sidIn(cookie) ?? '')}` : 'without a session cookie'}.`,
  answered: ({ host, path, status, took, setCookie }) =>
    `${host} gets ${status} for ${path} after ${seconds(took)}${sidIn(setCookie) ? `, and a new cookie ${id(sidIn(setCookie) ?? '')}` : ''}.`,
  'no-answer': ({ host, path, why, took }) =>
    `${host} gets no answer for ${path}: ${{ refused: 'the connection is refused', closed: 'the connection is closed', 'gave-up': `gave up after ${seconds(took)}` }[why]}.`,
  'logged-in': ({ host, user }) => `${host} is now logged in as ${user}.`,
  'login-kept': ({ host, user }) => `The page knows ${host}: ${user}.`,
  'login-lost': ({ host, user, path }) =>
    `${host} was logged in as ${user}, but ${path} does not know him: to this server he is logged out.`,
  'logged-out': ({ host }) => `${host} logs out.`,

  located: ({ uri, location, place }) =>
    location
      ? `nginx finds the place for ${uri}: location ${location} (${place.file}:${place.line}).`
      : `nginx finds no location for ${uri}; the server block itself answers.`,
  picked: (note) => `nginx chooses ${note.to}, by ${methods[note.by]}${whyPicked(note)}.`,
  'no-live-upstreams': ({ upstream }) => `nginx finds no server in ${upstream} that it may ask: "no live upstreams".`,
  forwarded: ({ to, request }) => `nginx passes the request on to ${to}: ${request.method} ${request.target}.`,
  'upstream-failed': ({ peer, reason: why, counted, fails, maxFails, failTimeout, until }) =>
    `${peer} failed: ${reason(why)}.${counted ? ` Failure ${fails} of ${maxFails}.` : ' That is not counted.'}${until === undefined ? '' : ` It is left out for ${failTimeout} s, until ${seconds(until)}.`}`,
  'upstream-recovered': ({ peer }) => `${peer} answers again: its failures are forgotten.`,
  retried: ({ peer, rule }) =>
    rule === 'kept-connection'
      ? `The kept connection to ${peer} was stale; nginx tries again.`
      : `nginx tries the next server, because proxy_next_upstream covers this failure of ${peer}. The visitor does not notice.`,
  'not-retried': ({ peer, rule }) =>
    `nginx does not try another server after ${peer}: ${
      {
        'not-listed': 'proxy_next_upstream does not name this failure',
        'non-idempotent': 'the request had been sent, and doing it twice could do harm (POST)',
        'no-tries-left': 'all have been tried',
        'tries-limit': 'proxy_next_upstream_tries is used up',
        'time-limit': 'proxy_next_upstream_timeout is over',
        'single-peer': 'there is only one server',
      }[rule]
    }.`,
  responded: ({ status, by, upstreamAddr, setCookie }) =>
    `nginx answers ${status}${{ upstream: ` with the page of ${upstreamAddr.split(', ').at(-1)}`, nginx: ' with a page of its own', nobody: '' }[by]}${sidIn(setCookie) ? `; the answer sets cookie ${id(sidIn(setCookie) ?? '')}` : ''}.`,
  'access-log': () => undefined,
  'error-log': ({ level, message }) => `nginx writes to error.log [${level}]: ${message}`,
  terminal: ({ command, exit, lines }) =>
    `$ ${command}${exit === 0 ? '' : ` (exit ${exit})`}${lines.length > 0 ? `: ${lines.join(' ')}` : ''}`,
  worker: ({ event, pid }) =>
    ({
      started: `nginx worker ${pid} starts, with the files as they are now.`,
      draining: `nginx worker ${pid} takes no new requests; it finishes those it has.`,
      exited: `nginx worker ${pid} ends.`,
    })[event],

  log: () => undefined,
  access: () => undefined,
  state: ({ host, state, exitCode }) =>
    ({
      stopped: `${host} has stopped${exitCode ? ` with exit status ${exitCode}` : ''}.`,
      starting: `${host} is starting; its port is already open, requests wait.`,
      running: `${host} is running.`,
      stopping: `${host} is stopping.`,
      crashed: `${host} is dead.`,
      hung: `${host} hangs.`,
    })[state],
  script: ({ script, outcome, port }) =>
    `$ bin/${script}: ${
      {
        started: 'the process was launched',
        sent: `the shutdown command was sent to port ${port}`,
        refused: `nobody listens on the shutdown port ${port}`,
        'no-port': 'there is no shutdown port',
        'wrong-word': 'the shutdown word is wrong',
        ignored: 'the process is frozen and cannot read the command',
      }[outcome]
    }.`,
  printed: () => undefined,
  'session-created': ({ host, id: sid, page, instead, store }) =>
    `${host} creates session ${id(sid)} in ${store === 'redis' ? 'Redis' : 'its memory'}: ${page} calls getSession(true)${instead === undefined ? ', and no session id came' : `, and ${id(instead)}, which came, is of no use here`}.`,
  'session-found': ({ host, id: sid, user, store }) =>
    `${host} finds session ${id(sid)} in ${store === 'redis' ? 'Redis' : 'its memory'}${user === undefined ? '' : `: ${user}`}.`,
  'session-cookie': ({ host, id: sid = '', why }) =>
    why === 'new'
      ? `${host} sets a cookie with ${id(sid)}: the browser does not have this id yet.`
      : `${host} sets no cookie: ${
          {
            known: `the browser has ${id(sid)} already`,
            none: 'the request ends without a session',
            off: 'cookies="false", the id travels in URLs only',
            unfit: 'the id has a character that no header may hold',
          }[why]
        }.`,
  'session-attribute': ({ host, id: sid, name, value }) =>
    value === undefined
      ? `${host} takes ${name} out of session ${id(sid)}.`
      : `${host} puts ${name} = ${value} into session ${id(sid)}.`,
  'session-attribute-left-out': ({ host, id: sid, name, class: type }) =>
    `${host} leaves ${name} out of the file: ${type}, in session ${id(sid)}, is not Serializable.`,
  'session-unknown': ({ host, id: sid, forgotten, store }) =>
    `${host} does not know session ${id(sid)}: ${
      forgotten === undefined
        ? store === 'redis'
          ? 'Redis has nothing usable under that id'
          : 'it is not in its memory'
        : { expired: 'it has expired', invalidated: 'it was ended by a logout', renamed: 'it goes by another id now' }[
            forgotten
          ]
    }.`,
  'redis-lookup-failed': ({ host, id: sid, thrown }) =>
    `${host} cannot ask Redis for session ${id(sid)} (${thrown.message ?? thrown.class}): the visitor gets a 500, whatever the page.`,
  'redis-session-unreadable': ({ host, id: sid, why, thrown }) =>
    why === 'placeholder'
      ? `Under ${id(sid)} Redis has only the word "null", left by a Tomcat that died while it created the session. For ${host} there is no session.`
      : `${host} gets session ${id(sid)} from Redis and cannot read it (${thrown?.message ?? thrown?.class}).`,
  'redis-session-saved': ({ host, id: sid, why, bytes }) =>
    `${host} writes session ${id(sid)} to Redis, ${bytes} bytes: ${
      {
        new: 'it is new',
        forced: 'it has to, at every change or request',
        dirty: 'the request set or removed something',
        'changed-inside': 'the hash shows that an object in it changed',
      }[why]
    }.`,
  'redis-session-unchanged': ({ host, id: sid }) =>
    `${host} does not write session ${id(sid)}: nothing changed. Only its time to live in Redis begins anew.`,
  'redis-session-not-saved': ({ host, id: sid, thrown }) =>
    `${host} could not save session ${id(sid)} (${thrown.message ?? thrown.class}). The visitor still gets the page; what this request changed is lost.`,
  'redis-connected': ({ host, address, authenticates }) =>
    `${host} opens a connection to ${address}${authenticates ? ' and sends the password' : ', without a password'}.`,
  'redis-connection-stale': ({ host, address }) =>
    `${host} takes a connection out of its pool that ${address} closed long ago, and notices only now.`,
  'redis-pool-exhausted': ({ host, connections }) =>
    `All ${connections} connections of ${host} to Redis are in use: the request waits for one.`,
  'session-expired': ({ host, id: sid, idle }) =>
    `${host} drops session ${id(sid)}: unused for ${Math.round(idle / 60_000)} minutes.`,
  'session-invalidated': ({ host, id: sid }) => `${host} ends session ${id(sid)}.`,
  'session-renamed': ({ host, id: sid, to }) => `${host} gives session ${id(sid)} the new id ${id(to)}.`,
  'session-stored': ({ host, id: sid, file }) => `${host} writes session ${id(sid)} to ${file}.`,
  'session-fetched': ({ host, id: sid, file }) => `${host} reads session ${id(sid)} from ${file}.`,
  'sessions-saved': ({ host, count, file }) => `${host} writes ${s(count, 'session')} to ${file} before it ends.`,
  'sessions-loaded': ({ host, count, file }) => `${host} reads ${s(count, 'session')} back from ${file}.`,
  'sessions-lost': ({ host, count, why }) =>
    `${s(count, 'session')} of ${host} ${count === 1 ? 'is' : 'are'} lost: ${
      {
        crash: 'they were only in the memory of the process that was killed',
        'not-saved': 'this Tomcat does not save sessions when it stops',
        unreadable: 'the file with them could not be read',
        undeployed: 'the webapp was taken away',
      }[why]
    }.`,
  'request-waits': ({ host, why }) => `The request waits: ${host} is ${why}.`,
  'request-cut': ({ host, why }) =>
    `The request is cut off: ${host} ${why === 'crash' ? 'was killed' : 'stopped'} in the middle of it.`,
  served: ({ host, page, status }) => `${host} answers ${page} with ${status}.`,

  'redis-mode': ({ host, mode }) =>
    ({
      stopped: `${host} has stopped.`,
      loading: `${host} reads its data from disk.`,
      running: `${host} is running.`,
      computing: `${host} is in a long command; everybody else waits.`,
      suspended: `${host} is suspended: connections are accepted, nobody answers.`,
      'suspended-computing': `${host} is suspended in the middle of a command.`,
    })[mode],
  'redis-log': () => undefined,
  'redis-accepted': ({ host, client }) => `${host} accepts a connection from ${client}.`,
  'redis-rejected': ({ host, client, why }) =>
    `${host} refuses the connection from ${client}: ${
      { maxclients: 'maxclients is reached', 'protected-mode': 'protected mode, and it comes from another machine' }[
        why
      ]
    }.`,
  'redis-closed': ({ host, client, why }) =>
    `The connection of ${client} to ${host} ends: ${
      { client: 'the client closed it', quit: 'QUIT', killed: 'it was killed', idle: 'it was idle for too long' }[why]
    }.`,
  'redis-command': ({ host, client, argv, reply, refused }) =>
    `${host} from ${client}: ${shortCommand(argv)} → ${reply ? shortReply(reply) : 'no answer yet'}${refused === undefined ? '' : `. ${refusals[refused]}`}.`,
  'redis-expired': ({ host, key }) => `In ${host} the time of ${shortKey(key)} is over; the key is gone.`,
  'redis-evicted': ({ host, key, policy }) => `${host} has no memory left and throws ${shortKey(key)} out (${policy}).`,
  'redis-saved': ({ host, file, keys }) => `${host} writes ${s(keys, 'key')} to ${file}.`,
  'redis-memory-lost': ({ host, lost, older }) =>
    `The memory of ${host} is gone.${lost.length === 0 ? '' : ` On no disk: ${lost.length === 1 ? shortKey(lost[0] ?? '') : s(lost.length, 'key')}.`}${older.length === 0 ? '' : ` On disk with an older value: ${older.length === 1 ? shortKey(older[0] ?? '') : s(older.length, 'key')}.`}`,
  'redis-rewrote': ({ host, file }) =>
    `${host} writes its settings into ${file}: CONFIG REWRITE puts what holds now in the place of what stood there.`,
  'redis-loaded': ({ host, file, keys, expired }) =>
    `${host} reads ${s(keys, 'key')} from ${file}${expired > 0 ? `; ${s(expired, 'key')} had expired meanwhile` : ''}.`,
};

type Picked = Extract<Note, { kind: 'picked' }>;

function whyPicked({ by, trace, candidates, probe, reused }: Picked): string {
  const step = trace?.steps.at(-1);
  const rejected = trace?.steps.filter(({ rejected }) => rejected !== undefined).length ?? 0;
  const skipped = candidates.filter(({ state }) => state === 'failed' || state === 'down').map(({ peer }) => peer);
  return [
    trace?.fellBack ? ' (which had to fall back to round robin)' : '',
    step && !trace?.fellBack ? `: hash ${step.hash}` : '',
    rejected > 0 ? `, hashed on ${s(rejected, 'time')} because the servers found first cannot be used` : '',
    by === 'round_robin' && skipped.length === 0 ? ': it is its turn' : '',
    skipped.length > 0 ? `; left out: ${skipped.join(', ')}` : '',
    probe ? '; this request is also the probe whether it is back' : '',
    reused ? ', over a kept connection' : '',
  ].join('');
}

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
    play: 'Play',
    pause: 'Pause',
    hop: 'Step',
    hopHint: 'Until the next packet arrives',
    request: 'Request',
    requestHint: 'Until a visitor has an answer',
    clock: 'Time in the lab',
    speed: 'Speed',
    times: (speed) => `${speed} times real time`,
    traffic: 'Traffic',
    noTraffic: 'No traffic',
    everybody: (ms) => `All visit every ${ms / 1000} s`,
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
    compare: 'Compare files',
    states: 'States',
  },
  requests: {
    empty: 'No request yet. Let a visitor log in; then see here which server answered, and why.',
    list: 'Requests, the newest first',
    ask: (request) => `${request.chain} ${request.method} ${request.path}: ${outcome(request)}. Why this server?`,
    outcome,
  },
  why: {
    title: ({ chain, method, path, servers }) =>
      `${chain}: ${method} ${path}${servers.length > 0 ? ` → ${servers.join(' → ')}` : ''}`,
    chose: (choice) =>
      choice.kind === 'picked'
        ? `Group ${choice.upstream}, ${methods[choice.by]}: ${choice.to}. Decided by`
        : `Group ${choice.upstream}, ${methods[choice.by]}: no server could be asked. Decided by`,
    show: 'Show this line in the editor',
    hashedBytes: (bytes) =>
      `Hashed: ${bytes.join(' . ')}${bytes.length === 3 ? ' (the first three numbers of the IPv4 address; the fourth does not count)' : ''}`,
    hashedKey: (key) => `Hashed: "${key}"`,
    hashStep: ({ hash, point, peer, rejected }, by) =>
      `hash ${hash} → ${by === 'ip_hash' || by === 'hash' ? `place ${point} among the weights` : `place ${point} in the ring`} → ${peer}${rejected === undefined ? '' : `: ${states[rejected]}, hash on`}`,
    fellBack: {
      'too-many-rehashes': 'After more than 20 tries ip_hash gives up and lets round robin choose.',
      'single-peer': 'With a single server there is nothing to hash.',
      'empty-key': 'The key is empty, so round robin chooses.',
    },
    candidates: 'Servers at the moment of the choice',
    server: 'server',
    weight: 'weight',
    effective: 'effective',
    current: 'current before → after',
    conns: 'connections',
    fails: 'fails',
    state: 'state',
    states,
    until: (ms) => `until ${seconds(ms)}`,
    underWay: 'The request is on its way to nginx.',
    noChoice: 'No server had to be chosen for this request.',
    story: 'What happened, in order',
  },
  logs: { label: 'Log files', follow: 'Follow the end', copy: 'Copy', copied: 'Copied', empty: 'Still empty.' },
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
  goals: {
    title: 'Goals',
    check: 'Check',
    running: 'Checking…',
    states: { untried: 'not tried yet', running: 'being checked', passed: 'reached', failed: 'not reached' },
    evidence: 'What happened in the run',
    done: 'All goals reached.',
  },
  sentences,
};
