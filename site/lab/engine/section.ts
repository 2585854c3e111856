import type { Notes } from '../../../simulator/index.ts';

/** Notes from one place on and before another. */
export interface Section {
  first: number;
  last: number;
}

/** Of what is no longer kept, so much is told anew at once: it takes a fraction of a second. */
const LENGTH = 24_000;
/** Sections begin at multiples of this, so that who looks around stays in one. */
const STEP = 8_000;

/** What views that go through note by note look at: all that is kept, or the part of a long run around a place. */
export function sectionAround({ firstKept, length }: Notes, place: number): Section {
  if (place >= firstKept) return { first: firstKept, last: length };
  const first = Math.max(0, Math.floor(place / STEP) * STEP - (LENGTH - STEP) / 2);
  return { first, last: Math.min(length, first + LENGTH) };
}

/** Something that is made of a section: one for what is kept, which reads on as the run does, and one for what is not. */
export class BySection<T> {
  #kept: T | undefined;
  #other: { first: number; made: T } | undefined;
  readonly #make: (section: Section) => T;

  constructor(make: (section: Section) => T) {
    this.#make = make;
  }

  at(notes: Notes, section: Section): T {
    if (section.first === notes.firstKept) return (this.#kept ??= this.#make(section));
    if (this.#other?.first !== section.first) this.#other = { first: section.first, made: this.#make(section) };
    return this.#other.made;
  }
}
