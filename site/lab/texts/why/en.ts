import { en } from '../en.ts';
import { whereabouts } from '../whereabouts/en.ts';
import type { WhyWords } from './words.ts';

const { methods } = en.nginx;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

const states = {
  chosen: 'chosen',
  available: 'could have been chosen',
  backup: 'backup, only when the others fail',
  tried: 'already tried by this request',
  down: 'marked down in the file',
  failed: 'skipped: max_fails reached',
  max_conns: 'skipped: max_conns reached',
} as const;

export const words: WhyWords = {
  ...whereabouts,
  title: ({ chain, method, path, servers }) =>
    `${chain}: ${method} ${path}${servers.length > 0 ? ` → ${servers.join(' → ')}` : ''}`,
  chose: (choice) =>
    choice.kind === 'picked'
      ? `Group ${choice.upstream}, ${methods[choice.by]}: ${choice.to}. Decided by`
      : `Group ${choice.upstream}, ${methods[choice.by]}: no server could be asked. Decided by`,
  show: 'Show this line in the editor',
  hashedBytes: (bytes) =>
    `Hashed: ${bytes.join(' . ')}${bytes.length === 3 ? ' (the first three numbers of the IPv4 address; the fourth does not count)' : ''}`,
  hashedKey: (key) => `Hashed: "${key}"`,
  hashStep: ({ hash, point, peer, rejected }, by) =>
    `hash ${hash} → ${by === 'ip_hash' || by === 'hash' ? `place ${point} among the weights` : `place ${point} in the ring`} → ${peer}${rejected === undefined ? '' : `: ${states[rejected]}, hash on`}`,
  fellBack: {
    'too-many-rehashes': 'After more than 20 tries ip_hash gives up and lets round robin choose.',
    'single-peer': 'With a single server there is nothing to hash.',
    'empty-key': 'The key is empty, so round robin chooses.',
  },
  candidates: 'Servers at the moment of the choice',
  server: 'server',
  weight: 'weight',
  effective: 'effective',
  current: 'current before → after',
  conns: 'connections',
  fails: 'fails',
  state: 'state',
  states,
  until: (ms) => `until ${seconds(ms)}`,
  underWay: 'The request is on its way to nginx.',
  noChoice: 'No server had to be chosen for this request.',
  hops: 'Where it went, and what was decided there',
  at: (ms) => seconds(ms),
  byDefault: {
    manager: 'no <Manager> is written: Tomcat’s own keeps sessions in its memory',
    redis: 'no line says so: it is the default, or CONFIG SET changed it',
  },
};
