import type { Exercise, Planned } from '../../../simulator/index.ts';
import { allGetPages, judging, starts } from '../../judge.ts';
import { login, redisLab, visitors } from '../../lab.ts';
import { keepAll, looksIn } from '../check.ts';

/** The catalogue's pages, which another program has begun to keep in the same Redis: four kilobytes each, for ever. */
const FILL = 3000;
const cached = Array.from(
  { length: 60 },
  (_, i): Planned => ({
    at: FILL + i * 100,
    action: { kind: 'redis-cli', host: 'redis', argv: ['SET', `page:${i}`, 'x'.repeat(4096)] },
  }),
);

const plan = [login(0, 'A'), login(200, 'B'), ...looksIn(1000), ...cached, ...[15_000, 30_000].flatMap(looksIn)];
const until = 35_000;

const file = 'conf/context.xml';

export default {
  id: 'redis-down/transfer',
  lab: redisLab([visitors.A, visitors.B]),
  edits: [
    { host: 'redis', file: 'redis.conf' },
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 1, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'kept', points: 3, plan, until, judge: keepAll(FILL, 'evicted') },
  ],
  predictions: [],
} satisfies Exercise;
