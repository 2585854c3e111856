import type { Beat, Outcome } from '../beats.ts';
import { login, power, visit } from '../lab.ts';

const page = ({ visits }: Outcome) => visits.at(-1);

/** What A's page is when everybody knows that his Tomcat is, or was, dead. */
const fateOfA = {
  'bad-gateway': (outcome: Outcome) => page(outcome)?.status === 502,
  known: (outcome: Outcome) => page(outcome)?.login === 'login-kept',
  forgotten: (outcome: Outcome) => page(outcome)?.login === 'login-lost',
};

export default [
  {
    id: 'bound',
    minutes: 2,
    from: 'start',
    plan: [login(0, 'A'), login(1000, 'B'), visit(4000, 'A', '/whoami'), visit(5000, 'B', '/whoami')],
    lasts: 8000,
  },
  { id: 'kill', minutes: 1, plan: [power(0, 'tomcat1', 'crash')], lasts: 2000 },
  { id: 'next-page', minutes: 5, plan: [visit(0, 'A', '/whoami')], lasts: 5000, vote: fateOfA },
  { id: 'alarm', minutes: 2, plan: [visit(0, 'B', '/whoami')], lasts: 3000 },
  { id: 'comeback', minutes: 1, plan: [login(0, 'A'), power(4000, 'tomcat1', 'start')], lasts: 20_000 },
  { id: 'probe', minutes: 4, plan: [visit(0, 'A', '/whoami')], lasts: 5000, vote: fateOfA },
  { id: 'exercise', minutes: 5, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
