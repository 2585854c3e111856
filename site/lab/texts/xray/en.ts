import { whereabouts } from '../whereabouts/en.ts';
import type { XrayWords } from './words.ts';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

const kinds = {
  cookie: 'Cookie',
  heap: 'Memory',
  file: 'File',
  redis: 'Redis',
  dump: 'Redis’s disk',
} as const;

export const words: XrayWords = {
  ...whereabouts,
  about: 'One session in every place that has it or could have it, at the moment shown above.',
  choose: 'Whose session',
  visitor: (name) => `Visitor ${name}`,
  anySession: 'Any session of this run',
  known: (id, visitor) => `…${id}${visitor === undefined ? '' : ` (${visitor})`}`,
  others: 'Other ids this visitor has had',
  none: (visitor) => `Visitor ${visitor} has had no session yet. Let this visitor log in.`,
  states: {
    fresh: 'There is a session; the answer with its cookie is still on its way.',
    kept: 'A cookie holds the id, and there is a session for it.',
    orphan: 'The cookie is all that is left: no place has a session for it.',
    forgotten: 'There is a session, and no cookie holds its id any more.',
    gone: 'No cookie and no place has it any more.',
  },
  places: 'Where the session is',
  fact: 'Fact',
  kinds,
  detail: ({ kind, detail }) =>
    ({
      cookie: `path ${detail}`,
      heap: `webapp ${detail || '/'}`,
      file: detail,
      redis: `database ${detail}`,
      dump: `database ${detail}`,
    })[kind],
  has: 'Session',
  here: 'here',
  notHere: 'not here',
  rows: {
    created: 'Created at',
    lastAccessed: 'Access before the last',
    thisAccessed: 'Last access',
    maxInactive: 'May idle for',
    left: 'Ends in',
    isNew: 'Still new',
    bytes: 'Size',
  },
  notSerializable: 'not Serializable: only this memory has it',
  missing: 'missing',
  differs: 'differs',
  differences: 'The copies differ',
  same: 'All places that have it say the same.',
  side: ({ kind, host }, value) =>
    `${value} in ${{ cookie: `${host}'s cookie`, heap: `${host}'s memory`, file: `${host}'s file`, redis: 'Redis', dump: 'Redis’s dump' }[kind]}`,
  at: seconds,
  span: (ms) =>
    ms === undefined ? 'never' : ms <= 0 ? 'over' : ms < 120_000 ? seconds(ms) : `${(ms / 60_000).toFixed(1)} min`,
  yes: 'yes',
  no: 'no',
  bytes: (count) => `${count} bytes`,
  life: 'Its life',
  lifeAbout: 'Choose an event to go to its moment.',
  marks: {
    created: 'created',
    cookie: 'cookie set',
    read: 'read',
    written: 'changed',
    saved: 'saved',
    copied: 'copied',
    renamed: 'renamed',
    unknown: 'not found',
    lost: 'lost',
    ended: 'ended',
  },
  ahead: 'to come',
  goTo: (ms) => `Go to ${seconds(ms)}`,
  earlier: (count) => `Show ${count} earlier events`,
};
