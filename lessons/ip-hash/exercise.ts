import type { Exercise } from '../../simulator/index.ts';
import { allGetPages, allServe, judging, keepLogins, starts } from '../judge.ts';
import { guideLab, login, visit, visitors } from '../lab.ts';

const names = ['A', 'B', 'C'];

/** Everybody logs in and comes back five times; who is first differs from round to round. */
const plan = [
  ...names.map((name, i) => login(i * 300, name)),
  ...Array.from({ length: 5 }, (_, round) =>
    names.map((_, i) => visit(1000 * (round + 1) + i * 300, names[(i + round) % 3] ?? 'A', '/whoami')),
  ).flat(),
];
const until = 10_000;

export default {
  id: 'ip-hash',
  lab: guideLab([visitors.A, visitors.B, visitors.C]),
  edits: [{ host: 'nginx', file: 'nginx.conf' }],
  checks: [
    starts,
    { kind: 'run', id: 'keeps-logins', points: 2, plan, until, judge: judging((visits) => keepLogins(visits)) },
    {
      kind: 'run',
      id: 'both-work',
      points: 2,
      plan,
      until,
      judge: judging((visits) => allServe(visits, ['tomcat1', 'tomcat2'])),
    },
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
  ],
  predictions: [
    { id: 'next-door', plan: [login(0, 'A'), login(1000, 'C'), visit(2000, 'C', '/whoami')], ask: 'server' },
    {
      id: 'comes-back',
      plan: [...names.map((name, i) => login(i * 300, name)), visit(2000, 'A', '/whoami')],
      ask: 'login',
    },
  ],
} satisfies Exercise;
