import { BOOTED_AT, type Exercise, type Judgement, type Note, redisConf, type World } from '../../simulator/index.ts';
import { redisCommands, redisStarts } from '../judge.ts';
import { guideLab, proxyTo, type as typed, visitors } from '../lab.ts';

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

/** The lines on the window that Redis printed when it would not start. */
function refusalIn(world: World): string {
  const window = world.hosts.get('terminal1');
  const lines = window?.kind === 'terminal' ? window.screen.flatMap((line) => ('text' in line ? [line.text] : [])) : [];
  const at = lines.findIndex((line) => line.startsWith('>>> '));
  return at < 0 ? (lines.findLast((line) => line.includes('#')) ?? '') : `${lines[at]} ${lines[at + 1] ?? ''}`;
}

/** Unless Redis would not start: then there was nothing to look at, and every check says so. */
const judging =
  (look: (notes: readonly Note[]) => Judgement) =>
  (notes: readonly Note[], world: World): Judgement => {
    if (redisStarts(notes).length > 0) return look(notes);
    const evidence = notes.filter(({ host }) => host === 'redis' || host === 'terminal1');
    return { passed: false, feedback: { id: 'redis-refuses', values: { message: refusalIn(world) } }, evidence };
  };

function windowIsBack(notes: readonly Note[]): Judgement {
  const set = redisCommands(notes, 'set').filter(({ at }) => at < BOOTED_AT + 12_000);
  if (set.length > 0) return { passed: true, evidence: set };
  return { passed: false, feedback: { id: 'window-taken', values: {} }, evidence: redisStarts(notes) };
}

function isLogged(notes: readonly Note[]): Judgement {
  const logged = notes.filter((note) => note.kind === 'redis-log' && note.file !== '');
  if (logged.length > 0) return { passed: true, evidence: logged };
  return { passed: false, feedback: { id: 'no-log', values: {} }, evidence: redisStarts(notes) };
}

function isKept(notes: readonly Note[]): Judgement {
  const [answer] = redisCommands(notes, 'get');
  const reply = answer?.reply;
  if (reply?.type === 'bulk' && reply.text === 'zhang') return { passed: true, evidence: redisCommands(notes, 'get') };
  const id = redisCommands(notes, 'set').length === 0 ? 'window-taken' : 'data-lost';
  return { passed: false, feedback: { id, values: {} }, evidence: redisStarts(notes) };
}

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
