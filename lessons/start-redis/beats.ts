import { type Beat, lastPrinted, type Outcome } from '../beats.ts';
import { type as typed } from '../lab.ts';

const cli = './redis-3.2.1/src/redis-cli';

const says =
  (words: string) =>
  (outcome: Outcome): boolean =>
    lastPrinted(outcome, 'terminal2').includes(words);

export default [
  {
    id: 'install',
    minutes: 3,
    from: 'start',
    plan: [
      typed(0, 'wget http://download.redis.io/releases/redis-3.2.1.tar.gz'),
      typed(10_000, 'tar xzf redis-3.2.1.tar.gz'),
      typed(15_000, 'cd redis-3.2.1'),
      typed(16_000, 'make'),
    ],
    lasts: 90_000,
  },
  {
    id: 'window',
    minutes: 2,
    plan: [
      typed(0, './src/redis-server ./redis.conf'),
      typed(3000, 'ls'),
      typed(6000, `${cli} set visitor zhang`, 'terminal2'),
    ],
    lasts: 10_000,
  },
  {
    id: 'close',
    minutes: 5,
    plan: [
      { at: 0, action: { kind: 'interrupt', host: 'terminal1', signal: 'SIGHUP' } },
      typed(3000, `${cli} get visitor`, 'terminal2'),
    ],
    lasts: 8000,
    vote: { gone: says('Could not connect'), empty: says('(nil)'), there: says('"zhang"') },
  },
  {
    id: 'end',
    minutes: 2,
    plan: [typed(0, `${cli} shutdown`, 'terminal2'), typed(6000, `${cli} ping`, 'terminal2')],
    lasts: 10_000,
  },
  { id: 'exercise', minutes: 3, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
