import type { HostName, Note, World } from '../../../simulator/index.ts';

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

/** Which files each program of a run has read: those that were on its disk when it last started or reloaded. */
export class Readings {
  readonly #all: Reading[];

  /** `all`: what has been read already. */
  constructor(all: Reading[]) {
    this.#all = all;
  }

  /** `world`: as it is when the note is made. */
  hear(note: Note, place: number, world: World): void {
    const host = hasRead(note) ? world.hosts.get(note.host) : undefined;
    if (host && 'files' in host) this.#all.push({ note: place, host: host.name, files: host.files });
  }

  /** What had been read when there were so many notes. */
  when(notes: number): Map<HostName, Files> {
    return new Map(this.#upTo(notes).map(({ host, files }) => [host, files]));
  }

  /** Those of a run that shares only so many notes. */
  fork(notes: number): Readings {
    return new Readings(this.#upTo(notes));
  }

  #upTo(notes: number): Reading[] {
    return this.#all.filter(({ note }) => note < notes);
  }
}

/** Of a world whose programs have read what is on their disks. */
export const firstReadings = (world: World) =>
  new Readings(hostsWithFiles(world).map(([host, files]) => ({ note: -1, host, files })));

/** A program that has come up, or nginx's new workers after a reload. */
const hasRead = (note: Note) =>
  (note.kind === 'worker' && note.event === 'started') ||
  (note.kind === 'state' && note.state === 'starting') ||
  (note.kind === 'redis-mode' && note.mode === 'loading');
