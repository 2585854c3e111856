import type { FidelityWords } from './words.ts';

const figure = new Intl.NumberFormat('en');

export const words: FidelityWords = {
  suites: {
    'nginx-config': 'what `nginx -t` says to configurations good and bad',
    'nginx-config-fuzz': 'the same, for configurations made by chance',
    'nginx-routing': 'the server each request goes to, and what comes of it',
    'nginx-forward': 'the request as the server behind sees it, and the answer as the client does',
    'nginx-forward-fuzz': 'the same, for locations, rewrites and headers by chance',
    'tomcat-lifecycle': 'answers, cookies and log lines over starts, stops and crashes',
    'session-manager': 'sessions in Redis: the commands of each request, its answer, what is left after failures',
    'tomcat-xml': 'what Tomcat makes of `server.xml`, `context.xml` and `web.xml`',
    'tomcat-xml-fuzz': 'the same, for a `server.xml` changed by chance',
    java: 'the bytes of objects, serialVersionUIDs, and what reading them again gives',
    'redis-conf': 'starts with all kinds of `redis.conf`',
    'redis-conf-fuzz': 'the same, for files made by chance',
    'redis-replies': 'replies as bytes and as redis-cli shows them; restarts, files, lost connections',
    'redis-replies-fuzz': 'replies to commands made by chance, as bytes',
  },
  agreement: {
    caption: 'Agreement with the recordings, suite by suite',
    suite: 'Suite, and what it compares',
    program: 'Recorded from',
    kept: 'Kept since',
    agree: 'Cases that agree',
    of: (agree, total) => `${figure.format(agree)} of ${figure.format(total)}`,
    all: 'All suites',
  },
  builds: {
    caption: 'The programs that were recorded',
    program: 'Program',
    build: 'Where it came from',
    from: { debian: 'Debian’s package', source: 'compiled from the public source', openjdk: 'OpenJDK' },
  },
  reasons: {
    lua: { title: 'Lua: `EVAL` and `SCRIPT`', why: 'Scripts that run inside Redis are not modelled.' },
    hyperloglog: { title: 'HyperLogLog', why: 'Not modelled.' },
    'debug-digest': { title: '`DEBUG DIGEST`', why: 'Not modelled.' },
    resp3: {
      title: 'RESP3 (`HELLO 3`)',
      why: 'The newer protocol, with maps and a nil of its own, is not modelled: answers stay in RESP2, and say so (`proto 2`). No client of the guide asks for it.',
    },
    'command-info': {
      title: '`COMMAND INFO` of Redis 7.0',
      why: 'Flags and key positions are told, categories and key specifications are not.',
    },
    'redis-help': {
      title: '`help SET` in redis-cli',
      why: 'The help texts are somebody’s prose, which the lab does not have.',
    },
    'unread-reset': {
      title: 'A connection closed while something on it is unread',
      why: 'A real kernel resets it; the lab closes it.',
    },
    'port-change': {
      title: 'A Redis 7.0 that is told to listen on another port',
      why: 'The real one keeps the connections it has; in the lab they end.',
    },
    'several-services': {
      title: 'Several `Service` elements, each with an `Engine`, in one `server.xml`',
      why: 'Here the first one’s Engine answers at every connector.',
    },
    'deployed-running': {
      title: 'A `Manager` that asks for Redis Sentinels',
      why: 'It was recorded while it was deployed into a running Tomcat, which answers 404 meanwhile. The lab’s Tomcat is still starting, and does not answer yet.',
    },
    'background-thread': {
      title: 'A shared folder with backups',
      why: 'In the recording, Tomcat’s background thread happened to run between two requests. In the simulator no time passes between them.',
    },
    'unrecorded-host': {
      title: 'An `Engine` without its default host',
      why: 'The recording does not say which `Host` header its two equal requests carried, so one of them cannot be repeated.',
    },
    unexplained: { title: 'Not understood yet', why: 'Nobody has found out why.' },
  },
  none: 'None.',
  skipped: (cases, suites) => `${cases} ${cases === 1 ? 'case' : 'cases'} of ${suites}: `,
  skips: {
    random: 'they balance by nginx’s `random`, which real nginx does not repeat either',
    'shipped-file': 'they begin with a shipped `redis.conf` that is not part of the source',
    'own-command': 'the recorder used a command line of its own there',
    'session-manager': 'they use the Redis session manager, which has a suite of its own',
    'free-text': 'something was done there that the recording tells in free text',
    'unknown-event': 'something happened there that this suite does not know',
  },
  fates: {
    acts: { name: 'modelled', means: 'does here what it does in the real program' },
    library: {
      name: 'modelled, worked out by ioredis-mock',
      means: 'checks and error messages are the simulator’s own',
    },
    partly: { name: 'modelled in part', means: 'some uses of it are not there, and say so' },
    accepted: {
      name: 'accepted, without effect here',
      means: 'known and checked like the real thing, then nothing follows',
    },
    missing: { name: 'not modelled', means: 'the lab says that it does not have it, and invents no answer' },
  },
  vocabularies: {
    nginx: { name: 'Directives of nginx.conf', about: 'All of Debian’s nginx 1.22.1, in its built-in modules.' },
    'redis-conf': { name: 'Directives of redis.conf', about: 'Of Redis 3.2.1 and 7.0.15.' },
    'redis-commands': {
      name: 'Redis commands',
      about:
        'Of Redis 3.2.1 and 7.0.15. Each was typed at the lab’s Redis, with keys of every type, and its answers looked at.',
    },
    tomcat: {
      name: 'Elements and attributes of server.xml and context.xml',
      about: 'Of Tomcat 7.0 to 10.1, with the attributes of every class that may be named there.',
    },
    'web-xml': { name: 'Elements of web.xml', about: 'Those that Tomcat reads.' },
    classes: {
      name: 'Classes that server.xml and context.xml may name',
      about: 'Tomcat’s own, and those of the Redis session manager.',
    },
  },
  search: {
    label: 'Find a directive, a command, an element, an attribute or a class',
    example: 'proxy_next_upstream',
    found: '{found} of {all} words match',
    nothing: 'The real programs know no such word.',
  },
  only: (version) => `${version} only`,
  hostile: { readers: 'What was given hostile input, and how many', findings: 'What was found' },
  campaigns: {
    caption: 'Searches written down, by what was searched',
    suite: 'Searched, beside',
    date: 'Date',
    seed: 'Seed',
    minutes: 'Minutes',
    cases: 'Cases',
    disagreements: 'Kinds of difference',
    searches: (count) => `${figure.format(count)} ${count === 1 ? 'search' : 'searches'}`,
    all: 'Every search',
    findings: 'What was found',
    fates: { fixed: 'corrected', left: 'left' },
    notYet: 'No search has been written down yet.',
  },
};
