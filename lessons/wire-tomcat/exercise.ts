import { contextXml, type Exercise, redisConf } from '../../simulator/index.ts';
import { allGetPages, allServe, judging, keepLogins, starts } from '../judge.ts';
import { guideLab, login, power, proxyTo, redisManagerJars, takingTurns, tomcat, visit, visitors } from '../lab.ts';

const names = ['A', 'B'];
const looksIn = (at: number) => names.map((name, i) => visit(at + i * 300, name, '/whoami'));

/** Both log in and look around, so that each meets both Tomcats; tomcat1 dies; both go on. */
const CRASH = 10_000;
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...[2000, 3000, 4000, 5000].flatMap(looksIn),
  power(CRASH, 'tomcat1', 'crash'),
  ...[CRASH + 1000, CRASH + 2000, CRASH + 30_000].flatMap(looksIn),
];
const until = CRASH + 35_000;

const file = 'conf/context.xml';

/** The guide's redis.conf after its lesson: the password it tells to use. */
const guarded = redisConf.replace('# requirepass foobared', 'requirepass 123456');

const tomcats = (jars: Record<string, string>) =>
  ([1, 2] as const).map((nth) => tomcat(nth, '7.0.69', { [file]: contextXml, ...jars }));

export default {
  id: 'wire-tomcat',
  lab: {
    ...guideLab([visitors.A, visitors.B], tomcats({}), proxyTo('backserver', takingTurns)),
    redis: { version: '3.2.1', files: { 'redis.conf': guarded } },
    terminals: { count: 1, redis: 'running' },
  },
  graded: { tomcats: tomcats(redisManagerJars) },
  edits: [
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    {
      kind: 'run',
      id: 'both-work',
      points: 2,
      plan,
      until,
      judge: judging((visits) => allServe(visits, ['tomcat1', 'tomcat2'])),
    },
    { kind: 'run', id: 'kept', points: 2, plan, until, judge: judging((visits) => keepLogins(visits)) },
  ],
  predictions: [{ id: 'before', plan: [login(0, 'A'), visit(1000, 'A', '/whoami')], ask: 'login' }],
} satisfies Exercise;
