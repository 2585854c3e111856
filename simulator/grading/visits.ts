import type { Chain, HostName, Note } from '../engine/world.ts';
import { BOOTED_AT } from '../lab/build.ts';
import type { Feedback } from './exercise.ts';

/** One request of a run from end to end, as checks look at it. */
export interface VisitStory {
  chain: Chain;
  visitor: HostName;
  path: string;
  /** When it was sent, in virtual ms. */
  at: number;
  /** 0: no answer came. */
  status: number;
  /** The Tomcat that wrote the page; `undefined` when nginx wrote it or nobody did. */
  server: HostName | undefined;
  /** Every address that nginx tried, as `$upstream_addr` prints them; empty when none. */
  upstreamAddr: string;
  /** What the page said about the visitor's login, where it said anything. */
  login: 'logged-in' | 'login-kept' | 'login-lost' | 'logged-out' | undefined;
  notes: readonly Note[];
}

/** What is told of a visit: the values of a feedback. `host`, `file` and `line`: where what decided it is written. */
export const valuesOf = (visit: VisitStory): Feedback['values'] => ({
  ...placeIn(visit.notes),
  visitor: visit.visitor,
  request: visit.chain,
  path: visit.path,
  status: visit.status,
  server: visit.server ?? 'nginx',
  upstream: visit.upstreamAddr,
  second: (visit.at - BOOTED_AT) / 1000,
});

/** The line of a file that decided last, of those that are noted; where a request was handed on to was decided before. */
function placeIn(notes: readonly Note[]): Feedback['values'] {
  for (const note of notes.toReversed()) {
    if (!('place' in note) || note.place === undefined || note.kind === 'forwarded') continue;
    const { file, line } = note.place;
    return { host: note.host, file, line };
  }
  return {};
}

/** The requests of a run in the order they were sent. */
export function visitsOf(notes: readonly Note[]): VisitStory[] {
  const byChain = new Map<Chain, Note[]>();
  for (const note of notes) {
    if (note.chain === undefined) continue;
    const chain = byChain.get(note.chain);
    if (chain) chain.push(note);
    else byChain.set(note.chain, [note]);
  }
  return [...byChain].flatMap(([chain, own]) => storyOf(chain, own));
}

function storyOf(chain: Chain, notes: readonly Note[]): VisitStory[] {
  const story: VisitStory = {
    chain,
    visitor: '',
    path: '',
    at: 0,
    status: 0,
    server: undefined,
    upstreamAddr: '',
    login: undefined,
    notes,
  };
  let server: HostName | undefined;
  for (const note of notes) {
    switch (note.kind) {
      case 'requested':
        story.visitor = note.host;
        story.path = note.path;
        story.at = note.at;
        break;
      case 'answered':
        story.status = note.status;
        break;
      case 'responded':
        story.upstreamAddr = note.upstreamAddr;
        story.server = note.by === 'upstream' ? server : undefined;
        break;
      case 'served':
        server = note.host;
        break;
      case 'logged-in':
      case 'login-kept':
      case 'login-lost':
      case 'logged-out':
        story.login = note.kind;
    }
  }
  return story.visitor === '' ? [] : [story];
}
