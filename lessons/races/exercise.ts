import type { Exercise, Judgement, VisitStory } from '../../simulator/index.ts';
import { BOOTED_AT } from '../../simulator/index.ts';
import { allGetPages, broken, held, judging, keepLogins, pageOf, starts } from '../judge.ts';
import { login, power, redisLab, visit, visitors } from '../lab.ts';

/** Both visitors order in one tab, which takes ten seconds, and in another put a book into the cart meanwhile. */
const order = '/set?k=order&v=1001&slow=10000';
const book = '/set?k=item&v=book';

/** So long after the tabs that whoever backs sessions up by the clock has done so. */
const CRASH = 110_000;
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  visit(10_000, 'A', order),
  visit(10_300, 'B', order),
  visit(14_000, 'B', book),
  visit(14_300, 'A', book),
  ...[30_000, 38_000].flatMap((at) => [visit(at, 'A', '/attrs'), visit(at + 300, 'B', '/attrs')]),
  power(CRASH, 'tomcat1', 'crash'),
  ...[111_000, 119_000].flatMap((at) => [visit(at, 'A', '/whoami'), visit(at + 300, 'B', '/whoami')]),
];
const until = 125_000;

const before = (visits: VisitStory[]) => visits.filter(({ at }) => at < BOOTED_AT + CRASH);
const after = (visits: VisitStory[]) => visits.filter(({ at }) => at >= BOOTED_AT + CRASH);

/** What each tab did is in the session afterwards; where it is not, the other tab's request wrote over it. */
function keepBoth(visits: VisitStory[]): Judgement {
  const known = keepLogins(visits);
  if (!known.passed) return known;
  for (const look of visits.filter(({ path }) => path === '/attrs')) {
    const later = wroteOver(look, visits);
    if (!later) continue;
    const shown = pageOf(look).replace(/ sid=.*/, '');
    return { ...broken('update-lost', later, { shown }), evidence: [...later.notes, ...look.notes] };
  }
  return held(visits);
}

function wroteOver(look: VisitStory, visits: VisitStory[]): VisitStory | undefined {
  const tab = (path: string) => visits.find((one) => one.visitor === look.visitor && one.path === path);
  const page = pageOf(look);
  if (tab(book) && !page.includes('item=book')) return tab(order);
  if (tab(order) && !page.includes('order=1001')) return tab(book);
  return undefined;
}

const file = 'conf/context.xml';

export default {
  id: 'races',
  lab: redisLab([visitors.A, visitors.B]),
  edits: [
    { host: 'nginx', file: 'nginx.conf' },
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 1, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'both-kept', points: 3, plan, until, judge: judging((visits) => keepBoth(before(visits))) },
    { kind: 'run', id: 'survives', points: 2, plan, until, judge: judging((visits) => keepLogins(after(visits))) },
  ],
  predictions: [
    {
      id: 'logout-meanwhile',
      plan: [login(0, 'A'), visit(8000, 'A', order), visit(12_000, 'A', '/invalidate'), visit(30_000, 'A', '/whoami')],
      ask: 'login',
    },
  ],
} satisfies Exercise;
