import type { Feedback, Note } from '../../../../simulator/index.ts';
import type { Line, Turn } from '../../scene.ts';

/** What tells that something goes wrong, the nearest to the cause first. */
const turns: readonly ReadonlySet<Note['kind']>[] = [
  new Set([
    'session-unknown',
    'redis-session-unreadable',
    'redis-session-not-saved',
    'redis-lookup-failed',
    'sessions-lost',
  ] as const),
  new Set(['no-live-upstreams', 'not-retried', 'upstream-failed'] as const),
  new Set(['login-lost', 'no-answer'] as const),
  // Where it went, where nothing went wrong with the request itself.
  new Set(['picked', 'answered'] as const),
];

/** Where the run that a check's evidence comes from goes wrong; `undefined`: nothing happened. */
export function turnIn(evidence: readonly Note[], { values }: Feedback): Turn | undefined {
  const note = turningNote(evidence);
  if (!note) return undefined;
  const line = toldLine(evidence, values) ?? decisiveLine(evidence, note);
  return { kind: note.kind, host: note.host, chain: note.chain, line };
}

/** The line that the feedback names. */
function toldLine(evidence: readonly Note[], { host, file, line }: Feedback['values']): Line | undefined {
  for (const note of evidence) {
    if (note.host !== host || !('place' in note) || !note.place) continue;
    if (note.place.file === file && note.place.line === line) return { host: note.host, place: note.place };
  }
  return undefined;
}

function turningNote(evidence: readonly Note[]): Note | undefined {
  // What is wrong with many requests at once is seen at the first of them.
  const many = new Set(evidence.map(({ chain }) => chain)).size > 1;
  if (many) return evidence.find(({ kind }) => kind === 'picked') ?? evidence[0];
  for (const kinds of turns) {
    const note = evidence.find(({ kind }) => kinds.has(kind));
    if (note) return note;
  }
  return evidence.at(-1);
}

/** The line that sent the request there; where none did, the last one that had a say. */
function decisiveLine(evidence: readonly Note[], turn: Note): Line | undefined {
  const lines = evidence
    .filter(({ at, chain }) => at <= turn.at && chain === turn.chain)
    .flatMap((note) =>
      'place' in note && note.place ? [{ kind: note.kind, host: note.host, place: note.place }] : [],
    );
  const decisive = lines.findLast(({ kind }) => kind === 'picked') ?? lines.at(-1);
  return decisive && { host: decisive.host, place: decisive.place };
}
