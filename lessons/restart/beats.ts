import type { Beat, Outcome } from '../beats.ts';
import { login, power, visit } from '../lab.ts';

/** Who is a stranger when everybody has come back. */
const strangers = ({ visits }: Outcome): string =>
  visits.flatMap(({ visitor, login }) => (login === 'login-lost' ? [visitor] : [])).join();

export default [
  {
    id: 'kill',
    minutes: 3,
    from: 'start',
    plan: [
      login(0, 'A'),
      login(500, 'B'),
      power(4000, 'tomcat1', 'crash'),
      power(6000, 'tomcat1', 'start'),
      visit(18_000, 'A', '/whoami'),
    ],
    lasts: 21_000,
  },
  {
    id: 'stop',
    minutes: 1,
    plan: [login(0, 'A'), power(4000, 'tomcat1', 'stop'), power(4000, 'tomcat2', 'stop')],
    lasts: 12_000,
  },
  {
    id: 'return',
    minutes: 5,
    plan: [
      power(0, 'tomcat1', 'start'),
      power(0, 'tomcat2', 'start'),
      visit(12_000, 'A', '/whoami'),
      visit(13_000, 'B', '/whoami'),
    ],
    lasts: 16_000,
    vote: {
      both: (outcome) => strangers(outcome) === 'A,B',
      'only-a': (outcome) => strangers(outcome) === 'A',
      'only-b': (outcome) => strangers(outcome) === 'B',
      nobody: (outcome) => strangers(outcome) === '',
    },
  },
  {
    id: 'file',
    minutes: 3,
    plan: [power(0, 'tomcat1', 'stop'), power(8000, 'tomcat1', 'start'), visit(20_000, 'A', '/whoami')],
    lasts: 23_000,
  },
  { id: 'exercise', minutes: 3, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
