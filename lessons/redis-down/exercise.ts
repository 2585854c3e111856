import type { Exercise, LabVisitor, VisitStory } from '../../simulator/index.ts';
import { broken, held, judging, starts } from '../judge.ts';
import { login, power, redisLab, visit, visitors } from '../lab.ts';
import { after, before, keepAll, looksIn } from './check.ts';

/** A program that follows every link and keeps no cookies: each of its visits leaves a session behind. */
const robot: LabVisitor = { name: 'R', address: '198.51.100.9', cookies: false };

/** B logs in, and a moment later Redis dies. It is started again; then both look in, so that each meets both Tomcats. */
const CRASH = 10_000;
const BACK = 12_000;
const killed = [
  login(0, 'A'),
  ...[1000, 1200, 1400, 1600].map((at) => visit(at, 'A', '/whoami')),
  // Four at once: each Tomcat opens a second connection to Redis.
  ...Array.from({ length: 4 }, () => visit(3000, 'A', '/whoami')),
  login(CRASH - 300, 'B'),
  power(CRASH, 'redis', 'crash'),
  power(BACK, 'redis', 'start'),
  ...[14_000, 15_000, 16_000].flatMap(looksIn),
];

/** A and B log in, the robot comes by, then both look in. */
const ROBOT = 3000;
const flooded = [
  login(0, 'A'),
  login(200, 'B'),
  ...looksIn(1000),
  ...Array.from({ length: 90 }, (_, i) => visit(ROBOT + i * 50, robot.name, '/index')),
  ...looksIn(15_000),
];
const until = 20_000;

/** As in the lesson: A is known to both Tomcats, and Redis is killed and started behind everybody's back. */
const loggedIn = [login(0, 'A'), visit(8000, 'A', '/whoami'), visit(16_000, 'A', '/whoami')];
const restarted = [power(25_000, 'redis', 'crash'), power(26_000, 'redis', 'start')];

/** Whoever asks before the crash, or once Redis is back, gets a page. */
function allGetPages(visits: VisitStory[]) {
  const asked = [...visits.filter(before(CRASH)), ...visits.filter(after(BACK))];
  const failed = asked.find(({ status }) => status !== 200);
  if (!failed) return held(asked);
  if (failed.status !== 500) return broken('no-answer', failed);
  return broken(after(BACK)(failed) ? 'stale-connection' : 'server-error', failed);
}

export default {
  id: 'redis-down',
  lab: redisLab([visitors.A, visitors.B, robot]),
  edits: [
    { host: 'redis', file: 'redis.conf' },
    { host: 'tomcat1', file: 'conf/context.xml' },
    { host: 'tomcat2', file: 'conf/context.xml' },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan: killed, until, judge: judging(allGetPages) },
    {
      kind: 'run',
      id: 'survive',
      points: 3,
      plan: killed,
      until,
      judge: keepAll(CRASH, 'not-on-disk'),
    },
    {
      kind: 'run',
      id: 'crowd',
      points: 3,
      plan: flooded,
      until,
      judge: keepAll(ROBOT, 'evicted'),
    },
  ],
  predictions: [
    { id: 'first-page', plan: [...loggedIn, ...restarted, visit(28_000, 'A', '/whoami')], ask: 'status' },
    {
      id: 'third-page',
      plan: [...loggedIn, ...restarted, ...[28_000, 35_000, 42_000].map((at) => visit(at, 'A', '/whoami'))],
      ask: 'login',
    },
  ],
} satisfies Exercise;
