import type { Beat } from '../beats.ts';
import { login, power, visit } from '../lab.ts';

export default [
  { id: 'folder', minutes: 4, from: 'start', plan: [login(0, 'A'), visit(4000, 'A', '/whoami')], lasts: 8000 },
  {
    id: 'crash',
    minutes: 5,
    plan: [power(0, 'tomcat1', 'crash'), visit(2000, 'A', '/whoami')],
    lasts: 8000,
    vote: 'crash',
  },
  {
    id: 'stop',
    minutes: 4,
    plan: [
      power(0, 'tomcat1', 'start'),
      login(12_000, 'A'),
      power(18_000, 'tomcat1', 'stop'),
      visit(30_000, 'A', '/whoami'),
    ],
    lasts: 34_000,
    vote: 'stop',
  },
  { id: 'when', minutes: 3, plan: [visit(0, 'A', '/whoami')], lasts: 4000 },
  { id: 'exercise', minutes: 4, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
