import { contextXml, type Exercise } from '../../../simulator/index.ts';
import { allGetPages, allServe, judging, keepLogins, starts } from '../../judge.ts';
import { guideLab, login, power, tomcat, visit, visitors } from '../../lab.ts';

const names = ['A', 'B'];
/** Once in this order and once in the other: taking turns must not look like sticking. */
const looksIn = (at: number) =>
  [...names, ...names.toReversed()].map((name, i) => visit(at + i * 100, name, '/whoami'));

/** Everybody meets both servers; one dies and comes back, then the other dies. */
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...[2000, 3000, 4000, 5000].flatMap(looksIn),
  power(5400, 'tomcat1', 'crash'),
  ...[6000, 8000, 30_000].flatMap(looksIn),
  power(40_000, 'tomcat1', 'start'),
  ...[52_000, 53_000, 54_000].flatMap(looksIn),
  power(60_000, 'tomcat2', 'crash'),
  ...[61_000, 62_000, 90_000].flatMap(looksIn),
];
const until = 95_000;
const file = 'conf/context.xml';

export default {
  id: 'capstone/transfer',
  lab: guideLab(
    [visitors.A, visitors.B],
    [tomcat(1, '10.1.60', { [file]: contextXml }), tomcat(2, '10.1.60', { [file]: contextXml })],
  ),
  edits: [
    { host: 'nginx', file: 'nginx.conf' },
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
      judge: judging((visits) => allServe(visits.slice(0, 10), ['tomcat1', 'tomcat2'])),
    },
    { kind: 'run', id: 'kept', points: 3, plan, until, judge: judging((visits) => keepLogins(visits)) },
  ],
  predictions: [],
} satisfies Exercise;
