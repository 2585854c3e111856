import { bucketsOf, type Note, type Notes, Outcomes, type RequestOutcome, Tally } from '../../../simulator/index.ts';
import type { Counts } from '../questions.ts';
import type { Evidence } from './answers.ts';

/** Counts what came of a run's requests up to the moment that is shown, and over its last `last` ms in so many parts. */
export function countsOf(
  {
    branches,
    recording,
    world,
    moment,
    start,
  }: Pick<Evidence, 'branches' | 'recording' | 'world' | 'moment' | 'start'>,
  { last, parts }: { last: number; parts: number },
): Counts {
  const { now } = world;
  const from = Math.max(start, now - last);
  const { tally, requests } = branches.current.digest.counting.since(from, recording.notes, recording.notesAt(moment));
  const seen = now < recording.now ? requests.filter(({ at }) => at <= now).map((one) => asOf(one, now)) : requests;
  const recent = seen.slice(seen.findLastIndex(({ at }) => at < from) + 1);
  const buckets = bucketsOf(recent, { from, until: from + last, count: parts });
  return {
    now: now - start,
    totals: tally.with(seen),
    parts: buckets.map((part) => ({ ...part, from: part.from - start })),
  };
}

/** A request as it stood at a moment. */
const asOf = (request: RequestOutcome, now: number): RequestOutcome =>
  request.took === undefined || isOver(request, now)
    ? request
    : { ...request, took: undefined, status: undefined, server: undefined, login: undefined, session: undefined };

const isOver = ({ at, took }: RequestOutcome, now: number): boolean => took !== undefined && at + took <= now;

/** How much is kept in memory. */
export interface CountingMemory {
  /** So many of the newest requests one by one. Then the oldest are tallied, */
  requests: number;
  /** so many at once at first, */
  batch: number;
  /** and of the tallies so many are kept: when there are more, every other one goes. */
  tallies: number;
}

const USUAL: CountingMemory = { requests: 12_000, batch: 500, tallies: 2_000 };

/** What had come of all requests before a place in a run's notes. */
interface Tallied {
  /** Where the first request after these was sent, and when. */
  place: number;
  at: number;
  tally: Tally;
  /** Those that had no answer by then, with what came of them later. */
  open: readonly RequestOutcome[];
}

/** Requests that were counted once more, for a look at an earlier moment. */
interface Past {
  /** They were sent after these. */
  after: Tallied;
  /** All notes before this place were read. */
  read: number;
  outcomes: Outcomes;
}

/** Counts the requests of a run while it goes on: the newest one by one, all before them in tallies. */
export class Counting {
  readonly #memory: CountingMemory;
  #batch: number;
  #tallied: Tallied[] = [{ place: 0, at: Number.NEGATIVE_INFINITY, tally: new Tally(), open: [] }];
  readonly #outcomes = new Outcomes();
  #past: Past | undefined;
  /** Where the requests that are kept were sent, in order. */
  #sent: { place: number; at: number }[] = [];

  constructor(memory: CountingMemory = USUAL) {
    this.#memory = memory;
    this.#batch = memory.batch;
  }

  hear(note: Note, place: number): void {
    this.#outcomes.hear(note);
    if (note.kind !== 'requested') return;
    this.#sent.push({ place, at: note.at });
    if (this.#sent.length > this.#memory.requests + this.#batch) this.#sum();
  }

  /** A tally, and all requests before a place that it does not have: those from a time (ms) on are among these. */
  since(from: number, notes: Notes, place: number): { tally: Tally; requests: RequestOutcome[] } {
    const after = this.#tallied.findLast(({ at }) => at < from) ?? this.#last;
    if (after === this.#last) return { tally: after.tally, requests: [...after.open, ...this.#outcomes.requests] };
    const past = this.#pastFrom(after, from, place);
    notes.tell(past.read, place, past.outcomes.hear);
    past.read = place;
    return { tally: past.after.tally, requests: [...past.after.open, ...past.outcomes.requests] };
  }

  /** Who goes on in time from where he looked last finds most of it counted. */
  #pastFrom(after: Tallied, from: number, place: number): Past {
    const past = this.#past;
    if (past && past.after.at < from && past.read <= place && past.outcomes.count < this.#memory.requests) return past;
    this.#past = { after, read: after.place, outcomes: new Outcomes() };
    return this.#past;
  }

  /** The counting of a run that has only these notes by now (ms), and goes on from there otherwise. */
  fork(notes: Notes, now: number): Counting {
    const fork = new Counting(this.#memory);
    fork.#batch = this.#batch;
    const copies = new Map<RequestOutcome, RequestOutcome>();
    const copyOf = (request: RequestOutcome) => {
      const copy = copies.get(request) ?? { ...asOf(request, now) };
      copies.set(request, copy);
      return copy;
    };
    fork.#tallied = this.#tallied
      .filter(({ place }) => place <= notes.length)
      .map((tallied) => ({ ...tallied, open: tallied.open.map(copyOf) }));
    for (const copy of copies.values()) fork.#outcomes.waits(copy);
    notes.tell(fork.#last.place, notes.length, (note, place) => fork.hear(note, place));
    return fork;
  }

  get #last(): Tallied {
    return this.#tallied.at(-1) as Tallied;
  }

  /** Tallies the oldest. */
  #sum(): void {
    const next = this.#sent[this.#batch];
    if (!next) return;
    const tally = this.#last.tally.copy();
    const open: RequestOutcome[] = [];
    for (const request of [...this.#last.open, ...this.#outcomes.take(this.#batch)])
      if (isOver(request, next.at)) tally.add(request);
      else open.push(request);
    this.#sent = this.#sent.slice(this.#batch);
    this.#tallied.push({ ...next, tally, open });
    if (this.#tallied.length <= this.#memory.tallies) return;
    this.#tallied = this.#tallied.filter((one, i) => i % 2 === 0 || one === this.#last);
    this.#batch *= 2;
  }
}
