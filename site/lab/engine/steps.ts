import { type Moment, Recording } from '../../../simulator/index.ts';
import type { StepSize } from '../timeline.ts';
import type { Branch } from './branches.ts';
import { stepKinds } from './step-places.ts';
import { isPacket } from './view.ts';

type Run = Pick<Branch, 'recording' | 'digest'>;

/** A step gives up looking for a hop after so many events: then nothing but timers is going on. */
const MOST_EVENTS_PER_STEP = 500;

/** How far ahead is looked for the fate of a session: idle ones expire after half an hour. */
const MOST_EVENTS_AHEAD = 20_000;

/** How far back is looked for a hop at first (ms); then farther and farther. */
const LOOK_BACK = 2_000;

/** The next moment of such a kind in what is recorded already. */
export function nextRecorded({ recording, digest }: Run, from: Moment, by: StepSize): Moment | undefined {
  if (by === 'hop') return nextHop(recording, from);
  const note = digest.steps.next(recording.notes, by, recording.notesAt(from));
  return note && recording.momentAt(note.at);
}

/** The last moment of such a kind before; the beginning, if there is none. */
export function lastRecorded({ recording, digest }: Run, from: Moment, by: StepSize, start: number): Moment {
  if (by === 'hop') return lastHop(recording, from, start);
  const note = digest.steps.last(recording.notes, by, recording.notesAt(from), from.at);
  return note ? recording.momentAt(note.at) : { at: start, actions: 0 };
}

function nextHop(recording: Recording, from: Moment): Moment | undefined {
  const replay = recording.replayFrom(from);
  while (true) {
    const { next, world } = replay;
    const hops = next !== undefined && isPacket(next, world);
    if (!replay.step(recording.now)) return undefined;
    if (hops) return recording.momentAt(replay.moment.at);
  }
}

function lastHop(recording: Recording, from: Moment, start: number): Moment {
  for (let back = LOOK_BACK; ; back *= 4) {
    const replay = recording.replayFrom(recording.momentAt(Math.max(start, from.at - back)));
    let hop: number | undefined;
    while (true) {
      const { next, world } = replay;
      const hops = next !== undefined && next.at < from.at && isPacket(next, world);
      if (hops) hop = next.at;
      if (!replay.step(from.at) || replay.moment.at >= from.at) break;
    }
    if (hop !== undefined) return recording.momentAt(hop);
    if (from.at - back <= start) return { at: start, actions: 0 };
  }
}

/** Lets the run go on until a message has reached another host, or a visitor has his answer, or nothing is under way. */
export function goOn(recording: Recording, by: 'hop' | 'request'): void {
  const notesBefore = recording.notes.length;
  const answered = () => recording.notes.slice(notesBefore).some(({ kind }) => stepKinds.request.has(kind));
  for (let events = 0; events < MOST_EVENTS_PER_STEP; events++) {
    const { next, world } = recording;
    const hopped = next !== undefined && isPacket(next, world);
    if (!recording.stepOnce()) return;
    if (by === 'request' ? answered() : hopped) return;
    if (!hopped && !world.queue.some((item) => isPacket(item, world))) return;
  }
}

/**
 * When a session will next change its fate if nothing is done but what `traffic` does; undefined: not for long. Tried
 * out on a run of its own.
 */
export function nextFate(recording: Recording, traffic: (trial: Recording) => void): number | undefined {
  const trial = new Recording(recording.world);
  for (let events = 0; events < MOST_EVENTS_AHEAD && trial.next; events++) {
    traffic(trial);
    const told = trial.notes.length;
    trial.stepOnce();
    const fate = trial.notes.slice(told).find(({ kind }) => stepKinds.session.has(kind));
    if (fate) return fate.at;
  }
  return undefined;
}
