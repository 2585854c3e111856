import type { Exercise, Judgement, VisitStory } from '../../../simulator/index.ts';
import { BOOTED_AT } from '../../../simulator/index.ts';
import { allGetPages, broken, held, judging, keepLogins, pageOf, starts } from '../../judge.ts';
import { login, power, redisLab, visit, visitors } from '../../lab.ts';

/** A report that changes nothing and takes long. While it is worked on, A logs out, and B puts a book into the cart. */
const report = '/sleep?ms=10000';
const CRASH = 60_000;
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  visit(10_000, 'A', report),
  visit(10_300, 'B', report),
  visit(14_000, 'B', '/set?k=item&v=book'),
  visit(14_300, 'A', '/invalidate'),
  ...[30_000, 38_000].flatMap((at) => [visit(at, 'A', '/whoami'), visit(at + 300, 'B', '/attrs')]),
  power(CRASH, 'tomcat2', 'crash'),
  ...[61_000, 69_000].map((at) => visit(at, 'B', '/whoami')),
];
const until = 75_000;

const of = (name: string, path: string) => (one: VisitStory) => one.visitor === name && one.path === path;

/** Whoever has logged out is known to nobody. */
function staysOut(visits: VisitStory[]): Judgement {
  const left = visits.find(of('A', '/invalidate'));
  const back = visits.find((one) => left && one.at > left.at && of('A', '/whoami')(one) && one.login === 'logged-in');
  return back ? putBack(back, visits.find(of('A', report))) : held(visits);
}

/** What was put into the cart is in it. */
function bookStays(visits: VisitStory[]): Judgement {
  const put = visits.some(of('B', '/set?k=item&v=book'));
  const early = visits.filter(({ at }) => at < BOOTED_AT + CRASH);
  const known = keepLogins(early);
  if (!known.passed) return known;
  const without = early.filter(of('B', '/attrs')).find((look) => put && !pageOf(look).includes('item=book'));
  return without ? putBack(without, visits.find(of('B', report))) : held(visits);
}

/** The report wrote the session as it had been before, and a later look shows it. */
const putBack = (look: VisitStory, by = look): Judgement => ({
  ...broken('put-back', by, { shown: pageOf(look).replace(/ sid=.*/, '') }),
  evidence: [...by.notes, ...look.notes],
});

const file = 'conf/context.xml';

export default {
  id: 'races/transfer',
  lab: redisLab([visitors.A, visitors.B]),
  edits: [
    { host: 'nginx', file: 'nginx.conf' },
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 1, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'stays-out', points: 2, plan, until, judge: judging(staysOut) },
    { kind: 'run', id: 'book-stays', points: 2, plan, until, judge: judging(bookStays) },
    {
      kind: 'run',
      id: 'survives',
      points: 2,
      plan,
      until,
      judge: judging((visits) => keepLogins(visits.filter(({ at }) => at >= BOOTED_AT + CRASH))),
    },
  ],
  predictions: [],
} satisfies Exercise;
