import type { Note } from '../../../simulator/index.ts';
import type { Mark } from '../space-time.ts';

/** Notes that only log files and terminals show: they are no part of the run in words. */
const onlyInLogs = new Set<Note['kind']>(['access-log', 'access', 'log', 'printed', 'redis-log', 'open-file']);

/** Whether a note is told in a sentence. */
export const isTold = ({ kind }: Note): boolean => !onlyInLogs.has(kind);

/** What the moments that a learner looks for are, by the notes that tell them. */
const marks: Partial<Record<Note['kind'], Mark>> = {
  power: 'fault',
  link: 'fault',
  dropped: 'fault',
  resent: 'fault',
  netem: 'fault',
  slowed: 'fault',
  state: 'fault',
  'redis-mode': 'fault',
  'upstream-failed': 'fault',
  'no-live-upstreams': 'fault',
  'no-answer': 'fault',
  'request-cut': 'fault',
  'redis-lookup-failed': 'fault',
  'redis-session-not-saved': 'fault',
  'redis-pool-exhausted': 'fault',
  'redis-rejected': 'fault',
  'sessions-lost': 'session-lost',
  'session-unknown': 'session-lost',
  'session-expired': 'session-lost',
  'session-invalidated': 'session-lost',
  'redis-session-unreadable': 'session-lost',
  'redis-expired': 'session-lost',
  'redis-evicted': 'session-lost',
  'session-created': 'session',
  'session-renamed': 'session',
  'session-stored': 'session',
  'session-fetched': 'session',
  'sessions-saved': 'session',
  'sessions-loaded': 'session',
  'redis-session-saved': 'session',
  'login-lost': 'login-lost',
  'logged-in': 'login',
  'logged-out': 'login',
  picked: 'choice',
};

/** Of several marks at one moment, the one that is shown. */
const weight: readonly Mark[] = ['plain', 'choice', 'login', 'session', 'fault', 'session-lost', 'login-lost'];

export const markOf = ({ kind }: Note): Mark => marks[kind] ?? 'plain';

export const weightier = (a: Mark, b: Mark): Mark => (weight.indexOf(a) >= weight.indexOf(b) ? a : b);
