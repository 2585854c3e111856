import { contextXml, type Exercise, redisConf } from '../../../simulator/index.ts';
import { allGetPages, judging, keepLogins, starts } from '../../judge.ts';
import { guideLab, login, power, proxyTo, redisManagerJars, takingTurns, tomcat, visit, visitors } from '../../lab.ts';

const names = ['A', 'B'];
const looksIn = (at: number) => names.map((name, i) => visit(at + i * 300, name, '/whoami'));

/** Each meets both Tomcats; tomcat2 dies; both go on. */
const CRASH = 10_000;
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...[2000, 3000, 4000, 5000].flatMap(looksIn),
  power(CRASH, 'tomcat2', 'crash'),
  ...[CRASH + 1000, CRASH + 2000].flatMap(looksIn),
];
const until = CRASH + 5000;
const file = 'conf/context.xml';

/** The new Redis: another port, another password. */
const moved = redisConf
  .replace('\nport 6379', '\nport 6380')
  .replace('# requirepass foobared', 'requirepass kaffee-um-vier');

export default {
  id: 'wire-tomcat/transfer',
  lab: {
    ...guideLab(
      [visitors.A, visitors.B],
      ([1, 2] as const).map((nth) => tomcat(nth, '7.0.69', { [file]: contextXml, ...redisManagerJars })),
      proxyTo('backserver', takingTurns),
    ),
    redis: { version: '3.2.1', files: { 'redis.conf': moved } },
    terminals: { count: 1, redis: 'running' },
  },
  edits: [
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'kept', points: 3, plan, until, judge: judging((visits) => keepLogins(visits)) },
  ],
  predictions: [],
} satisfies Exercise;
