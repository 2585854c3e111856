import type { Recording } from '../../../simulator/index.ts';
import { Counting } from './counts.ts';
import { Marks } from './marks.ts';
import { firstReadings, type Readings } from './readings.ts';
import { StepPlaces } from './step-places.ts';

/**
 * What views want to know of a whole run, gathered from its notes as they come: however long it goes on, nobody has to
 * read all of them again, and it takes little memory.
 */
export class Digest {
  readonly readings: Readings;
  readonly steps: StepPlaces;
  readonly marks: Marks;
  readonly counting: Counting;

  private constructor(recording: Recording, { readings, steps, marks, counting }: Omit<Digest, 'fork'>) {
    this.readings = readings;
    this.steps = steps;
    this.marks = marks;
    this.counting = counting;
    recording.notes.follow((note, place) => {
      readings.hear(note, place, recording.world);
      steps.hear(note, place);
      marks.hear(note, place);
      counting.hear(note, place);
    });
  }

  /** Of a run that begins now. */
  static begin(recording: Recording): Digest {
    const readings = firstReadings(recording.world);
    return new Digest(recording, { readings, steps: new StepPlaces(), marks: new Marks(), counting: new Counting() });
  }

  /** Of a run that has left this one, and has not gone on yet. */
  fork(recording: Recording): Digest {
    const { notes, now } = recording;
    return new Digest(recording, {
      readings: this.readings.fork(notes.length),
      steps: this.steps.fork(notes.length),
      marks: this.marks.fork(notes.length),
      counting: this.counting.fork(notes, now),
    });
  }
}
