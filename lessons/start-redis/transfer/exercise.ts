import { type Exercise, redisConf } from '../../../simulator/index.ts';
import { guideLab, power, proxyTo, type as typed, visitors } from '../../lab.ts';
import { isKept, isLogged, judging, windowIsBack } from '../judge.ts';

/** Redis is started, given a key, and four seconds later killed: nobody gets to write anything. Then it is started again and asked. */
const CRASH = 12_000;
const RESTART = 20_000;
const plan = [
  typed(0, 'cd redis-3.2.1'),
  typed(1000, './src/redis-server ./redis.conf'),
  typed(8000, './src/redis-cli set visitor zhang'),
  power(CRASH, 'redis', 'crash'),
  typed(RESTART, './src/redis-server ./redis.conf'),
  typed(RESTART + 8000, './src/redis-cli get visitor'),
];
const until = RESTART + 12_000;

export default {
  id: 'start-redis/transfer',
  lab: {
    ...guideLab([visitors.A, visitors.B], undefined, proxyTo('127.0.0.1:8080')),
    redis: { version: '3.2.1', files: { 'redis.conf': redisConf } },
    terminals: { count: 2, redis: 'built' },
  },
  edits: [{ host: 'redis', file: 'redis.conf' }],
  checks: [
    { kind: 'run', id: 'window', points: 2, plan, until, judge: judging(windowIsBack) },
    { kind: 'run', id: 'logged', points: 2, plan, until, judge: judging(isLogged) },
    { kind: 'run', id: 'kept', points: 3, plan, until, judge: judging(isKept) },
  ],
  predictions: [],
} satisfies Exercise;
