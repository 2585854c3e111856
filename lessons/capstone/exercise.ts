import { type AlwaysCheck, contextXml, type Exercise, redisConf, webappSources } from '../../simulator/index.ts';
import { allGetPages, allServe, judging, keepLogins, shopFailed, starts } from '../judge.ts';
import { guideLab, login, power, redisManagerJars, tomcat, visit, visitors } from '../lab.ts';

const names = ['A', 'B'];
const looksIn = (at: number) => names.map((name, i) => visit(at + i * 300, name, '/whoami'));

/** Everybody meets every server; then one after the other dies and comes back, while the visitors go on. */
const CRASHES = [10_000, 60_000] as const;
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  ...[2000, 3000, 4000, 5000].flatMap(looksIn),
  power(CRASHES[0], 'tomcat1', 'crash'),
  ...[11_000, 12_000, 30_000].flatMap(looksIn),
  power(40_000, 'tomcat1', 'start'),
  ...[52_000, 53_000, 54_000, 55_000].flatMap(looksIn),
  power(CRASHES[1], 'tomcat2', 'crash'),
  ...[61_000, 62_000, 90_000].flatMap(looksIn),
];
const until = 95_000;

const context = 'conf/context.xml';
const item = 'webapps/ROOT/WEB-INF/classes/demo/Item.java';
const tomcats = (jars: Record<string, string>) =>
  ([1, 2] as const).map((nth) =>
    tomcat(nth, '7.0.69', {
      [context]: contextXml,
      ...webappSources(['demo/Cart.java', 'demo/Item.java']),
      ...jars,
    }),
  );

/** Logs in, gets a cart, looks whether it is still there. */
const shops = (user: string) => [`/login?user=${user}`, '/put?class=Cart&k=cart', '/attrs'].map((path) => ({ path }));

/**
 * A kill -9 at any moment, in the middle of a request as well. What can be asked for: the manager saves a session in its Valve,
 * after the servlet and before Tomcat sends the page, and all of the demo's pages fit into the buffer that is sent then. So
 * a page that a visitor has seen is one whose session is stored. When a Tomcat dies earlier, the visitor has seen nothing, and
 * nginx asks the other one again: every page of the demo is got by GET. At worst a session that nobody has the cookie of
 * stays behind.
 */
const anyMoment: AlwaysCheck = {
  kind: 'always',
  id: 'any-moment',
  points: 3,
  visits: { A: shops('zhang'), B: shops('li') },
  faults: [
    { kind: 'power', host: 'tomcat1', event: 'crash' },
    { kind: 'power', host: 'tomcat2', event: 'crash' },
  ],
  atMost: 1,
  limit: 50_000,
  broken: shopFailed,
  reaches: (notes, _, struck) => struck > 0 && notes.some(({ kind }) => kind === 'login-kept'),
};

export default {
  id: 'capstone',
  lab: {
    ...guideLab([visitors.A, visitors.B], tomcats({})),
    redis: { version: '3.2.1', files: { 'redis.conf': redisConf } },
    terminals: { count: 2, redis: 'absent' },
  },
  graded: { tomcats: tomcats(redisManagerJars), terminals: { count: 1, redis: 'running' } },
  edits: [
    { host: 'nginx', file: 'nginx.conf' },
    { host: 'redis', file: 'redis.conf' },
    ...['tomcat1', 'tomcat2'].flatMap((host) => [context, item].map((file) => ({ host, file }))),
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
      judge: judging((visits) => allServe(visits, ['tomcat1', 'tomcat2'])),
    },
    { kind: 'run', id: 'kept', points: 2, plan, until, judge: judging((visits) => keepLogins(visits)) },
    anyMoment,
  ],
  predictions: [],
} satisfies Exercise;
