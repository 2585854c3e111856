import { type Beat, lastPrinted, type Outcome, sessionOf } from '../beats.ts';
import { login, type as typed, visit } from '../lab.ts';

const cli = './redis-3.2.1/src/redis-cli';
const ttl = (outcome: Outcome): number => Number(/-?\d+/.exec(lastPrinted(outcome))?.[0]);

export default [
  { id: 'manager', minutes: 2, from: 'start', plan: [login(0, 'A')], lasts: 8000 },
  { id: 'five-minutes', minutes: 3, plan: [visit(300_000, 'A', '/whoami')], lasts: 306_000, vote: 'five-minutes' },
  {
    id: 'ttl',
    minutes: 4,
    plan: (world) => [typed(0, `${cli} keys '*'`), typed(4000, `${cli} ttl ${sessionOf(world, 'A')}`)],
    lasts: 10_000,
    vote: {
      minute: (outcome) => ttl(outcome) > 0 && ttl(outcome) <= 60,
      'half-hour': (outcome) => ttl(outcome) > 1700 && ttl(outcome) <= 1800,
      never: (outcome) => ttl(outcome) === -1,
    },
  },
  { id: 'cost', minutes: 3, plan: [visit(0, 'A', '/hello'), visit(8000, 'A', '/count')], lasts: 16_000 },
  { id: 'exercise', minutes: 3, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
