import type { RequestOutcome } from '../../../../simulator/index.ts';
import type { Row } from '../../views/compare/rows.ts';
import type { CompareWords } from './words.ts';

const s = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

const row = (row: Row): string =>
  row.measure === 'pages'
    ? `Pages by ${row.server}`
    : {
        loginsLost: 'Logins lost',
        errors: 'Errors',
        waiting: 'Still waiting at the end',
        retries: 'Tried on another server',
        sessionsCreated: 'Sessions created',
        median: 'Typical wait',
        p95: 'Wait of the slowest 5 %',
      }[row.measure];

const value = (row: Row, side: 'a' | 'b') =>
  row.measure === 'median' || row.measure === 'p95' ? `${Math.round(row[side])} ms` : String(row[side]);

const sessions = {
  found: 'knows the session',
  created: 'creates a session',
  replaced: 'does not know the session, creates another',
  unknown: 'does not know the session',
};
const logins = {
  'logged-in': 'logged in',
  'login-kept': 'still logged in',
  'login-lost': 'login lost',
  'logged-out': 'logged out',
};

/** Shorter waits, in ms, are not worth a word. */
const LONG = 100;

function outcome(request: RequestOutcome | undefined): string {
  if (!request) return 'never sent';
  const { status, server, by, attempts, session, login, took } = request;
  const tries = attempts > 1 ? [`after ${attempts} tries`] : [];
  if (status === undefined) return ['no answer yet', ...tries].join(', ');
  if (status === 0) return ['no answer at all', ...tries].join(', ');
  const how = by === undefined ? '' : ` (${by === 'round_robin' ? 'round robin' : by})`;
  const who = server === undefined ? `${status} from nginx itself` : `${server}${how}`;
  return [
    who,
    ...(server !== undefined && status !== 200 ? [String(status)] : []),
    ...tries,
    ...(server !== undefined && session ? [sessions[session]] : []),
    ...(login ? [logins[login]] : []),
    ...(took === undefined || took < LONG ? [] : [`${Math.round(took)} ms`]),
  ].join(', ');
}

/** The comparison in English. */
export const words: CompareWords = {
  about:
    'The same visitors, the same clicks, the same faults, once with each set of files. The lab above is left alone.',
  side: (side) => `Files of ${side.toUpperCase()}`,
  files: { start: 'as the lab began', running: 'as running now', draft: 'as in the editor' },
  kept: (nth) => `kept version ${nth}`,
  branch: (number) => `files of branch ${number}`,
  keep: 'Keep the editor’s files',
  keepHint: 'Keep what stands in the editor as a version to compare with later',
  traffic: 'Traffic',
  standard: 'standard visits',
  own: 'what I did so far',
  ownEmpty: 'You have sent no request yet. Let a visitor log in first, or take the standard visits.',
  visitors: 'Visitors',
  labsOwn: 'the lab’s own',
  more: (count) => `and ${count} more`,
  fault: 'Fault',
  noFault: 'none',
  faults: {
    crash: (host) => `${host} is killed (kill -9)`,
    stop: (host) => `${host} is stopped`,
    restart: (host) => `${host} is restarted`,
    hang: (host) => `${host} hangs (SIGSTOP)`,
  },
  again: 'Compare again',
  sameFiles: 'Both sides have the same files. Change a line in the editor, and see here what it is worth.',
  working: 'Playing both sides …',
  share: (percent) => `${percent} %`,
  cancel: 'Cancel',
  cancelled: 'Cancelled.',
  failed: 'This comparison did not come to its end:',
  verdict(a, b) {
    if (a.loginsLost !== b.loginsLost) return `Logins lost: ${a.loginsLost} → ${b.loginsLost}`;
    if (a.errors !== b.errors) return `Errors: ${a.errors} → ${b.errors}`;
    if (a.waiting !== b.waiting) return `Without an answer: ${a.waiting} → ${b.waiting}`;
    return a.loginsLost === 0 && a.errors === 0
      ? 'No login lost and no error on either side'
      : `As many on both sides: ${s(a.loginsLost, 'login')} lost, ${s(a.errors, 'error')}`;
  },
  outcomes: 'What came of it',
  measure: 'Counted',
  change: 'B against A',
  row,
  value,
  better: 'better',
  worse: 'worse',
  other: 'other',
  equal: 'equal',
  startsNot: (side, host) => `${side.toUpperCase()}: ${host} does not come up with these files:`,
  effects: {
    title: 'What each changed place does',
    about: 'Each is played alone on the files of A, and taken alone out of B.',
    place: (host, file, line) => `${host}: ${file}, line ${line}`,
    working: 'Trying each of them …',
    removed: 'only in A',
    added: 'only in B',
    alone: 'A with this alone',
    without: 'B without this',
    nothing: 'no effect in this traffic',
    needed: 'It needs another of the changes.',
    refuses: (host) => `${host} does not come up:`,
    change: (one) => `${row(one).toLowerCase()} ${value(one, 'a')} → ${value(one, 'b')}`,
    more: (count) => `${s(count, 'more place')} differ; only the first are tried one by one.`,
  },
  changed: {
    title: (changed, same) => `${s(changed, 'request')} came to something else, ${same} to the same`,
    show: 'Show',
    all: 'all that changed',
    differences: {
      login: 'by login',
      status: 'by status',
      server: 'by server',
      session: 'by session',
      attempts: 'by tries',
      latency: 'by wait',
    },
    none: 'None of this kind.',
    more: (count) => `Show ${count} more`,
    list: 'Requests that changed',
    outcome,
    open: (chain) => `Tell both stories of ${chain}`,
  },
  stories: {
    title: (chain, path) => `${chain} (${path}) on both sides`,
    side: (side) => `On side ${side.toUpperCase()}`,
    none: 'This request was never sent here.',
    close: 'Close',
  },
};
