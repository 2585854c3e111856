import { contextXml, type Exercise, webXml } from '../../../simulator/index.ts';
import { keptAndForgotten, starts } from '../../judge.ts';
import { guideLab, login, power, proxyTo, tomcat, visit, visitors } from '../../lab.ts';

const minutes = (count: number) => count * 60_000;

/** The shop is closed for three quarters of an hour; A goes on when it is open again, B comes back in the evening. */
const plan = [
  login(0, 'A'),
  login(100, 'B'),
  visit(minutes(1), 'A', '/whoami'),
  power(minutes(2), 'tomcat1', 'stop'),
  power(minutes(47), 'tomcat1', 'start'),
  visit(minutes(48), 'A', '/whoami'),
  visit(minutes(600), 'B', '/whoami'),
];
const until = minutes(601);
const files = { 'conf/context.xml': contextXml, 'conf/web.xml': webXml };

export default {
  id: 'restart/transfer',
  lab: guideLab([visitors.A, visitors.B], [tomcat(1, '10.1.60', files)], proxyTo('127.0.0.1:8080')),
  edits: Object.keys(files).map((file) => ({ host: 'tomcat1', file })),
  checks: [starts, ...keptAndForgotten({ plan, until }, ({ visitor }) => visitor === 'A')],
  predictions: [],
} satisfies Exercise;
