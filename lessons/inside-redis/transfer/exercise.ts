import { BOOTED_AT, type Exercise, webXml } from '../../../simulator/index.ts';
import { keptAndForgotten, starts } from '../../judge.ts';
import { login, redisContext, redisLab, visit, visitors } from '../../lab.ts';

const minutes = (count: number) => count * 60_000;

/**
 * A clicks every eight minutes; B goes away and comes back after a quarter of an hour, and in the end so does A. His session
 * began in tomcat1 and B's in tomcat2: both have to know the time.
 */
const RETURN = minutes(47);
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...[8, 16, 24, 32].map((minute) => visit(minutes(minute), 'A', '/whoami')),
  visit(minutes(15), 'B', '/whoami'),
  visit(RETURN, 'A', '/whoami'),
];
const until = minutes(48);
const files = { 'conf/context.xml': redisContext, 'conf/web.xml': webXml };

export default {
  id: 'inside-redis/transfer',
  lab: redisLab([visitors.A, visitors.B], files),
  edits: ['tomcat1', 'tomcat2'].flatMap((host) => Object.keys(files).map((file) => ({ host, file }))),
  checks: [
    starts,
    ...keptAndForgotten({ plan, until }, ({ visitor, at }) => visitor === 'A' && at < BOOTED_AT + RETURN),
  ],
  predictions: [],
} satisfies Exercise;
