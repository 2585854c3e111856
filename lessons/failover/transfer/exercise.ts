import {
  BOOTED_AT,
  type Exercise,
  type Judgement,
  type Lab,
  type Planned,
  type VisitStory,
} from '../../../simulator/index.ts';
import { allGetPages, broken, held, judging, keepLogins, starts } from '../../judge.ts';
import { guideLab, power, proxyTo, tomcat, visit } from '../../lab.ts';

/** One visitor on each of three servers, and a second one on the first, as ip_hash shares them out. */
const addresses = { A: '203.0.113.10', B: '198.18.7.9', C: '203.0.112.9', D: '192.0.2.42' };
const names = Object.keys(addresses);
const lab = guideLab(
  Object.entries(addresses).map(([name, address]) => ({ name, address, cookies: true })),
  [tomcat(1), tomcat(2), tomcat(3)],
);

const before = proxyTo(
  'backserver',
  `    upstream backserver {
        ip_hash;
        server localhost:8080;
        server localhost:8081;
        server localhost:8082;
    }

`,
);

const looksIn = (at: number) => names.map((name, i) => visit(at + i * 300, name, '/whoami'));
const takesFile = (at: number, text: string): Planned[] => [
  { at, action: { kind: 'edit', host: 'nginx', file: 'nginx.conf', text } },
  power(at, 'nginx', 'reload'),
];

/** All three serve; the learner's file is loaded; tomcat2 is switched off for an hour. */
const RELOAD = 10_000;
const plan = ({ nginx }: Lab): Planned[] => [
  ...takesFile(0, before),
  ...names.map((name, i) => visit(1000 + i * 300, name, `/login?user=${name}`)),
  ...[3000, 5000].flatMap(looksIn),
  ...takesFile(RELOAD, nginx.files['nginx.conf'] ?? ''),
  ...[11_000, 13_000].flatMap(looksIn),
  power(20_000, 'tomcat2', 'stop'),
  ...[30_000, 60_000, 1_800_000].flatMap(looksIn),
];
const until = 1_810_000;

const isBefore = ({ at }: VisitStory) => at < BOOTED_AT + RELOAD;

/** Those whom tomcat2 never served before it was to rest. */
function ofTheOthers(visits: readonly VisitStory[]): VisitStory[] {
  const moved = new Set(
    visits.filter(isBefore).flatMap(({ server, visitor }) => (server === 'tomcat2' ? [visitor] : [])),
  );
  return visits.filter(({ visitor }) => !moved.has(visitor));
}

/** nginx sends tomcat2 nothing, and does not even try. */
function isLeftAlone(visits: readonly VisitStory[]): Judgement {
  const after = visits.filter((visit) => !isBefore(visit));
  const asked = after.find(({ upstreamAddr }) => upstreamAddr.includes(':8081'));
  return asked ? broken('not-drained', asked) : held(after);
}

export default {
  id: 'failover/transfer',
  lab,
  edits: [{ host: 'nginx', file: 'nginx.conf' }],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'rests', points: 2, plan, until, judge: judging(isLeftAlone) },
    {
      kind: 'run',
      id: 'others-stay',
      points: 2,
      plan,
      until,
      judge: judging((visits) => keepLogins(ofTheOthers(visits))),
    },
  ],
  predictions: [],
} satisfies Exercise;
