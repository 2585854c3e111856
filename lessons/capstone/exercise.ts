import { contextXml, type Exercise, redisConf } from '../../simulator/index.ts';
import { allGetPages, allServe, judging, keepLogins, starts } from '../judge.ts';
import { guideLab, login, power, redisManagerJars, tomcat, visit, visitors } from '../lab.ts';

const names = ['A', 'B'];
const looksIn = (at: number) => names.map((name, i) => visit(at + i * 300, name, '/whoami'));

/** Everybody meets every server; then one after the other dies and comes back, while the visitors go on. */
const CRASHES = [10_000, 60_000] as const;
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...[2000, 3000, 4000, 5000].flatMap(looksIn),
  power(CRASHES[0], 'tomcat1', 'crash'),
  ...[11_000, 12_000, 30_000].flatMap(looksIn),
  power(40_000, 'tomcat1', 'start'),
  ...[52_000, 53_000, 54_000, 55_000].flatMap(looksIn),
  power(CRASHES[1], 'tomcat2', 'crash'),
  ...[61_000, 62_000, 90_000].flatMap(looksIn),
];
const until = 95_000;

const file = 'conf/context.xml';
const tomcats = (jars: Record<string, string>) =>
  ([1, 2] as const).map((nth) => tomcat(nth, '7.0.69', { [file]: contextXml, ...jars }));

export default {
  id: 'capstone',
  lab: {
    ...guideLab([visitors.A, visitors.B], tomcats({})),
    redis: { version: '3.2.1', files: { 'redis.conf': redisConf } },
    terminals: { count: 2, redis: 'absent' },
  },
  graded: { tomcats: tomcats(redisManagerJars), terminals: { count: 1, redis: 'running' } },
  edits: [
    { host: 'nginx', file: 'nginx.conf' },
    { host: 'redis', file: 'redis.conf' },
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
  predictions: [],
} satisfies Exercise;
