import { contextXml, type Exercise } from '../../../simulator/index.ts';
import { allGetPages, judging, starts } from '../../judge.ts';
import { guideLab, login, power, proxyTo, tomcat, visit, visitors } from '../../lab.ts';
import { backserver, keepLoginsInStore } from '../store.ts';

const names = ['A', 'B'];
const looksIn = (at: number) => names.map((name, i) => visit(at + i * 100, name, '/whoami'));

/** Everybody is busy up to the moment when tomcat1 is stopped as it should be. It stays off. */
const STOP = 10_000;
const plan = [
  ...names.map((name, i) => login(i * 100, name)),
  ...[2000, 5000, 9000].flatMap(looksIn),
  power(STOP, 'tomcat1', 'stop'),
  ...[25_000, 30_000, 35_000].flatMap(looksIn),
];
const until = 40_000;
const file = 'conf/context.xml';

export default {
  id: 'shared-store/transfer',
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
    { kind: 'run', id: 'kept', points: 3, plan, until, judge: judging(keepLoginsInStore) },
  ],
  predictions: [],
} satisfies Exercise;
