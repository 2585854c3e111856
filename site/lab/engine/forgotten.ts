import type { HostName, Recording } from '../../../simulator/index.ts';

/** Who was forgotten by a page and has not logged in since: the visitor's next page alone would not tell. */
export class Forgotten {
  #recording: Recording | undefined;
  #seen = 0;
  #names = new Set<HostName>();

  /** Those after the first so many notes of a run. */
  after(recording: Recording, notes: number): ReadonlySet<HostName> {
    if (recording !== this.#recording || notes < this.#seen) {
      this.#recording = recording;
      this.#seen = 0;
      this.#names = new Set();
    }
    for (; this.#seen < notes; this.#seen++) {
      const note = recording.notes[this.#seen];
      if (note?.kind === 'login-lost') this.#names.add(note.host);
      else if (note?.kind === 'logged-in' || note?.kind === 'logged-out' || note?.kind === 'left')
        this.#names.delete(note.host);
    }
    return this.#names;
  }
}
