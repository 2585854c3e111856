import type { HostName, Note, Recording, World } from '../../../simulator/index.ts';

export type Files = Readonly<Record<string, string>>;

/** Hosts replace their table of files when one changes, so that a change is seen at a glance. */
export const hostsWithFiles = ({ hosts }: World): [HostName, Files][] =>
  [...hosts.values()].flatMap((host): [HostName, Files][] => ('files' in host ? [[host.name, host.files]] : []));

interface Reading {
  /** The place of the note that tells of it. */
  note: number;
  host: HostName;
  files: Files;
}

/** Which files each program has read: those that were on its disk when it last started or reloaded. */
export class Readings {
  readonly #all: Reading[];
  #seen: number;

  /** `seen`: so many of the run's notes have been taken in. */
  constructor(all: Reading[], seen: number) {
    this.#all = all;
    this.#seen = seen;
  }

  /** Takes in what the run noted since the last call. */
  observe({ notes, world }: Recording): void {
    for (; this.#seen < notes.length; this.#seen++) {
      const note = notes[this.#seen];
      const host = note && hasRead(note) ? world.hosts.get(note.host) : undefined;
      if (host && 'files' in host) this.#all.push({ note: this.#seen, host: host.name, files: host.files });
    }
  }

  /** What had been read when there were so many notes. */
  when(notes: number): Map<HostName, Files> {
    return new Map(this.#upTo(notes).map(({ host, files }) => [host, files]));
  }

  /** Those of a branch that shares only the first so many notes. */
  fork(notes: number): Readings {
    return new Readings(this.#upTo(notes), notes);
  }

  #upTo(notes: number): Reading[] {
    return this.#all.filter(({ note }) => note < notes);
  }
}

/** Of a world whose programs have read what is on their disks. */
export const firstReadings = (world: World) =>
  new Readings(
    hostsWithFiles(world).map(([host, files]) => ({ note: -1, host, files })),
    0,
  );

/** A program that has come up, or nginx's new workers after a reload. */
const hasRead = (note: Note) =>
  (note.kind === 'worker' && note.event === 'started') ||
  (note.kind === 'state' && note.state === 'starting') ||
  (note.kind === 'redis-mode' && note.mode === 'loading');
