import type { Exercise } from '../../simulator/index.ts';
import { allGetPages, allServe, judging, starts } from '../judge.ts';
import { guideLab, login, visit, visitors } from '../lab.ts';

/** Two visitors open six pages each, of three kinds, one after the other. */
const paths = ['/index', '/whoami', '/count'];
const plan = Array.from({ length: 6 }, (_, i) => {
  const path = paths[i % paths.length] ?? '/';
  return [visit(i * 1000, 'A', path), visit(i * 1000 + 500, 'B', path)];
}).flat();
const until = 10_000;

export default {
  id: 'two-tomcats',
  lab: guideLab([visitors.A, visitors.B]),
  edits: [{ host: 'nginx', file: 'nginx.conf' }],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    {
      kind: 'run',
      id: 'both-work',
      points: 2,
      plan,
      until,
      judge: judging((visits) => allServe(visits, ['tomcat1', 'tomcat2'])),
    },
  ],
  predictions: [
    { id: 'first-page', plan: [visit(0, 'A', '/index')], ask: 'status' },
    { id: 'comes-and-goes', plan: [login(0, 'A'), visit(1000, 'A', '/whoami')], ask: 'login' },
  ],
} satisfies Exercise;
