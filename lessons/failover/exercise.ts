import type { Exercise, Planned, VisitStory } from '../../simulator/index.ts';
import { BOOTED_AT } from '../../simulator/index.ts';
import { allGetPages, allServe, judging, keepLogins, starts } from '../judge.ts';
import { guideLab, login, power, visit, visitors } from '../lab.ts';

const names = ['A', 'B'];

/** Two requests of everybody, in one order and in the other: taking turns must not look like sticking. */
const looksIn = (at: number): Planned[] => [
  ...names.map((name, i) => visit(at + i * 100, name, '/whoami')),
  ...names.toReversed().map((name, i) => visit(at + 200 + i * 100, name, '/whoami')),
];
const logsIn = (at: number): Planned[] => names.map((name, i) => login(at + i * 100, name));

/** tomcat1 dies at 4 s and is started again at 8 s; then everybody looks in for twenty minutes. */
const CRASH = 4000;
const COMEBACK = 8000;
const plan = [
  ...logsIn(0),
  ...[1000, 2000, 3000].flatMap(looksIn),
  power(CRASH, 'tomcat1', 'crash'),
  ...looksIn(5000),
  ...logsIn(6000),
  power(COMEBACK, 'tomcat1', 'start'),
  ...[20, 25, 30, 40, 60, ...Array.from({ length: 19 }, (_, minute) => 60 * (minute + 2))].flatMap((s) =>
    looksIn(s * 1000),
  ),
];
const until = 1_210_000;

/** The first page after the crash of the server that one is on. */
const afterCrash = [login(0, 'A'), power(1000, 'tomcat1', 'crash'), visit(2000, 'A', '/whoami')];

const before = (time: number) => (visit: VisitStory) => visit.at < BOOTED_AT + time;
const after = (time: number) => (visit: VisitStory) => visit.at >= BOOTED_AT + time;

/** Everybody's visits until the crash, then only of those whom the dying Tomcat had never served. */
function ofTheUnharmed(visits: VisitStory[]): VisitStory[] {
  const earlier = visits.filter(before(CRASH));
  const harmed = new Set(earlier.flatMap(({ server, visitor }) => (server === 'tomcat1' ? [visitor] : [])));
  return [...earlier, ...visits.filter(after(CRASH)).filter(({ visitor }) => !harmed.has(visitor))];
}

export default {
  id: 'failover',
  lab: guideLab([visitors.A, visitors.B]),
  edits: [{ host: 'nginx', file: 'nginx.conf' }],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    {
      kind: 'run',
      id: 'others-unharmed',
      points: 2,
      plan,
      until,
      judge: judging((visits) => keepLogins(ofTheUnharmed(visits))),
    },
    {
      kind: 'run',
      id: 'lost-once',
      points: 2,
      plan,
      until,
      judge: judging((visits) => keepLogins(visits.filter(after(COMEBACK)), 'comeback-flap')),
    },
    {
      kind: 'run',
      id: 'both-work',
      points: 2,
      plan,
      until,
      judge: judging((visits) => allServe(visits.filter(before(CRASH)), ['tomcat1', 'tomcat2'])),
    },
  ],
  predictions: [
    { id: 'status', plan: afterCrash, ask: 'status' },
    { id: 'login', plan: afterCrash, ask: 'login' },
  ],
} satisfies Exercise;
