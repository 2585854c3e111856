import type { Planned } from '../../simulator/index.ts';
import type { Beat, Outcome } from '../beats.ts';
import { login, power, visit } from '../lab.ts';

const threeTimes = [0, 7000, 14_000].map((at) => visit(at, 'A', '/whoami'));

/** What A saw, page by page. */
const saw =
  (...pages: string[]) =>
  ({ visits }: Outcome): boolean =>
    visits.map(({ status, login }) => (status === 200 ? login : String(status))).join() === pages.join();

const full = (at: number): Planned[] =>
  [
    ['config', 'set', 'maxmemory-policy', 'noeviction'],
    ['config', 'set', 'maxmemory', '1'],
  ].map((argv) => ({ at, action: { kind: 'redis-cli', host: 'redis', argv } }));

export default [
  {
    id: 'green',
    minutes: 1,
    from: 'start',
    plan: [
      login(0, 'A'),
      visit(8000, 'A', '/whoami'),
      visit(16_000, 'A', '/whoami'),
      power(25_000, 'redis', 'crash'),
      power(26_000, 'redis', 'start'),
    ],
    lasts: 28_000,
  },
  {
    id: 'three-pages',
    minutes: 2,
    plan: threeTimes,
    lasts: 21_000,
    vote: {
      known: saw('login-kept', 'login-kept', 'login-kept'),
      forgotten: saw('login-lost', 'login-lost', 'login-lost'),
      'two-errors': saw('500', '500', 'login-lost'),
      errors: saw('500', '500', '500'),
    },
  },
  {
    id: 'full',
    minutes: 1,
    plan: [login(0, 'A'), ...full(9000), visit(10_000, 'A', '/set?k=a&v=1'), visit(19_000, 'A', '/attrs')],
    lasts: 27_000,
  },
  { id: 'exercise', minutes: 4, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
