import type { HostName, Note, World } from '../../../simulator/index.ts';
import type { EditedFiles, LogLine, NumberedNote, Passed, Snapshot, TerminalView } from '../protocol.ts';
import type { Branch, Branches } from './branches.ts';
import { withoutClassFiles } from './compiler.ts';
import { linesOf } from './lines.ts';
import { type Files, hostsWithFiles } from './readings.ts';
import { sameView, terminalView, windowsOf } from './terminal-view.ts';
import { isPacket, packetsOf, worldView } from './view.ts';

/** More notes or lines than this in one snapshot are counted, not sent: nobody could read them. */
const MOST_PER_SNAPSHOT = 1000;

/** So many when a page changes to another branch and is told its story anew. */
const MOST_ANEW = 1500;

/** What the page has been told already, so that it is told only what is new. */
export class Telling {
  /** The engine's time at which the page's time is 0. */
  readonly #start: number;
  #branch: Branch | undefined;
  #told = 0;
  /** Messages from this serial number on are news to the page. */
  #sent = 0;
  readonly #terminals = new Map<HostName, TerminalView>();
  readonly #saved: Map<HostName, Files>;
  #read: Map<HostName, Files>;

  /** `world`: as the servers have just come up; the page knows its files. */
  constructor(world: World) {
    this.#start = world.now;
    this.#saved = new Map(hostsWithFiles(world));
    this.#read = new Map(this.#saved);
  }

  /** The page itself has saved the files of a host. */
  knows(host: HostName, world: World): void {
    const saved = hostsWithFiles(world).find(([name]) => name === host);
    if (saved) this.#saved.set(...saved);
  }

  /** How far time has gone since the last call, where nobody jumped or did anything. */
  passed({ world, moment }: Branches, picked: HostName | undefined): Omit<Passed, 'run'> {
    const packets = packetsOf(world, this.#start, picked, this.#sent);
    this.#sent = world.sent;
    return {
      now: moment.at - this.#start,
      packets,
      busy: packets.length > 0 || world.queue.some((item) => isPacket(item, world)),
    };
  }

  /**
   * What a page shows, with all that happened since the last. `printed`: what was printed by whoever asked for it just
   * now; `picked`: the one of a crowd who is looked at.
   */
  snapshot(
    branches: Branches,
    printed: readonly LogLine[],
    picked: HostName | undefined,
  ): Omit<Snapshot, 'run' | 'openKey' | 'jumped' | 'strike'> {
    const { world, recording, moment, current } = branches;
    const start = this.#start;
    const anew = this.#branch !== current;
    if (anew) this.#begin(current);
    const told = this.#told;
    this.#told = current.origin.boot.length + recording.notes.length;
    const notes = notesFrom(current, Math.max(told, this.#told - (anew ? MOST_ANEW : MOST_PER_SNAPSHOT)));
    const lines = [
      ...notes.flatMap(({ serial, note }) => linesOf(note, world).map((line) => ({ ...line, serial }))),
      ...printed,
    ];
    const happened = recording.notesAt(moment);
    this.#sent = world.sent;
    return {
      now: moment.at - start,
      world: worldView(world, start, picked),
      packets: packetsOf(world, start, picked),
      anew,
      notes: notes.map(({ serial, note }) => ({ serial, note: fromStart(note, start) })),
      skipped: this.#told - told - notes.length,
      lines: lines.slice(-MOST_PER_SNAPSHOT),
      files: this.#changed(this.#saved, new Map(hostsWithFiles(world))),
      running: this.#changed(this.#read, current.digest.readings.when(happened)),
      windows: windowsOf(world).map(({ name }) => name),
      terminals: this.#changedTerminals(world),
      timeline: {
        end: recording.now - start,
        past: branches.past !== undefined,
        notes: current.origin.boot.length + happened,
        told: recording.notes.length,
        branch: current.number,
        branches: branches.views(start),
        scene: current.origin.scene,
        undo: branches.canUndo,
        redo: branches.canRedo,
      },
    };
  }

  #begin(branch: Branch): void {
    this.#branch = branch;
    this.#told = 0;
    this.#terminals.clear();
  }

  /** The files of those hosts of which the page knows others. A look back makes equal tables anew: they are compared. */
  #changed(known: Map<HostName, Files>, files: Map<HostName, Files>): EditedFiles {
    const changed: EditedFiles = {};
    for (const [host, now] of files) {
      const before = known.get(host);
      known.set(host, now);
      if (before !== now && !(before && sameFiles(before, now))) changed[host] = withoutClassFiles(now);
    }
    return changed;
  }

  /** Windows that look otherwise than the page was last told. */
  #changedTerminals(world: World): TerminalView[] {
    return windowsOf(world).flatMap((terminal) => {
      const told = this.#terminals.get(terminal.name);
      const view = terminalView(terminal);
      if (told && sameView(told, view)) return [];
      this.#terminals.set(terminal.name, view);
      return [view];
    });
  }
}

/** The page counts a branch's notes from those of its servers' start on. */
function notesFrom({ recording: { notes }, origin: { boot } }: Branch, serial: number): NumberedNote[] {
  const fresh = [...boot.slice(serial), ...notes.slice(serial - boot.length)];
  return fresh.map((note, i) => ({ serial: serial + i, note }));
}

const sameFiles = (one: Files, other: Files): boolean => {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
};

/** The note with its times counted from the page's beginning. */
export function fromStart(note: Note, start: number): Note {
  const moved = { ...note, at: note.at - start };
  if (moved.kind === 'picked' || moved.kind === 'no-live-upstreams')
    moved.candidates = moved.candidates.map((one) =>
      one.until === undefined ? one : { ...one, until: one.until - start },
    );
  else if (moved.kind === 'upstream-failed' && moved.until !== undefined) moved.until -= start;
  return moved;
}
