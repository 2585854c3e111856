import { bucketsOf, Outcomes, type Recording, type RequestOutcome, totalsOf } from '../../../simulator/index.ts';
import type { Counts } from '../questions.ts';
import type { Evidence } from './answers.ts';

/** What was heard of each recording, and of how many of its notes. */
const known = new WeakMap<Recording, { outcomes: Outcomes; notes: number }>();

/** Counts what came of a run's requests up to the moment that is shown, and over its last `last` ms in so many parts. */
export function countsOf(
  { recording, world, start }: Pick<Evidence, 'recording' | 'world' | 'start'>,
  { last, parts }: { last: number; parts: number },
): Counts {
  const now = world.now - start;
  const requests = requestsOf(recording, start);
  const seen =
    world.now < recording.now ? requests.filter(({ at }) => at <= now).map((one) => asOf(one, now)) : requests;
  const from = Math.max(0, now - last);
  const recent = seen.slice(seen.findLastIndex(({ at }) => at < from) + 1);
  return { now, totals: totalsOf(seen), parts: bucketsOf(recent, { from, until: from + last, count: parts }) };
}

/** Only notes that have come since the last question are read. */
function requestsOf(recording: Recording, start: number): RequestOutcome[] {
  const { notes } = recording;
  let heard = known.get(recording);
  // A recording that was cut short tells another story from there on.
  if (!heard || heard.notes > notes.length) {
    heard = { outcomes: new Outcomes(start), notes: 0 };
    known.set(recording, heard);
  }
  for (; heard.notes < notes.length; heard.notes++) {
    const note = notes[heard.notes];
    if (note) heard.outcomes.hear(note);
  }
  return heard.outcomes.requests;
}

/** A request as it stood at a moment. */
const asOf = (request: RequestOutcome, now: number): RequestOutcome =>
  request.took === undefined || request.at + request.took <= now
    ? request
    : { ...request, took: undefined, status: undefined, server: undefined, login: undefined, session: undefined };
