import { contextXml, type Exercise } from '../../simulator/index.ts';
import { allGetPages, judging, starts } from '../judge.ts';
import { guideLab, login, power, proxyTo, tomcat, visit, visitors } from '../lab.ts';
import { backserver, keepLoginsInStore } from './store.ts';

/** A and B log in, look at a page and then read for six minutes; the Tomcat of A dies; both go on. */
const CRASH = 400_000;
const plan = [
  login(0, 'A'),
  login(100, 'B'),
  visit(30_000, 'A', '/whoami'),
  visit(30_100, 'B', '/whoami'),
  power(CRASH, 'tomcat1', 'crash'),
  ...[5000, 10_000, 15_000].flatMap((later) => [
    visit(CRASH + later, 'A', '/whoami'),
    visit(CRASH + later + 100, 'B', '/whoami'),
  ]),
];
const until = CRASH + 20_000;

const file = 'conf/context.xml';

export default {
  id: 'shared-store',
  lab: guideLab(
    [visitors.A, visitors.B],
    [tomcat(1, '10.1.60', { [file]: contextXml }), tomcat(2, '10.1.60', { [file]: contextXml })],
    proxyTo('backserver', backserver),
  ),
  edits: [
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'kept', points: 2, plan, until, judge: judging(keepLoginsInStore) },
  ],
  predictions: [
    {
      id: 'crash',
      plan: [
        login(0, 'A'),
        visit(2000, 'A', '/whoami'),
        power(10_000, 'tomcat1', 'crash'),
        visit(15_000, 'A', '/whoami'),
      ],
      ask: 'login',
    },
    {
      id: 'stop',
      plan: [
        login(0, 'A'),
        visit(2000, 'A', '/whoami'),
        power(10_000, 'tomcat1', 'stop'),
        visit(25_000, 'A', '/whoami'),
      ],
      ask: 'login',
    },
  ],
} satisfies Exercise;
