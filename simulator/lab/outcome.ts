import type { Chain, HostName, Note } from '../engine/world.ts';

/** What came of one request, in the eyes of its visitor, and by which way. Plain data, without the notes that tell it. */
export interface RequestOutcome {
  chain: Chain;
  visitor: HostName;
  method: string;
  path: string;
  /** When it was sent, in virtual ms since the start of the run that is counted. */
  at: number;
  /** How long the visitor waited, in virtual ms; `undefined` while he still does. */
  took: number | undefined;
  /** 0: no answer came; `undefined`: none has come yet. */
  status: number | undefined;
  /** The Tomcat that wrote the page; `undefined` where nginx wrote it, or nobody did. */
  server: HostName | undefined;
  /** How many servers nginx chose for it, one after the other. */
  attempts: number;
  /** How nginx chose the last of them: `ip_hash`, `round_robin`, …; `undefined` where it chose none. */
  by: Picked['by'] | undefined;
  /** What the page said about the visitor's login, where it said anything. */
  login: 'logged-in' | 'login-kept' | 'login-lost' | 'logged-out' | undefined;
  session: SessionOutcome | undefined;
}

type Picked = Extract<Note, { kind: 'picked' }>;
type Requested = Extract<Note, { kind: 'requested' }>;

/**
 * What the Tomcat that answered did about a session: found the one that was asked for; created one for a visitor who came
 * without an id, or `replaced` one whose id it does not know; or knew nothing of the id and created none.
 */
export type SessionOutcome = 'found' | 'created' | 'replaced' | 'unknown';

/** Puts together what came of each request while a run goes on, from its notes. Keeps none of them. */
export class Outcomes {
  readonly #byChain = new Map<Chain, RequestOutcome>();
  /** Those that were taken out before their answer came. */
  readonly #waiting = new Map<Chain, RequestOutcome>();
  readonly #start: number;

  /** `start`: the time (virtual ms) from which the times of requests are counted. */
  constructor(start = 0) {
    this.#start = start;
  }

  /** In the order in which they were sent. */
  get requests(): RequestOutcome[] {
    return [...this.#byChain.values()];
  }

  /** How many there are. */
  get count(): number {
    return this.#byChain.size;
  }

  /** Takes the first so many out. Those that still wait are told on until they have their answer. */
  take(count: number): RequestOutcome[] {
    const taken = [...this.#byChain.values()].slice(0, count);
    for (const request of taken) {
      this.#byChain.delete(request.chain);
      this.waits(request);
    }
    return taken;
  }

  /** One that was begun elsewhere is told on from here. */
  waits(request: RequestOutcome): void {
    if (request.took === undefined) this.#waiting.set(request.chain, request);
  }

  /** The listener for a run. */
  readonly hear = (note: Note): void => {
    if (note.chain === undefined) return;
    const request = this.#byChain.get(note.chain) ?? this.#waiting.get(note.chain);
    if (request) {
      tell(request, note);
      if (request.took !== undefined) this.#waiting.delete(note.chain);
    } else if (note.kind === 'requested') this.#byChain.set(note.chain, sent(note, this.#start));
  };
}

/** What came of the requests of a run whose notes were kept. */
export function outcomesOf(notes: readonly Note[]): RequestOutcome[] {
  const outcomes = new Outcomes();
  for (const note of notes) outcomes.hear(note);
  return outcomes.requests;
}

const sent = ({ chain = '', host, method, path, at }: Requested, start: number): RequestOutcome => ({
  chain,
  visitor: host,
  method,
  path,
  at: at - start,
  took: undefined,
  status: undefined,
  server: undefined,
  attempts: 0,
  by: undefined,
  login: undefined,
  session: undefined,
});

function tell(request: RequestOutcome, note: Note): void {
  switch (note.kind) {
    case 'picked':
      request.attempts++;
      request.by = note.by;
      // What an earlier attempt did elsewhere reached nobody.
      request.server = undefined;
      request.session = undefined;
      return;
    case 'session-found':
      request.session = 'found';
      return;
    case 'session-unknown':
      request.session = 'unknown';
      return;
    case 'session-created':
      request.session = note.instead === undefined ? 'created' : 'replaced';
      return;
    case 'served':
      request.server = note.host;
      return;
    case 'responded':
      if (note.by !== 'upstream') request.server = undefined;
      return;
    case 'answered':
      request.status = note.status;
      request.took = note.took;
      return;
    case 'no-answer':
      request.status = 0;
      request.took = note.took;
      request.server = undefined;
      return;
    case 'logged-in':
    case 'login-kept':
    case 'login-lost':
    case 'logged-out':
      request.login = note.kind;
  }
}
