import type { Beat, Outcome } from '../beats.ts';
import { login, power, visit } from '../lab.ts';

const page = ({ visits }: Outcome) => visits.at(-1);

export default [
  { id: 'empty', minutes: 2, from: 'start', plan: [login(0, 'A'), login(4000, 'B')], lasts: 8000 },
  {
    id: 'crash',
    minutes: 3,
    plan: [power(0, 'tomcat1', 'crash'), visit(2000, 'A', '/whoami')],
    lasts: 6000,
    vote: {
      known: (outcome) => page(outcome)?.login === 'login-kept',
      forgotten: (outcome) => page(outcome)?.login === 'login-lost',
      'bad-gateway': (outcome) => page(outcome)?.status === 502,
    },
  },
  { id: 'build', minutes: 15, plan: [], lasts: 0 },
  { id: 'counterexample', minutes: 5, plan: [], lasts: 0 },
  { id: 'again', minutes: 15, plan: [], lasts: 0 },
  { id: 'designs', minutes: 5, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
