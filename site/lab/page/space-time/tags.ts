import type { Note } from '../../../../simulator/index.ts';
import type { Happening } from '../../space-time.ts';
import type { SpaceTimeWords } from '../../texts/space-time/words.ts';
import { shortId } from '../shapes.ts';

/** Commands and signals, as one types them. */
const commands = {
  start: 'start',
  stop: 'stop',
  crash: 'kill -9',
  hang: 'SIGSTOP',
  resume: 'SIGCONT',
  reload: 'reload',
  quit: 'quit',
} as const;

/** What stands beside a point: of several notes, the word of the one that says most. `state`: a host's state in a word. */
export function tagOf({ notes }: Happening, words: SpaceTimeWords['tags'], state: (name: string) => string): string {
  const tags = notes.map(({ note }) => tagOfNote(note, words, state)).filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, 2).join(' · ');
}

function tagOfNote(note: Note, words: SpaceTimeWords['tags'], state: (name: string) => string): string {
  switch (note.kind) {
    case 'power':
      return commands[note.event];
    case 'state':
      return note.state === 'crashed' ? '' : state(note.state);
    case 'redis-mode':
      return note.mode === 'computing' ? '' : state(note.mode);
    case 'session-created':
      return `+ …${shortId(note.id)}`;
    case 'session-unknown':
      return `? …${shortId(note.id)}`;
    case 'session-expired':
    case 'session-invalidated':
      return `− …${shortId(note.id)}`;
    case 'redis-session-unreadable':
    case 'redis-lookup-failed':
    case 'redis-session-not-saved':
      return `✕ …${shortId(note.id)}`;
    case 'session-renamed':
      return `…${shortId(note.id)} → …${shortId(note.to)}`;
    case 'sessions-lost':
      return words.sessionsLost(note.count);
    case 'sessions-saved':
      return words.sessionsSaved(note.count);
    case 'sessions-loaded':
      return words.sessionsLoaded(note.count);
    case 'login-lost':
      return words.loginLost;
    case 'logged-in':
      return note.user;
    case 'logged-out':
      return words.loggedOut;
    case 'no-answer':
      return words.noAnswer;
    case 'no-live-upstreams':
      return 'no live upstreams';
    case 'upstream-failed':
      return `✕ ${note.peer.slice(note.peer.lastIndexOf(':'))}${note.counted ? ` ${note.fails}/${note.maxFails}` : ''}`;
    case 'link':
      return words.link(note.to, note.event);
    default:
      return '';
  }
}
