import { type Exercise, webXml } from '../../simulator/index.ts';
import { allGetPages, areForgotten, judging, keepLogins, starts } from '../judge.ts';
import { login, redisLab, visit, visitors } from '../lab.ts';

const seconds = (count: number) => count * 1000;

/** A keeps clicking, with 40 seconds between; B goes away after the login and comes back two and a half minutes later. */
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...[40, 80, 120].map((s) => visit(seconds(s), 'A', '/whoami')),
  visit(seconds(150), 'B', '/whoami'),
];
const until = seconds(160);

const file = 'conf/web.xml';

export default {
  id: 'inside-redis',
  lab: redisLab([visitors.A, visitors.B], { [file]: webXml }),
  edits: [
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
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
  predictions: [{ id: 'five-minutes', plan: [login(0, 'A'), visit(seconds(300), 'A', '/whoami')], ask: 'login' }],
} satisfies Exercise;
