import type { Note } from '../../simulator/index.ts';
import type { Beat, Outcome } from '../beats.ts';
import { login, visit } from '../lab.ts';

/** The first page with which a cookie came. */
const cookieWith =
  (path: string) =>
  ({ notes }: Outcome): boolean =>
    notes.flatMap(withCookie)[0] === path;

const withCookie = (note: Note) => (note.kind === 'answered' && note.setCookie !== undefined ? [note.path] : []);

export default [
  { id: 'login', minutes: 3, from: 'start', plan: [login(0, 'A'), visit(3000, 'A', '/whoami')], lasts: 6000 },
  { id: 'silence', minutes: 5, plan: [visit(120_000, 'A', '/whoami')], lasts: 124_000, vote: 'two-minutes' },
  {
    id: 'cookie',
    minutes: 4,
    plan: [visit(0, 'B', '/whoami'), visit(4000, 'B', '/index'), login(8000, 'B')],
    lasts: 12_000,
    vote: { whoami: cookieWith('/whoami'), home: cookieWith('/index'), login: cookieWith('/login?user=li') },
  },
  { id: 'exercise', minutes: 3, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
