import type { HostName, Note, Place } from '../../../simulator/index.ts';
import type { NumberedNote } from '../protocol.ts';

/** One stay of a request at one program: what it decided there, in order. */
export interface Hop {
  /** Of its first note, for lists. */
  serial: number;
  at: number;
  host: HostName;
  notes: NumberedNote[];
  /** The note that says most of it. */
  chief: NumberedNote;
  /** Something was decided there that is worth opening. */
  open: boolean;
}

/** The stays of a request, from its notes. */
export function hopsOf(notes: readonly NumberedNote[]): Hop[] {
  const hops: NumberedNote[][] = [];
  for (const numbered of notes) {
    if (silent.has(numbered.note.kind)) continue;
    const last = hops.at(-1);
    if (last?.[0]?.note.host === numbered.note.host) last.push(numbered);
    else hops.push([numbered]);
  }
  return hops.flatMap((stay) => {
    const [first] = stay;
    if (!first) return [];
    const chief = stay.reduce((best, one) => (weight(one.note) > weight(best.note) ? one : best), first);
    const { at, host } = first.note;
    return [{ serial: first.serial, at, host, notes: stay, chief, open: weight(chief.note) > 1 }];
  });
}

/** Notes that only a log shows. */
const silent: ReadonlySet<Note['kind']> = new Set(['access-log', 'log', 'access', 'redis-log', 'printed']);

/** What a hop is about, the weightiest last. */
const chiefs: readonly (readonly Note['kind'][])[] = [
  ['responded', 'served', 'session-cookie'],
  ['redis-command', 'requested', 'answered'],
  ['session-found', 'session-attribute', 'redis-session-saved', 'redis-session-unchanged', 'no-answer', 'login-lost'],
  ['picked', 'session-created', 'session-unknown'],
  ['upstream-failed', 'retried', 'session-invalidated', 'session-renamed'],
  ['no-live-upstreams', 'not-retried', 'redis-session-not-saved', 'redis-lookup-failed', 'redis-session-unreadable'],
];

const weights = new Map(chiefs.flatMap((kinds, weight) => kinds.map((kind) => [kind, weight] as const)));

const weight = (note: Note): number =>
  note.kind === 'redis-command' && note.refused !== undefined ? chiefs.length : (weights.get(note.kind) ?? -1);

/** The line of a file that decided. */
export const placeIn = (note: Note): Place | undefined => ('place' in note ? note.place : undefined);

/** Where no line is written: what decided instead. */
export function defaultIn(note: Note): 'manager' | 'redis' | undefined {
  if (placeIn(note)) return undefined;
  switch (note.kind) {
    case 'session-found':
    case 'session-created':
    case 'session-unknown':
      return 'manager';
    case 'redis-command':
      return note.refused === 'oom' || note.refused === 'misconf' ? 'redis' : undefined;
    case 'redis-evicted':
      return 'redis';
    default:
      return undefined;
  }
}
