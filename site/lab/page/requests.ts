import type { Chain, HostName } from '../../../simulator/index.ts';
import type { NumberedNote } from '../protocol.ts';

/** One request of one visitor from end to end, put together from its notes. */
export interface RequestRecord {
  chain: Chain;
  visitor: HostName;
  method: string;
  path: string;
  cookie: string | undefined;
  sentAt: number;
  /** `undefined` while it is under way; 0 when no answer came. */
  status: number | undefined;
  setCookie: string | undefined;
  took: number | undefined;
  /** What became of the visitor's login. */
  login: 'in' | 'kept' | 'lost' | 'out' | undefined;
  /** `ip:port` of every server that was tried, in order. */
  servers: string[];
  notes: NumberedNote[];
  /** It was sent only after the moment shown. */
  later?: boolean;
}

/** Requests older than these are forgotten by the page. */
const KEPT = 120;

/** The requests after some more notes, oldest first. What did not change stays the same object. */
export function withNotes(requests: readonly RequestRecord[], fresh: readonly NumberedNote[]): RequestRecord[] {
  const byChain = new Map(requests.map((request) => [request.chain, request]));
  for (const numbered of fresh) {
    const { note } = numbered;
    if (note.chain === undefined) continue;
    const known = byChain.get(note.chain) ?? opened(numbered);
    if (known) byChain.set(note.chain, told(known, numbered));
  }
  return [...byChain.values()].slice(-KEPT);
}

/** The requests as they were when so many notes had been made; those that came later are marked. The newest is last. */
export function asOf(requests: readonly RequestRecord[], happened: number): readonly RequestRecord[] {
  if (requests.every(({ notes }) => (notes.at(-1)?.serial ?? 0) < happened)) return requests;
  return requests.map((request) => {
    const notes = request.notes.filter(({ serial }) => serial < happened);
    if (notes.length === request.notes.length) return request;
    return withNotes([], notes)[0] ?? { ...request, later: true };
  });
}

function opened({ note }: NumberedNote): RequestRecord | undefined {
  if (note.kind !== 'requested' || note.chain === undefined) return undefined;
  return {
    chain: note.chain,
    visitor: note.host,
    method: note.method,
    path: note.path,
    cookie: note.cookie,
    sentAt: note.at,
    status: undefined,
    setCookie: undefined,
    took: undefined,
    login: undefined,
    servers: [],
    notes: [],
  };
}

function told(request: RequestRecord, numbered: NumberedNote): RequestRecord {
  const { note } = numbered;
  const next = { ...request, notes: [...request.notes, numbered] };
  switch (note.kind) {
    case 'picked':
      next.servers = [...next.servers, note.to];
      break;
    case 'answered':
      next.status = note.status;
      next.setCookie = note.setCookie;
      next.took = note.took;
      break;
    case 'no-answer':
      next.status = 0;
      next.took = note.took;
      break;
    case 'logged-in':
      next.login = 'in';
      break;
    case 'login-kept':
      next.login = 'kept';
      break;
    case 'login-lost':
      next.login = 'lost';
      break;
    case 'logged-out':
      next.login = 'out';
      break;
  }
  return next;
}
