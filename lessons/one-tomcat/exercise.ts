import { type Exercise, webXml } from '../../simulator/index.ts';
import { keptAndForgotten, starts } from '../judge.ts';
import { guideLab, login, proxyTo, tomcat, visit, visitors } from '../lab.ts';

const minutes = (count: number) => count * 60_000;

/** A reads for twenty minutes and comes back; B leaves, and opens the shop again three hours later. */
const plan = [
  login(0, 'A'),
  login(100, 'B'),
  visit(1000, 'A', '/whoami'),
  visit(minutes(20), 'A', '/whoami'),
  visit(minutes(180), 'B', '/whoami'),
];
const until = minutes(181);

export default {
  id: 'one-tomcat',
  lab: guideLab(
    [visitors.A, visitors.B],
    [tomcat(1, '10.1.60', { 'conf/web.xml': webXml })],
    proxyTo('127.0.0.1:8080'),
  ),
  edits: [{ host: 'tomcat1', file: 'conf/web.xml' }],
  checks: [starts, ...keptAndForgotten({ plan, until }, ({ visitor }) => visitor === 'A')],
  predictions: [{ id: 'two-minutes', plan: [login(0, 'A'), visit(minutes(2), 'A', '/whoami')], ask: 'login' }],
} satisfies Exercise;
