import type { NotFound, Whereabouts } from '../../xray.ts';
import type { WhereaboutsWords } from './words.ts';

const whys: Record<Whereabouts, string> = {
  'no-process': 'not running: no memory',
  'in-redis': 'only during a request: Redis keeps it',
  'no-file': 'no such file',
  'not-in-file': 'not in the file',
  'other-cookie': 'the browser has another id by now',
  'no-cookie': 'the browser has no session cookie',
  'refuses-cookies': 'the browser refuses cookies',
  'never-here': 'was never here',
  'not-lately': 'was not here as far back as this looks in so long a run',
  'never-anywhere': 'no server of this run ever had it',
  'unreadable-bytes': 'its bytes in Redis cannot be read here',
  'not-written': 'it could not be written to Redis',
  crash: 'lost: the process was killed',
  'not-saved': 'ended with the process',
  unreadable: 'lost: the file could not be read',
  undeployed: 'gone with its webapp',
  expired: 'expired',
  invalidated: 'ended by a logout',
  renamed: 'it goes by another id now',
  'key-expired': 'expired: the key’s time was over',
  evicted: 'evicted: memory was full',
  deleted: 'deleted from a console',
  flushed: 'flushed: FLUSHALL or FLUSHDB',
  'memory-lost': 'lost with Redis’s memory: it was on no disk',
};

const since = (at: number) => `since ${(at / 1000).toFixed(1)} s`;

const kinds = { heap: 'memory', file: 'file', redis: 'Redis' } as const;

function elsewhere({ elsewhere: places }: NotFound): string {
  const named = places.map(({ host, kind }) => (kind === 'redis' ? 'Redis' : `${host}'s ${kinds[kind]}`));
  return named.length === 0 ? '' : ` It is in ${named.join(' and ')}, where this Tomcat does not look.`;
}

export const whereabouts: WhereaboutsWords = {
  whys,
  since,
  notFound: (reason) =>
    `Why not found: ${whys[reason.why]}${reason.at === undefined ? '' : ` (${since(reason.at)})`}.${elsewhere(reason)}`,
};
