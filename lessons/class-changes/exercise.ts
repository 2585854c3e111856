import type { Exercise, Judgement, VisitStory } from '../../simulator/index.ts';
import { allGetPages, broken, held, judging, keepLogins, pageOf, starts } from '../judge.ts';
import { login, power, redisLab, visit, visitors } from '../lab.ts';

const put = (at: number, name: string) => visit(at, name, '/put?class=User&k=me');
const look = (at: number, name: string) => visit(at, name, '/attrs');

/** A's object comes from the old version and B's from the new one; each is read by both; then the old one goes. */
const CRASH = 10_000;
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  put(1000, 'A'),
  put(1500, 'B'),
  look(2000, 'B'),
  look(2500, 'A'),
  look(3000, 'A'),
  look(3500, 'B'),
  power(CRASH, 'tomcat1', 'crash'),
  look(CRASH + 1000, 'A'),
  look(CRASH + 1500, 'B'),
];
const until = CRASH + 5000;

const shownIn = (one: VisitStory) => /\bme=(.*?)(?:, user=[^,}]*)?\}? sid=/.exec(pageOf(one))?.[1];

/** Whichever version shows an object, name and age are those with which it was made. */
function keepValues(visits: readonly VisitStory[]): Judgement {
  for (const one of visits) {
    if (one.login === 'login-lost') return broken('login-lost', one);
    if (one.status !== 200) return allGetPages(visits);
    const shown = shownIn(one);
    if (shown !== undefined && !/\bzhang\b.*\b20\b/.test(shown)) return broken('value-lost', one, { shown });
  }
  return held(visits);
}

/** The new version is no longer what the old one is: its objects show more. */
function isNew(visits: readonly VisitStory[]): Judgement {
  const [old, fresh] = visits.filter(({ path }) => path.startsWith('/put'));
  if (!old || !fresh || old.status !== 200 || fresh.status !== 200) return allGetPages(visits);
  const shown = shownIn(fresh) ?? '';
  return shown === shownIn(old) ? broken('field-gone', fresh, { shown }) : held([old, fresh]);
}

const file = 'webapps/ROOT/WEB-INF/classes/demo/User.java';

export default {
  id: 'class-changes',
  lab: redisLab([visitors.A, visitors.B]),
  edits: [
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'kept', points: 2, plan, until, judge: judging((visits) => keepLogins(visits)) },
    { kind: 'run', id: 'values', points: 2, plan, until, judge: judging(keepValues) },
    { kind: 'run', id: 'new', points: 2, plan, until, judge: judging(isNew) },
  ],
  predictions: [],
} satisfies Exercise;
