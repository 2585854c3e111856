import { contextXml, type Exercise } from '../../simulator/index.ts';
import { allGetPages, judging, keepLogins, starts } from '../judge.ts';
import { guideLab, login, power, proxyTo, tomcat, visit, visitors } from '../lab.ts';

/** Each visitor has a shop of his own: A an old one, B a new one. */
const twoShops = `    upstream old {
        server 127.0.0.1:8080;
    }

    upstream new {
        server 127.0.0.1:8081;
    }

    map $remote_addr $shop {
        ${visitors.A.address}  old;
        default       new;
    }

`;

/** Both shops are stopped as one should, and started again. */
const stopped = [
  login(0, 'A'),
  login(100, 'B'),
  power(2000, 'tomcat1', 'stop'),
  power(2000, 'tomcat2', 'stop'),
  power(10_000, 'tomcat1', 'start'),
  power(10_000, 'tomcat2', 'start'),
];

/** Everybody comes back; then the new shop is stopped a second time. */
const plan = [
  ...stopped,
  visit(20_000, 'A', '/whoami'),
  visit(20_100, 'B', '/whoami'),
  power(22_000, 'tomcat2', 'stop'),
  power(30_000, 'tomcat2', 'start'),
  visit(40_000, 'B', '/whoami'),
];
const until = 45_000;

export default {
  id: 'restart',
  lab: guideLab(
    [visitors.A, visitors.B],
    [tomcat(1, '7.0.69'), tomcat(2, '10.1.60', { 'conf/context.xml': contextXml })],
    proxyTo('$shop', twoShops),
  ),
  edits: [{ host: 'tomcat2', file: 'conf/context.xml' }],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'kept', points: 2, plan, until, judge: judging((visits) => keepLogins(visits)) },
  ],
  predictions: [
    { id: 'old', plan: [...stopped, visit(20_000, 'A', '/whoami')], ask: 'login' },
    { id: 'new', plan: [...stopped, visit(20_000, 'B', '/whoami')], ask: 'login' },
  ],
} satisfies Exercise;
