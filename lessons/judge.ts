import type {
  Feedback,
  HostName,
  Judgement,
  Note,
  RunCheck,
  SettingsCheck,
  StartFailure,
  VisitStory,
  World,
} from '../simulator/index.ts';
import { startFailuresOf, valuesOf, visitsOf } from '../simulator/index.ts';

/** The mistakes that checks of several lessons tell of. */
export type Mistake =
  | 'nginx-refuses'
  | 'no-answer'
  | 'not-proxied'
  | 'bad-gateway'
  | 'idle-server'
  | 'login-lost'
  | 'comeback-flap'
  | 'not-drained'
  | 'webapp-failed'
  | 'redis-refuses'
  | 'never-forgotten'
  | 'never-stored'
  | 'own-folder'
  | 'server-error'
  | 'does-not-compile'
  | 'update-lost'
  | 'put-back'
  | 'cart-lost'
  | 'cart-changed'
  | 'object-lost'
  | 'object-changed'
  | 'value-lost'
  | 'field-gone'
  | 'not-reachable'
  | 'open-to-all'
  | 'weak-password'
  | 'window-taken'
  | 'no-log'
  | 'never-reached'
  | 'data-lost'
  | 'stale-connection'
  | 'not-on-disk'
  | 'evicted'
  | 'cut-off'
  | 'all-down'
  | 'waited'
  | 'old-version'
  | 'old-port'
  | 'hung-server';

/** nginx accepts its file, and every webapp and Redis that is installed starts. The first check of every exercise. */
export const starts: SettingsCheck = {
  kind: 'settings',
  id: 'starts',
  points: 1,
  judge(notes, booted) {
    const [failure] = startFailuresOf(notes);
    if (!failure) return { passed: true, evidence: [] };
    const { host, message, note } = failure;
    return {
      passed: false,
      feedback: { id: mistakeOf(failure, booted), values: { server: host, message } },
      evidence: [note],
    };
  },
};

function mistakeOf({ host }: StartFailure, booted: World): Mistake {
  const kind = booted.hosts.get(host)?.kind;
  return kind === 'nginx' ? 'nginx-refuses' : kind === 'redis' ? 'redis-refuses' : 'webapp-failed';
}

/** Looks at the visits of a run. */
export const judging =
  (look: (visits: VisitStory[], notes: readonly Note[]) => Judgement) =>
  (notes: readonly Note[]): Judgement =>
    look(visitsOf(notes), notes);

/** Every request got a page from one of the Tomcats. */
export function allGetPages(visits: readonly VisitStory[]): Judgement {
  const failed = visits.find(({ status, server }) => status !== 200 || server === undefined);
  if (!failed) return held(visits);
  if (failed.status === 0) return broken('no-answer', failed);
  if (failed.status === 500) return broken('server-error', failed);
  return broken(failed.upstreamAddr === '' ? 'not-proxied' : 'bad-gateway', failed);
}

/** Each of the servers wrote at least one page. Where none did, idleness is not what is wrong. */
export function allServe(visits: readonly VisitStory[], servers: readonly HostName[]): Judgement {
  if (visits.every(({ server }) => server === undefined)) return allGetPages(visits);
  const idle = servers.find((name) => !visits.some(({ server }) => server === name));
  if (idle === undefined) return held(visits);
  const feedback = { id: 'idle-server' satisfies Mistake, values: { server: idle, count: visits.length } };
  return { passed: false, feedback, evidence: visits.flatMap(({ notes }) => notes) };
}

/** No page forgot a visitor who had logged in. */
export function keepLogins(visits: readonly VisitStory[], mistake: Mistake = 'login-lost'): Judgement {
  const lost = visits.find(({ login }) => login === 'login-lost');
  return lost ? broken(mistake, lost) : held(visits);
}

/** What a visitor of the shop must never see: no page, a page that has forgotten him, or one that has lost his cart. */
export function shopFailed(notes: readonly Note[]): Feedback | undefined {
  const told = (id: Mistake): Feedback => ({ id, values: {} });
  for (const note of notes) {
    if (note.kind === 'no-answer') return told('no-answer');
    if (note.kind === 'login-lost') return told('login-lost');
    if (note.kind !== 'answered') continue;
    if (note.status !== 200)
      return told(note.status === 500 ? 'server-error' : note.status > 500 ? 'bad-gateway' : 'not-proxied');
    if (note.body.startsWith('put cart=null')) return told('does-not-compile');
    if (note.path === '/attrs' && !/\bcart=/.test(note.body) && note.body.includes('user=')) return told('cart-lost');
  }
  return undefined;
}

/** Whoever makes these visits had been forgotten before: nothing is kept for ever. */
function areForgotten(visits: readonly VisitStory[]): Judgement {
  const kept = visits.find(({ login }) => login === 'login-kept');
  return kept ? broken('never-forgotten', kept) : held(visits);
}

/** Everybody gets his pages; on those that `isKept` names a visitor must still be known, on all others have been forgotten. */
export const keptAndForgotten = (
  run: Pick<RunCheck, 'plan' | 'until'>,
  isKept: (visit: VisitStory) => boolean,
): RunCheck[] => [
  { kind: 'run', id: 'pages', points: 2, ...run, judge: judging(allGetPages) },
  { kind: 'run', id: 'kept', points: 2, ...run, judge: judging((visits) => keepLogins(visits.filter(isKept))) },
  {
    kind: 'run',
    id: 'forgotten',
    points: 2,
    ...run,
    judge: judging((visits) => areForgotten(visits.filter((visit) => !isKept(visit)))),
  },
];

/** The text of the page that came of a visit; empty when none came. */
export const pageOf = ({ notes }: VisitStory): string =>
  notes.flatMap((note) => (note.kind === 'answered' ? [note.body] : []))[0] ?? '';

/** A check that held, with the visits that show it. */
export const held = (visits: readonly VisitStory[]): Judgement => ({
  passed: true,
  evidence: visits.flatMap(({ notes }) => notes),
});

/** A check that did not, with the visit that shows it; `values` fill gaps of that mistake alone. */
export const broken = (id: Mistake, visit: VisitStory, values: Feedback['values'] = {}): Judgement => ({
  passed: false,
  feedback: { id, values: { ...valuesOf(visit), ...values } },
  evidence: visit.notes,
});

type RedisCommand = Extract<Note, { kind: 'redis-command' }>;

/** The commands of one name that a Redis was sent, with its answers. */
export const redisCommands = (notes: readonly Note[], name: string): RedisCommand[] =>
  notes.flatMap((note) => (note.kind === 'redis-command' && note.argv[0]?.toLowerCase() === name ? [note] : []));

/** Each time that a Redis came up. */
export const redisStarts = (notes: readonly Note[]): Note[] =>
  notes.filter((note) => note.kind === 'redis-mode' && note.mode === 'running');
