import type { Note } from '../../../simulator/index.ts';
import type { Mark, MarkKind } from '../timeline.ts';
import { fromStart } from './telling.ts';

const kinds: Partial<Record<Note['kind'], MarkKind>> = {
  'session-created': 'created',
  'login-lost': 'lost',
  'sessions-lost': 'lost',
  'session-expired': 'lost',
  power: 'fault',
  link: 'fault',
  netem: 'fault',
  slowed: 'fault',
  administered: 'fault',
};

/** More than these are thinned out to so many of a kind at most: finer than a page shows them. */
const MOST = 10_000;
const THINNED = 2_000;

/** One mark, or several so near to each other that one stands for them. */
interface Landmark {
  kind: MarkKind;
  place: number;
  note: Note;
  count: number;
}

/** What is worth a look in a run, gathered while it goes on. */
export class Marks {
  #all: Landmark[] = [];

  hear(note: Note, place: number): void {
    const kind = kinds[note.kind];
    if (!kind) return;
    this.#all.push({ kind, place, note, count: 1 });
    if (this.#all.length <= MOST) return;
    const first = this.#all[0]?.note.at ?? note.at;
    this.#all = thinned(this.#all, Math.max(1, (note.at - first) / THINNED));
  }

  /** Oldest first; of those too close to be told apart among `most`, one of each kind. */
  between(start: number, now: number, most: number): Mark[] {
    return thinned(this.#all, Math.max(1, (now - start) / most)).map(({ kind, note, count }) => ({
      at: note.at - start,
      kind,
      note: fromStart(note, start),
      count,
    }));
  }

  /** Those of a run that shares only so many notes. */
  fork(notes: number): Marks {
    const fork = new Marks();
    fork.#all = this.#all.filter(({ place }) => place < notes);
    return fork;
  }
}

/** Of each kind the first, and whatever comes so long (ms) after the one before. */
function thinned(all: readonly Landmark[], apart: number): Landmark[] {
  const newest = new Map<MarkKind, Landmark>();
  const left: Landmark[] = [];
  for (const one of all) {
    const near = newest.get(one.kind);
    if (near && one.note.at - near.note.at < apart) near.count += one.count;
    else {
      const own = { ...one };
      newest.set(one.kind, own);
      left.push(own);
    }
  }
  return left;
}
