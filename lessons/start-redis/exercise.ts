import { type Exercise, redisConf } from '../../simulator/index.ts';
import { guideLab, proxyTo, type as typed, visitors } from '../lab.ts';
import { isKept, isLogged, judging, windowIsBack } from './judge.ts';

/** Redis is started in a window, used from the same one, shut down, started again and asked. */
const RESTART = 20_000;
const plan = [
  typed(0, 'cd redis-3.2.1'),
  typed(1000, './src/redis-server ./redis.conf'),
  typed(8000, './src/redis-cli set visitor zhang'),
  typed(12_000, './src/redis-cli shutdown'),
  typed(RESTART, './src/redis-server ./redis.conf'),
  typed(RESTART + 8000, './src/redis-cli get visitor'),
];
const until = RESTART + 12_000;

export default {
  id: 'start-redis',
  lab: {
    ...guideLab([visitors.A, visitors.B], undefined, proxyTo('127.0.0.1:8080')),
    redis: { version: '3.2.1', files: { 'redis.conf': redisConf } },
    terminals: { count: 2, redis: 'absent' },
  },
  graded: { terminals: { count: 1, redis: 'built' } },
  edits: [{ host: 'redis', file: 'redis.conf' }],
  checks: [
    { kind: 'run', id: 'window', points: 2, plan, until, judge: judging(windowIsBack) },
    { kind: 'run', id: 'logged', points: 2, plan, until, judge: judging(isLogged) },
    { kind: 'run', id: 'kept', points: 2, plan, until, judge: judging(isKept) },
  ],
  predictions: [],
} satisfies Exercise;
