import type { Note, Origin } from '../../../../simulator/index.ts';
import { shortCommand, shortKey, shortReply } from '../../page/redis-words.ts';
import { shortId } from '../../page/shapes.ts';
import { methods, s, seconds } from '../en.ts';
import type { Sentences } from '../texts.ts';

const id = (full: string) => `…${shortId(full)}`;
const sidIn = (text: string | undefined) => /JSESSIONID=([^;]*)/.exec(text ?? '')?.[1];

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

const origin = (from: Origin) =>
  from.kind === 'spread'
    ? 'from everywhere'
    : from.kind === 'subnet'
      ? `in ${from.net}.0/24`
      : `behind ${from.kind === 'nat' ? 'the router' : 'the proxy'} ${from.address}`;

/** What each note says. */
export const sentences: Sentences = {
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
  cookies: ({ host, accepts }) => `The browser of visitor ${host} ${accepts ? 'accepts' : 'now refuses'} cookies.`,
  traffic: ({ traffic: { crowds, script } }) =>
    `Traffic: ${[...crowds.map(({ size, from }) => `${size} visitors ${origin(from)}`), script ? 'everybody visits by himself' : 'nobody visits by himself'].join('; ')}.`,
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
        crash: `${count === 1 ? 'it was' : 'they were'} only in the memory of the process that was killed`,
        'not-saved': 'this Tomcat does not save sessions when it stops',
        unreadable: `the file with ${count === 1 ? 'it' : 'them'} could not be read`,
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
