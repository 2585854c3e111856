import { server } from '../../simulator/index.ts';
import { type Beat, lastPrinted, type Outcome } from '../beats.ts';
import { power, type as typed } from '../lab.ts';

const cli = './redis-3.2.1/src/redis-cli';
const outside = `${cli} -h ${server.address}`;
const restart = [power(1000, 'redis', 'stop'), power(4000, 'redis', 'start')];

const says =
  (words: string) =>
  (outcome: Outcome): boolean =>
    lastPrinted(outcome).includes(words);

/** Redis let somebody in and sent him away. */
const sentAway = (outcome: Outcome): boolean => !says('PONG')(outcome) && !says('Could not connect')(outcome);

export default [
  {
    id: 'two-pings',
    minutes: 3,
    from: 'start',
    plan: [typed(0, `${cli} ping`), typed(5000, `${outside} ping`)],
    lasts: 10_000,
  },
  {
    id: 'first-edit',
    minutes: 5,
    edits: { redis: { 'redis.conf': (text) => text.replace('\nbind 127.0.0.1', '\n# bind 127.0.0.1') } },
    plan: [...restart, typed(10_000, `${outside} ping`)],
    lasts: 16_000,
    vote: { pong: says('PONG'), refused: says('Could not connect'), 'sent-away': sentAway },
  },
  {
    id: 'all-three',
    minutes: 3,
    edits: {
      redis: {
        'redis.conf': (text) =>
          text
            .replace('protected-mode yes', 'protected-mode no')
            .replace('# requirepass foobared', 'requirepass 123456'),
      },
    },
    plan: [...restart, typed(10_000, `${outside} ping`), typed(15_000, `${outside} -a 123456 ping`)],
    lasts: 20_000,
  },
  { id: 'exercise', minutes: 4, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
