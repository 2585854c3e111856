import {
  BOOTED_AT,
  type Exercise,
  type Judgement,
  type Lab,
  type Note,
  type Planned,
  redisConf,
  redisSetting,
  server,
} from '../../simulator/index.ts';
import { redisCommands, redisStarts, starts } from '../judge.ts';
import { commonPasswords, guideLab, power, proxyTo, quoted, type as typed, visitors } from '../lab.ts';

const cli = `./redis-3.2.1/src/redis-cli -h ${server.address}`;

/** From the address that other machines use: the owner writes, strangers ask; then the same after a restart. */
const RESTART = 20_000;
const AGAIN = 30_000;
function plan({ redis }: Lab): Planned[] {
  const password = redis ? redisSetting(redis, 'requirepass') : '';
  const owner = `${cli} ${password === '' ? '' : `-a ${quoted(password)} `}`;
  return [
    typed(0, `${owner}set till open`),
    ...strangers(1000),
    power(RESTART, 'redis', 'stop'),
    power(RESTART + 4000, 'redis', 'start'),
    typed(AGAIN, `${owner}set till open`),
    ...strangers(AGAIN + 1000),
  ];
}

const strangers = (at: number): Planned[] => [
  typed(at, `${cli} get till`),
  ...commonPasswords.map((guess, i) => typed(at + (i + 1) * 1000, `${cli} -a ${guess} get till`)),
];

const until = AGAIN + 12_000;

function isReachable(notes: readonly Note[]): Judgement {
  const written = redisCommands(notes, 'set').filter(({ reply }) => reply?.type === 'status');
  if (written.length === 2) return { passed: true, evidence: written };
  return {
    passed: false,
    feedback: { id: 'not-reachable', values: { address: server.address } },
    evidence: redisStarts(notes),
  };
}

/** What a stranger was told of the till without a password, or with one of the common ones. */
function leaks(notes: readonly Note[]): { without: Note[]; guessed: Note[] } {
  const told = redisCommands(notes, 'get').filter(({ reply }) => reply?.type === 'bulk');
  const asked = (at: number) => (at < BOOTED_AT + RESTART ? at - BOOTED_AT - 1000 : at - BOOTED_AT - AGAIN - 1000);
  const without = told.filter(({ at }) => asked(at) < 1000);
  return { without, guessed: told.filter((note) => !without.includes(note)) };
}

function isClosed(notes: readonly Note[]): Judgement {
  const { without } = leaks(notes);
  if (without.length === 0) return { passed: true, evidence: redisCommands(notes, 'get') };
  return { passed: false, feedback: { id: 'open-to-all', values: { address: server.address } }, evidence: without };
}

function isHardToGuess(notes: readonly Note[]): Judgement {
  const { without, guessed } = leaks(notes);
  const [first] = without.length > 0 ? [] : guessed;
  if (!first) return { passed: true, evidence: redisCommands(notes, 'auth') };
  const tries = commonPasswords.length;
  return { passed: false, feedback: { id: 'weak-password', values: { count: tries } }, evidence: [first] };
}

export default {
  id: 'secure-redis',
  lab: {
    ...guideLab([visitors.A, visitors.B], undefined, proxyTo('127.0.0.1:8080')),
    redis: { version: '3.2.1', files: { 'redis.conf': redisConf } },
    terminals: { count: 2, redis: 'running' },
  },
  edits: [{ host: 'redis', file: 'redis.conf' }],
  checks: [
    starts,
    { kind: 'run', id: 'reachable', points: 2, plan, until, judge: isReachable },
    { kind: 'run', id: 'closed', points: 2, plan, until, judge: isClosed },
    { kind: 'run', id: 'hard-to-guess', points: 2, plan, until, judge: isHardToGuess },
  ],
  predictions: [],
} satisfies Exercise;
