import { contextXml, type Exercise, type Planned, type VisitStory } from '../../../simulator/index.ts';
import { allGetPages, allServe, judging, keepLogins, starts } from '../../judge.ts';
import { guideLab, login, power, redisManagerJars, tomcat, visit, visitors } from '../../lab.ts';

const looksIn = (at: number): Planned[] => ['A', 'B', 'B', 'A'].map((name, i) => visit(at + i * 300, name, '/whoami'));

/** One Tomcat is killed; once it is back and nginx knows of it, the other. */
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...looksIn(5000),
  power(10_000, 'tomcat1', 'crash'),
  ...looksIn(11_000),
  power(30_000, 'tomcat1', 'start'),
  ...looksIn(45_000),
  power(60_000, 'tomcat2', 'crash'),
  ...looksIn(61_000),
];
const until = 70_000;

const file = 'conf/context.xml';
const carryOn = (visits: VisitStory[]) => {
  const pages = allGetPages(visits);
  return pages.passed ? keepLogins(visits) : pages;
};

export default {
  id: 'to-production/transfer',
  lab: {
    ...guideLab(
      [visitors.A, visitors.B],
      ([1, 2] as const).map((nth) => tomcat(nth, '10.1.60', { [file]: contextXml, ...redisManagerJars })),
    ),
    redis: { version: '7.0.15', files: { 'redis.conf': 'bind 127.0.0.1\nport 6379\nrequirepass 123456\n' } },
    terminals: { count: 1, redis: 'running' },
  },
  edits: [
    { host: 'nginx', file: 'nginx.conf' },
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    {
      kind: 'run',
      id: 'both-work',
      points: 1,
      plan,
      until,
      judge: judging((visits) => allServe(visits, ['tomcat1', 'tomcat2'])),
    },
    { kind: 'run', id: 'kept', points: 3, plan, until, judge: judging(carryOn) },
  ],
  predictions: [],
} satisfies Exercise;
