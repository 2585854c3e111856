import type { Redis } from '../../simulator/redis/redis.ts';

/** The kernel of the machine on which Redis was recorded. */
export const recordedKernel: Redis['kernel'] = {
  somaxconn: 4096,
  overcommit: 0,
  hugePages: 'madvise',
  files: { soft: 20_000, hard: 20_000 },
};
