import {
  BOOTED_AT,
  contextXml,
  type Exercise,
  type Feedback,
  type Judgement,
  type Lab,
  type Note,
  type Planned,
  redisConf,
  redisSetting,
  server,
  type VisitStory,
} from '../../simulator/index.ts';
import { allGetPages, broken, judging, keepLogins, redisCommands, starts } from '../judge.ts';
import {
  commonPasswords,
  guideLab,
  login,
  power,
  redisManagerJars,
  tomcat,
  type as typed,
  visit,
  visitors,
} from '../lab.ts';

const logIn = [login(0, 'A'), login(500, 'B')];
/** Two requests of everybody, in one order and in the other: taking turns must not look like sticking. */
const looksIn = (at: number): Planned[] => ['A', 'B', 'B', 'A'].map((name, i) => visit(at + i * 300, name, '/whoami'));

const redisCli = `./redis-3.2.1/src/redis-cli -h ${server.address}`;

/**
 * Somebody outside, who has found Redis's port by knocking at all of them, asks for the keys: first without a password
 * and then with those that everybody tries.
 */
function outside({ redis }: Lab): Planned[] {
  const port = redis ? redisSetting(redis, 'port') : '6379';
  const options = ['', ...commonPasswords.map((guess) => ` -a ${guess}`)];
  const tries = options.flatMap((option, i) => [
    typed(10_000 + i * 1000, `${redisCli} -p ${port}${option} keys '*'`),
    typed(10_500 + i * 1000, `${redisCli} -p ${port}${option} scan 0`),
  ]);
  return [...logIn, ...tries];
}

/** Redis is killed and started again. A minute later the connections that broke are no longer in anybody's pool. */
const redisDies = [...logIn, power(15_000, 'redis', 'crash'), power(17_000, 'redis', 'start'), ...looksIn(90_000)];

/** One Tomcat is killed; once it is back and nginx knows of it, the other. */
const tomcatsDie = [
  ...logIn,
  power(10_000, 'tomcat1', 'crash'),
  ...looksIn(11_000),
  power(30_000, 'tomcat1', 'start'),
  ...looksIn(45_000),
  power(60_000, 'tomcat2', 'crash'),
  ...looksIn(61_000),
];

/** Either Tomcat hangs for a while: its port is open, and nobody answers. */
const tomcatsHang = [
  ...logIn,
  power(10_000, 'tomcat2', 'hang'),
  ...looksIn(11_000),
  power(130_000, 'tomcat2', 'resume'),
  power(160_000, 'tomcat1', 'hang'),
  ...looksIn(161_000),
];
const HUNG_UNTIL = 240_000;
/** How long a visitor waits for a page before he goes elsewhere, in ms. */
const PATIENCE = 20_000;

/** No try of a stranger's was answered with the names of keys. */
function keysStaySecret(notes: readonly Note[]): Judgement {
  const asked = ['keys', 'scan'].flatMap((name) => redisCommands(notes, name));
  const told = asked.find(({ reply }) => reply?.type === 'array');
  if (!told) return { passed: true, evidence: asked };
  const guessed = redisCommands(notes, 'auth').some(
    ({ client, reply }) => client === told.client && reply?.type === 'status',
  );
  return {
    passed: false,
    feedback: guessed
      ? { id: 'weak-password', values: { count: commonPasswords.length, ...placeIn(asked) } }
      : { id: 'open-to-all', values: { address: server.address } },
    evidence: [told],
  };
}

/** The first line of a file that decided something of these, as values of a feedback. */
const placeIn = (notes: readonly Note[]): Feedback['values'] =>
  notes.flatMap((note) =>
    'place' in note && note.place ? [{ host: note.host, file: note.place.file, line: note.place.line }] : [],
  )[0] ?? {};

/** Everybody gets a page, and is known on it. */
function carryOn(visits: VisitStory[], mistake: 'login-lost' | 'not-on-disk' = 'login-lost'): Judgement {
  const pages = allGetPages(visits);
  return pages.passed ? keepLogins(visits, mistake) : pages;
}

/** Nobody waits longer than he is ready to. */
function nobodyWaits(visits: VisitStory[]): Judgement {
  const slow = visits.find((one) => waitOf(one) > PATIENCE);
  if (!slow) return carryOn(visits);
  const forwarded = placeIn(slow.notes.filter(({ kind }) => kind === 'forwarded'));
  return broken('hung-server', slow, { count: Math.round(waitOf(slow) / 1000), ...forwarded });
}

/** How long an answer took in ms; where none came, until the run was over. */
const waitOf = ({ at, notes }: VisitStory) =>
  notes.flatMap((note) => (note.kind === 'answered' ? [note.took] : []))[0] ?? BOOTED_AT + HUNG_UNTIL - at;

const file = 'conf/context.xml';

export default {
  id: 'to-production',
  lab: {
    ...guideLab(
      [visitors.A, visitors.B],
      ([1, 2] as const).map((nth) => tomcat(nth, '7.0.69', { [file]: contextXml, ...redisManagerJars })),
    ),
    redis: { version: '3.2.1', files: { 'redis.conf': redisConf } },
    terminals: { count: 1, redis: 'running' },
  },
  edits: [
    { host: 'nginx', file: 'nginx.conf' },
    { host: 'redis', file: 'redis.conf' },
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'outside', points: 3, plan: outside, until: 22_000, judge: keysStaySecret },
    {
      kind: 'run',
      id: 'redis-dies',
      points: 2,
      plan: redisDies,
      until: 100_000,
      judge: judging((visits) => carryOn(visits, 'not-on-disk')),
    },
    {
      kind: 'run',
      id: 'tomcat-dies',
      points: 2,
      plan: tomcatsDie,
      until: 70_000,
      judge: judging((visits) => carryOn(visits)),
    },
    { kind: 'run', id: 'tomcat-hangs', points: 2, plan: tomcatsHang, until: HUNG_UNTIL, judge: judging(nobodyWaits) },
  ],
  predictions: [
    {
      id: 'flushed',
      plan: [login(0, 'A'), typed(10_000, `${redisCli} -a 123456 flushall`), visit(12_000, 'A', '/whoami')],
      ask: 'login',
    },
    {
      id: 'hung',
      plan: [login(0, 'A'), login(500, 'B'), power(10_000, 'tomcat2', 'hang'), visit(11_000, 'B', '/whoami')],
      ask: 'status',
    },
  ],
} satisfies Exercise;
