import {
  type Exercise,
  type Judgement,
  type Lab,
  type Note,
  type Planned,
  redisConf,
  redisSetting,
  server,
} from '../../../simulator/index.ts';
import { redisCommands, redisStarts, starts } from '../../judge.ts';
import { guideLab, proxyTo, quoted, type as typed, visitors } from '../../lab.ts';

const cli = './redis-3.2.1/src/redis-cli';

/** The shop writes from the same machine. From outside somebody asks without a password, then one who has seen redis.conf. */
function plan({ redis }: Lab): Planned[] {
  const password = redis ? redisSetting(redis, 'requirepass') : '';
  const given = password === '' ? '' : `-a ${quoted(password)} `;
  return [
    typed(0, `${cli} ${given}set till open`),
    typed(2000, `${cli} -h ${server.address} get till`),
    typed(4000, `${cli} -h ${server.address} ${given}get till`),
  ];
}

const until = 8000;

function servesTheShop(notes: readonly Note[]): Judgement {
  const written = redisCommands(notes, 'set').filter(({ reply }) => reply?.type === 'status');
  if (written.length > 0) return { passed: true, evidence: written };
  return {
    passed: false,
    feedback: { id: 'not-reachable', values: { address: '127.0.0.1' } },
    evidence: redisStarts(notes),
  };
}

function isClosed(notes: readonly Note[]): Judgement {
  const told = redisCommands(notes, 'get').filter(({ reply }) => reply?.type === 'bulk');
  if (told.length === 0) return { passed: true, evidence: redisStarts(notes) };
  return { passed: false, feedback: { id: 'open-to-all', values: { address: server.address } }, evidence: told };
}

export default {
  id: 'secure-redis/transfer',
  lab: {
    ...guideLab([visitors.A, visitors.B], undefined, proxyTo('127.0.0.1:8080')),
    redis: { version: '3.2.1', files: { 'redis.conf': redisConf } },
    terminals: { count: 2, redis: 'running' },
  },
  edits: [{ host: 'redis', file: 'redis.conf' }],
  checks: [
    starts,
    { kind: 'run', id: 'reachable', points: 2, plan, until, judge: servesTheShop },
    { kind: 'run', id: 'closed', points: 3, plan, until, judge: isClosed },
  ],
  predictions: [],
} satisfies Exercise;
