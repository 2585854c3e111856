import { BOOTED_AT, type Exercise, webXml } from '../../simulator/index.ts';
import { keptAndForgotten, starts } from '../judge.ts';
import { login, redisLab, visit, visitors } from '../lab.ts';

const seconds = (count: number) => count * 1000;

/**
 * A keeps clicking, with 40 seconds between; B goes away after the login and comes back two and a half minutes later, and in
 * the end so does A. His session began in tomcat1 and B's in tomcat2: both have to know the time.
 */
const RETURN = seconds(270);
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...[40, 80, 120].map((s) => visit(seconds(s), 'A', '/whoami')),
  visit(seconds(150), 'B', '/whoami'),
  visit(RETURN, 'A', '/whoami'),
];
const until = seconds(280);

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
    ...keptAndForgotten({ plan, until }, ({ visitor, at }) => visitor === 'A' && at < BOOTED_AT + RETURN),
  ],
  predictions: [{ id: 'five-minutes', plan: [login(0, 'A'), visit(seconds(300), 'A', '/whoami')], ask: 'login' }],
} satisfies Exercise;
