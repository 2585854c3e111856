import { contextXml, type Exercise, type Judgement, type Note, type VisitStory } from '../../simulator/index.ts';
import { allGetPages, judging, keepLogins, type Mistake, starts } from '../judge.ts';
import { guideLab, login, power, proxyTo, tomcat, visit, visitors } from '../lab.ts';

/** The guide's own upstream, as the lesson on failover left it. */
const backserver = `    upstream backserver {
        ip_hash;
        server localhost:8080;
        server localhost:8081;
    }

`;

/** A and B log in, look at a page and then read for six minutes; the Tomcat of A dies; both go on. */
const CRASH = 400_000;
const plan = [
  login(0, 'A'),
  login(100, 'B'),
  visit(30_000, 'A', '/whoami'),
  visit(30_100, 'B', '/whoami'),
  power(CRASH, 'tomcat1', 'crash'),
  ...[5000, 10_000, 15_000].flatMap((later) => [
    visit(CRASH + later, 'A', '/whoami'),
    visit(CRASH + later + 100, 'B', '/whoami'),
  ]),
];
const until = CRASH + 20_000;

/** Why a login was lost: no copy was ever made, or it lay where only the dead Tomcat looks. */
function mistakeIn(notes: readonly Note[]): Mistake {
  const stored = notes.filter((note) => note.kind === 'session-stored');
  if (stored.length === 0) return 'never-stored';
  return stored.some(({ file }) => !file.startsWith('/')) ? 'own-folder' : 'login-lost';
}

const keepLoginsInStore = (visits: readonly VisitStory[], notes: readonly Note[]): Judgement =>
  keepLogins(visits, mistakeIn(notes));

const file = 'conf/context.xml';

export default {
  id: 'shared-store',
  lab: guideLab(
    [visitors.A, visitors.B],
    [tomcat(1, '10.1.60', { [file]: contextXml }), tomcat(2, '10.1.60', { [file]: contextXml })],
    proxyTo('backserver', backserver),
  ),
  edits: [
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'kept', points: 2, plan, until, judge: judging(keepLoginsInStore) },
  ],
  predictions: [],
} satisfies Exercise;
