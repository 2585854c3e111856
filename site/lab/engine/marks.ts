import type { Note, Recording } from '../../../simulator/index.ts';
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

/** What is worth a look in a run, oldest first; of those too close to be told apart among `most`, one of each kind. */
export function marksOf({ notes, now }: Recording, start: number, most: number): Mark[] {
  const apart = Math.max(1, (now - start) / most);
  const newest = new Map<MarkKind, Mark>();
  const marks: Mark[] = [];
  for (const note of notes) {
    const kind = kinds[note.kind];
    if (!kind) continue;
    const near = newest.get(kind);
    if (near && note.at - start - near.at < apart) near.count++;
    else {
      const mark: Mark = { at: note.at - start, kind, note: fromStart(note, start), count: 1 };
      newest.set(kind, mark);
      marks.push(mark);
    }
  }
  return marks;
}
