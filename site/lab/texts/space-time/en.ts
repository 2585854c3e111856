import { shortId } from '../../page/shapes.ts';
import type { SpaceTimeWords } from './words.ts';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** The space-time diagram in English. */
export const words: SpaceTimeWords = {
  label: 'Space-time diagram: a line per host, time runs downwards',
  about:
    'Each host is a line, and time runs downwards. A slanted arrow is a message: it starts when it was sent and ends when it arrived. Point at anything, or walk with the arrow keys: up and down through time, left and right along one request.',
  legend:
    'A cross ends a message that nobody took. A broken line is a process that is not running, a dashed one is coming up or going down, a double one is frozen. + … a session begins, − … it is gone, ? … nobody knows it.',
  empty: 'Nothing has happened yet. Let a visitor log in, and watch the messages go down the page.',
  now: 'shown now',
  earlier: 'Earlier',
  later: 'Later',
  newest: 'Newest',
  gap: (ms) => `${seconds(ms)} in which nothing happens`,
  message: ({ from, to, text, sentAt, at, sid, sets, lost, end }, type) => {
    const cookie = sid === undefined ? '' : sets ? `; sets cookie …${shortId(sid)}` : `; cookie …${shortId(sid)}`;
    const fate = {
      arrived: `sent at ${seconds(sentAt)}, there at ${seconds(at)}`,
      lost: `sent at ${seconds(sentAt)}, lost on the way`,
      untaken: `sent at ${seconds(sentAt)}; at ${seconds(at)} nobody was there to take it`,
      'under way': `sent at ${seconds(sentAt)}, on its way`,
    }[end];
    return `${from} → ${to}, ${type}${text === '' ? '' : `: ${text}`}${cookie}${lost ? '; the login is lost' : ''}. ${fate[0]?.toUpperCase()}${fate.slice(1)}.`;
  },
  why: (chain) => `Explain request ${chain}`,
  goTo: (ms) => `Go to ${seconds(ms)}`,
  choose: 'Point at an arrow or a mark: what it is will be told here.',
  explained: 'The event explained',
  tags: {
    loginLost: 'login lost',
    loggedOut: 'logged out',
    noAnswer: 'no answer',
    sessionsLost: (count) => `− ${count} ${count === 1 ? 'session' : 'sessions'}`,
    sessionsSaved: (count) => `${count} saved`,
    sessionsLoaded: (count) => `${count} loaded`,
    link: (to, event) => (event === 'cut' ? `link to ${to} cut` : `link to ${to} mended`),
    gone: 'gone',
  },
};
