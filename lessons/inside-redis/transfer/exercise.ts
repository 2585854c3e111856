import { type Exercise, webXml } from '../../../simulator/index.ts';
import { allGetPages, areForgotten, judging, keepLogins, starts } from '../../judge.ts';
import { login, redisContext, redisLab, visit, visitors } from '../../lab.ts';

const minutes = (count: number) => count * 60_000;

/** A clicks every eight minutes; B goes away and comes back after a quarter of an hour. */
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...[8, 16, 24, 32].map((minute) => visit(minutes(minute), 'A', '/whoami')),
  visit(minutes(15), 'B', '/whoami'),
];
const until = minutes(33);
const files = { 'conf/context.xml': redisContext, 'conf/web.xml': webXml };

export default {
  id: 'inside-redis/transfer',
  lab: redisLab([visitors.A, visitors.B], files),
  edits: ['tomcat1', 'tomcat2'].flatMap((host) => Object.keys(files).map((file) => ({ host, file }))),
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    {
      kind: 'run',
      id: 'kept',
      points: 2,
      plan,
      until,
      judge: judging((visits) => keepLogins(visits.filter(({ visitor }) => visitor === 'A'))),
    },
    {
      kind: 'run',
      id: 'forgotten',
      points: 2,
      plan,
      until,
      judge: judging((visits) => areForgotten(visits.filter(({ visitor }) => visitor === 'B'))),
    },
  ],
  predictions: [],
} satisfies Exercise;
