import { type Exercise, webXml } from '../../../simulator/index.ts';
import { keptAndForgotten, starts } from '../../judge.ts';
import { guideLab, login, proxyTo, tomcat, visit, visitors } from '../../lab.ts';

const minutes = (count: number) => count * 60_000;

/** A clicks every eight minutes, for longer than any session lasts untouched; B walks away from a desk and somebody else sits down. */
const plan = [
  login(0, 'A'),
  login(100, 'B'),
  ...[8, 16, 24, 32].map((minute) => visit(minutes(minute), 'A', '/whoami')),
  visit(minutes(15), 'B', '/whoami'),
];
const until = minutes(33);
const file = 'conf/web.xml';

export default {
  id: 'one-tomcat/transfer',
  lab: guideLab([visitors.A, visitors.B], [tomcat(1, '7.0.69', { [file]: webXml })], proxyTo('127.0.0.1:8080')),
  edits: [{ host: 'tomcat1', file }],
  checks: [starts, ...keptAndForgotten({ plan, until }, ({ visitor }) => visitor === 'A')],
  predictions: [],
} satisfies Exercise;
