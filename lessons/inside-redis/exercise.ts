import { contextXml, type Exercise, webXml } from '../../simulator/index.ts';
import { allGetPages, areForgotten, judging, keepLogins } from '../judge.ts';
import { guideLab, login, proxyTo, redisManagerJars, takingTurns, tomcat, visit, visitors } from '../lab.ts';

const seconds = (count: number) => count * 1000;

/** A keeps clicking, with 40 seconds between; B goes away after the login and comes back two and a half minutes later. */
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...[40, 80, 120].map((s) => visit(seconds(s), 'A', '/whoami')),
  visit(seconds(150), 'B', '/whoami'),
];
const until = seconds(160);

/** The guide's own two elements, without a password. */
const guideElements = `    <Valve className="com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve" />
    <Manager className="com.orangefunction.tomcat.redissessions.RedisSessionManager"
             host="localhost"
             port="6379"
             database="0"
             maxInactiveInterval="60" />
`;
const context = contextXml.replace('</Context>', `${guideElements}</Context>`);
const file = 'conf/web.xml';

export default {
  id: 'inside-redis',
  lab: {
    ...guideLab(
      [visitors.A, visitors.B],
      ([1, 2] as const).map((nth) =>
        tomcat(nth, '7.0.69', { 'conf/context.xml': context, [file]: webXml, ...redisManagerJars }),
      ),
      proxyTo('backserver', takingTurns),
    ),
    redis: { version: '3.2.1', files: { 'redis.conf': 'bind 127.0.0.1\nport 6379\n' } },
    terminals: { count: 1, redis: 'running' },
  },
  edits: [
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    { kind: 'run', id: 'pages', plan, until, judge: judging(allGetPages) },
    {
      kind: 'run',
      id: 'kept',
      plan,
      until,
      judge: judging((visits) => keepLogins(visits.filter(({ visitor }) => visitor === 'A'))),
    },
    {
      kind: 'run',
      id: 'forgotten',
      plan,
      until,
      judge: judging((visits) => areForgotten(visits.filter(({ visitor }) => visitor === 'B'))),
    },
  ],
} satisfies Exercise;
