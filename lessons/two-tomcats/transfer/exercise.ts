import type { Exercise } from '../../../simulator/index.ts';
import { allGetPages, allServe, judging, starts } from '../../judge.ts';
import { guideLab, tomcat, visit, visitors } from '../../lab.ts';

/** Two visitors open nine pages each, of three kinds, one after the other. */
const paths = ['/index', '/whoami', '/count'];
const plan = Array.from({ length: 9 }, (_, i) => {
  const path = paths[i % paths.length] ?? '/';
  return [visit(i * 1000, 'A', path), visit(i * 1000 + 500, 'B', path)];
}).flat();
const until = 10_000;

const all = ['tomcat1', 'tomcat2', 'tomcat3'];

export default {
  id: 'two-tomcats/transfer',
  lab: guideLab([visitors.A, visitors.B], [tomcat(1), tomcat(2), tomcat(3)]),
  edits: [{ host: 'nginx', file: 'nginx.conf' }],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'all-work', points: 2, plan, until, judge: judging((visits) => allServe(visits, all)) },
  ],
  predictions: [],
} satisfies Exercise;
