import type { Exercise, Judgement, VisitStory } from '../../simulator/index.ts';
import { webappSources } from '../../simulator/index.ts';
import { allServe, broken, judging, pageOf, starts } from '../judge.ts';
import { login, power, redisLab, visit, visitors } from '../lab.ts';
import { END, nobodyWaits, nothingIsLost, orders, trafficDuring, until } from './traffic.ts';

const source = 'WEB-INF/classes/demo/User.java';
const old = webappSources(['demo/User.java']);

/** The release: a User has an e-mail address as well. */
const fresh = (old[`webapps/ROOT/${source}`] ?? '')
  .replace('    private int age;\n', '    private int age;\n    private String email;\n')
  .replace('this.age = age;', 'this.age = age;\n        this.email = name + "@shop.example";')
  .replace('+ age + ")"', '+ age + "," + email + ")"');

/** In the end both visitors try what is new, on both Tomcats. */
const put = '/put?class=User&k=me';
const plan = trafficDuring(
  'update.sh',
  ['A', 'A', 'B', 'B'].map((name, i) => visit(END + i * 500, name, put)),
);

/** A has met both Tomcats; the next turn is tomcat1's. */
const bothMet = [login(0, 'A'), visit(8000, 'A', '/whoami')];

/** In the end both Tomcats take part, and both run what is new. */
function isReleased(visits: VisitStory[]): Judgement {
  const last = visits.filter(({ path }) => path === put);
  const failed = last.find(({ status }) => status !== 200);
  if (failed) return nothingIsLost([failed]);
  const behind = last.find((one) => !pageOf(one).includes('@shop.example'));
  return behind ? broken('old-version', behind) : allServe(last, ['tomcat1', 'tomcat2']);
}

export default {
  id: 'rolling-update',
  lab: redisLab([visitors.A, visitors.B], { ...old, [`v2/${source}`]: fresh }),
  edits: [
    { host: 'nginx', file: 'nginx.conf' },
    { host: 'nginx', file: 'update.sh' },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'released', points: 2, plan, until, judge: judging(isReleased) },
    { kind: 'run', id: 'nothing-lost', points: 4, plan, until, judge: judging(nothingIsLost) },
    { kind: 'run', id: 'nobody-waits', points: 2, plan, until, judge: judging(nobodyWaits) },
  ],
  predictions: [
    {
      id: 'order',
      plan: [
        ...bothMet,
        visit(16_000, 'B', '/sleep?ms=20000'),
        visit(17_000, 'A', '/whoami'),
        power(22_000, 'tomcat1', 'stop'),
        ...orders(22_050).slice(0, 1),
      ],
      ask: 'status',
    },
    {
      id: 'early',
      plan: [
        ...bothMet,
        power(16_000, 'tomcat1', 'stop'),
        power(18_000, 'tomcat1', 'start'),
        visit(19_000, 'A', '/whoami'),
      ],
      ask: 'server',
    },
  ],
} satisfies Exercise;
